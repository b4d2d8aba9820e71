import {GIVEN_MARTS} from '../../src/transform/buildWarehouse.ts';
import {orderModels, readDependencies} from '../../src/transform/dependencies.ts';
import {makeModels} from '../../src/transform/makeModels.ts';
import {readModels, type Model} from '../../src/transform/model.ts';
import type {Database} from '../../src/warehouse/duckdb.ts';

/** The project's models, read once for all worlds of a test file. */
let projectModels: ReturnType<typeof readModels> | undefined;

export function readProjectModels(): ReturnType<typeof readModels> {
  return (projectModels ??= readModels());
}

/** Core models, KPIs and marts in the order in which they are made, and by model the tables that it reads. */
interface Plan {
  readonly ordered: readonly Model[];
  readonly reads: ReadonlyMap<string, readonly string[]>;
}

let projectPlan: Promise<Plan> | undefined;

async function readPlan(database: Database): Promise<Plan> {
  const {models} = await readProjectModels();
  const reads = await readDependencies(models, database);
  const ordered = orderModels(models, reads, GIVEN_MARTS);
  return {ordered: ordered.filter(({layer}) => layer !== 'checks'), reads};
}

/** A database in which a core model, KPI or mart of the project is made, with all that it reads, when a statement first names it. */
export async function modelsOnDemand(database: Database): Promise<Database> {
  const plan = await (projectPlan ??= readPlan(database));
  const made = new Set<string>();
  const makeNamed = async (sql: string): Promise<void> => {
    const named = sql.match(/\b(?:core|kpis|marts)\.\w+/g) ?? [];
    const needed = neededFor(named, plan);
    const missing = plan.ordered.filter(({name}) => needed.has(name) && !made.has(name));
    for (const {name} of missing) made.add(name);
    await makeModels(missing, database);
  };
  return {
    execute: async (sql) => {
      await makeNamed(sql);
      await database.execute(sql);
    },
    query: async (sql, parameters) => {
      await makeNamed(sql);
      return database.query(sql, parameters);
    },
    queryColumns: async (sql) => {
      await makeNamed(sql);
      return database.queryColumns(sql);
    },
    close: () => {
      database.close();
    }
  };
}

/** The tables that must be there before these can be read: models that are made again together come together. */
function neededFor(names: readonly string[], {ordered, reads}: Plan): Set<string> {
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    reads.get(name)?.forEach(need);
    for (const model of ordered) if (model.repeat?.models.includes(name) === true) need(model.name);
  };
  names.forEach(need);
  return needed;
}
