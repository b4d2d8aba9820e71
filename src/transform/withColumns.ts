import type {SyntaxTree} from './syntaxTrees.ts';

interface TableNode {
  readonly type: string;
  readonly alias?: string;
  readonly schema_name?: string;
  readonly table_name?: string;
  readonly join_type?: string;
  readonly left?: TableNode;
  readonly right?: TableNode;
}

interface SelectNode {
  readonly type: string;
  readonly select_list: readonly unknown[];
  readonly from_table: TableNode;
  readonly group_expressions: readonly unknown[];
  readonly aggregate_handling: string;
  readonly cte_map: {readonly map: readonly unknown[]};
  readonly modifiers: readonly unknown[];
}

/**
 * The name under which a query knows a table, where each of its rows comes from a row of that very table; undefined when the
 * query groups, has CTEs or modifiers, or does not read the table.
 */
export function rowsOf(tree: SyntaxTree, table: string): string | undefined {
  const node = tree.statements[0]!.node as SelectNode;
  const isPlain =
    node.type === 'SELECT_NODE' &&
    node.group_expressions.length === 0 &&
    node.aggregate_handling === 'STANDARD_HANDLING' &&
    node.cte_map.map.length === 0 &&
    node.modifiers.length === 0;
  return isPlain ? nameOf(node.from_table, table) : undefined;
}

/** Adds columns of a table to a query that knows it under a name, so that they need not be joined to its rows again. */
export function withColumns(tree: SyntaxTree, name: string, columns: readonly string[]): SyntaxTree {
  const [statement] = tree.statements;
  const node = statement!.node as SelectNode;
  const references = columns.map((column) => ({
    class: 'COLUMN_REF',
    type: 'COLUMN_REF',
    alias: column,
    column_names: [name, column]
  }));
  const widened = {...node, select_list: [...node.select_list, ...references]};
  return {...tree, statements: [{...statement, node: widened}]};
}

/** The name under which a query knows a table that every one of its rows comes from: none below an outer join. */
function nameOf(node: TableNode, table: string): string | undefined {
  if (node.type === 'BASE_TABLE') {
    if (`${node.schema_name}.${node.table_name}` !== table) return undefined;
    return node.alias === undefined || node.alias === '' ? node.table_name : node.alias;
  }
  if (node.type !== 'JOIN' || node.join_type !== 'INNER') return undefined;
  return nameOf(node.left!, table) ?? nameOf(node.right!, table);
}
