import type {Database} from '../warehouse/duckdb.ts';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {LAYERS, type Layer, type Model} from './model.ts';
import {readTrees, type SyntaxTree} from './syntaxTrees.ts';

/** The schemas that stand before all models. */
const GIVEN = ['staging', 'policy', 'calendar', 'config'];

/** The tables that each model reads, as `schema.table`. Throws a ProblemsError for each that is not one SELECT. */
export async function readDependencies(models: readonly Model[], database: Database): Promise<Map<string, string[]>> {
  return dependenciesIn(await readTrees(models, database));
}

/** By model, the tables that its syntax tree names, as `schema.table`. */
export function dependenciesIn(trees: ReadonlyMap<string, SyntaxTree>): Map<string, string[]> {
  return new Map([...trees].map(([name, tree]) => [name, tablesIn(tree)]));
}

function tablesIn(tree: unknown): string[] {
  const found = new Set<string>();
  collect(tree, found);
  return [...found].sort();
}

function collect(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const child of node) collect(child, found);
  } else if (typeof node === 'object' && node !== null) {
    const {type, schema_name, table_name} = node as Record<string, unknown>;
    if (type === 'BASE_TABLE' && schema_name !== '') found.add(`${String(schema_name)}.${String(table_name)}`);
    for (const child of Object.values(node)) collect(child, found);
  }
}

/**
 * Orders models so that each comes after what it reads. Throws a ProblemsError for a cycle, for a table that no model
 * makes, and for a model that reads against the flow (a core model that reads a KPI, say).
 */
export function orderModels(
  models: readonly Model[],
  dependencies: ReadonlyMap<string, readonly string[]>,
  given: readonly string[]
): Model[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const repeated = models.filter(({repeat}) => repeat);
  // Models that are made again together may read each other in a circle; everybody else waits until they are done.
  const readsOf = (model: Model): string[] =>
    (dependencies.get(model.name) ?? []).flatMap((name) => {
      const isCircle = repeated.some(
        (one) => one.name === name && (one === model || one.repeat?.models.includes(model.name) === true)
      );
      if (isCircle) return [];
      const later = repeated.find(
        (one) => one !== model && one.repeat?.models.includes(name) === true && !one.repeat.models.includes(model.name)
      );
      return later ? [name, later.name] : [name];
    });
  const problems: string[] = [];
  const ordered: Model[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (model: Model, trail: readonly string[]): void => {
    if (state.get(model.name) === 'done') return;
    if (state.get(model.name) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(model.name)), model.name];
      problems.push(`${shortPath(model.path)}: it reads itself: ${cycle.join(' → ')}`);
      return;
    }
    state.set(model.name, 'open');
    for (const name of readsOf(model)) {
      const read = byName.get(name);
      if (read) {
        if (rank(read.layer) > rank(model.layer)) {
          problems.push(
            `${shortPath(model.path)}: it reads ${name} against the flow; ${model.layer} comes before ${read.layer}`
          );
        } else visit(read, [...trail, model.name]);
      } else if (!given.includes(name) && !GIVEN.includes(name.split('.')[0]!)) {
        problems.push(`${shortPath(model.path)}: it reads ${name}, which no model makes`);
      }
    }
    state.set(model.name, 'done');
    ordered.push(model);
  };
  for (const model of models) visit(model, []);
  if (problems.length > 0) throw new ProblemsError([...new Set(problems)]);
  return ordered;
}

function rank(layer: Layer): number {
  return LAYERS.indexOf(layer);
}
