import type {Database} from '../warehouse/duckdb.ts';

interface TableNode {
  type: string;
  alias?: string;
  schema_name?: string;
  table_name?: string;
  left?: TableNode;
  right?: TableNode;
}

interface SelectNode {
  type: string;
  select_list: unknown[];
  from_table: TableNode;
  group_expressions: unknown[];
  aggregate_handling: string;
  cte_map: {map: unknown[]};
  modifiers: unknown[];
}

/**
 * Adds columns of a table to a query that reads each of its rows from that very table, so that they need not be joined to it
 * again. Works on DuckDB's own syntax tree.
 *
 * @returns the query with the columns; undefined when the query groups, has CTEs or modifiers, or does not read the table
 */
export async function withColumns(
  sql: string,
  table: string,
  columns: readonly string[],
  database: Database
): Promise<string | undefined> {
  const [row] = await database.query<{tree: string}>('select json_serialize_sql($sql::varchar) as tree', {sql});
  // Positions in the text may be too large for a JavaScript number, and mean nothing in a query that is changed.
  const tree = JSON.parse(row!.tree.replace(/"query_location":\d+/g, '"query_location":0')) as {
    statements: {node: SelectNode}[];
  };
  const {node} = tree.statements[0]!;
  const isPlain =
    node.type === 'SELECT_NODE' &&
    node.group_expressions.length === 0 &&
    node.aggregate_handling === 'STANDARD_HANDLING' &&
    node.cte_map.map.length === 0 &&
    node.modifiers.length === 0;
  const name = isPlain ? nameOf(node.from_table, table) : undefined;
  if (name === undefined) return undefined;
  const references = columns.map((column) => ({
    class: 'COLUMN_REF',
    type: 'COLUMN_REF',
    alias: column,
    column_names: [name, column]
  }));
  node.select_list.push(...references);
  const [written] = await database.query<{sql: string}>('select json_deserialize_sql($tree::json) as sql', {
    tree: JSON.stringify(tree)
  });
  return written!.sql;
}

/** The name under which a query knows a table that every one of its rows comes from: none below an outer join. */
function nameOf(node: TableNode, table: string): string | undefined {
  if (node.type === 'BASE_TABLE') {
    if (`${node.schema_name}.${node.table_name}` !== table) return undefined;
    return node.alias === undefined || node.alias === '' ? node.table_name : node.alias;
  }
  if (node.type !== 'JOIN' || (node as {join_type?: string}).join_type !== 'INNER') return undefined;
  return nameOf(node.left!, table) ?? nameOf(node.right!, table);
}
