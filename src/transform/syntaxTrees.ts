import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {Model} from './model.ts';

/** A query as DuckDB's parser understands it. */
export interface SyntaxTree {
  readonly statements: readonly {readonly node: unknown}[];
}

/** Trees by the text of their query, on which alone they depend: a process that runs again does not parse again. */
const parsed = new Map<string, SyntaxTree>();

/** The syntax trees of the queries of models, by the models' names. Throws a ProblemsError for each that is not one SELECT. */
export async function readTrees(
  models: readonly Pick<Model, 'name' | 'path' | 'sql'>[],
  database: Database
): Promise<Map<string, SyntaxTree>> {
  const unread = models.filter(({sql}) => !parsed.has(sql));
  const problems: string[] = [];
  for (const [i, text] of (await serialize(unread, database)).entries()) {
    const {path, sql} = unread[i]!;
    // Positions in the text may be too large for a JavaScript number, and mean nothing in a query that is changed.
    const tree = JSON.parse(text.replace(/"query_location":\d+/g, '"query_location":0')) as SyntaxTree & {
      error: boolean;
      error_message?: string;
    };
    if (tree.error) problems.push(`${shortPath(path)}: it is not one SELECT: ${tree.error_message ?? ''}`);
    else parsed.set(sql, tree);
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return new Map(models.map(({name, sql}) => [name, parsed.get(sql)!]));
}

async function serialize(models: readonly Pick<Model, 'sql'>[], database: Database): Promise<string[]> {
  if (models.length === 0) return [];
  const queries = models.map(({sql}) => literal(sql)).join(', ');
  const rows = await database.query<{tree: string}>(
    `select json_serialize_sql(query) as tree from (select unnest([${queries}]::varchar[]) as query)`
  );
  return rows.map(({tree}) => tree);
}

/** The queries of syntax trees, in their order. */
export async function writeQueries(trees: readonly SyntaxTree[], database: Database): Promise<string[]> {
  const texts = trees.map((tree) => literal(JSON.stringify(tree))).join(', ');
  const rows = await database.query<{query: string}>(
    `select json_deserialize_sql(tree::json) as query from (select unnest([${texts}]::varchar[]) as tree)`
  );
  return rows.map(({query}) => query);
}
