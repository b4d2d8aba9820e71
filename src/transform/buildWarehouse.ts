import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {ProblemsError} from '../config/problems.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Contract} from '../contract/contract.ts';
import {definitionsOf} from '../editions/definitions.ts';
import {EDITION_MARTS, loadEditions} from '../editions/loadEditions.ts';
import type {Edition} from '../editions/readEditions.ts';
import {restateEditions} from '../editions/restate.ts';
import type {Load} from '../extract/load.ts';
import type {LedgerEntry} from '../ledger/ledgerSpec.ts';
import {writeCountedEntries, writeLedger} from '../ledger/writeLedger.ts';
import {intervalMacros} from '../statistics/intervalsSql.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {countedRecords} from './counted.ts';
import {readDimensions} from './dimensions.ts';
import {makeModels, makeViews} from './makeModels.ts';
import {dependenciesIn, orderModels} from './dependencies.ts';
import type {Kpi, Model} from './model.ts';
import {writeMissingYears, writePolicyCalendar} from './policyCalendar.ts';
import {writePolicy} from './policyTables.ts';
import {writeFilledFields} from './filledFields.ts';
import {rollUp} from './rollUp.ts';
import {writeScored} from './scored.ts';
import {createStaging, fillStaging} from './staging.ts';
import {readTrees} from './syntaxTrees.ts';
import {writeTold} from './told.ts';
import {writeConfig} from './writeConfig.ts';

/** Goes up when staging is built in another way from the same landing. */
const STAGING_VERSION = 2;

/** Tables that the engine itself makes. */
export const GIVEN_MARTS = ['marts.kpi_values', 'marts.scored_records', ...EDITION_MARTS];

export interface BuildOptions {
  readonly pipeline: Pipeline;
  readonly loads: readonly Load[];
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly models: readonly Model[];
  /** What was asked and decided about figures. */
  readonly ledger: readonly LedgerEntry[];
  readonly asOf: Date;
  readonly runId: number;
  /** The signed editions that are whole. */
  readonly editions: readonly Edition[];
  /** The warehouse of the run before, from which staging is taken over when nothing in it would change. */
  readonly previous: string;
  readonly report: (message: string) => void;
}

/** Builds a whole warehouse in an empty database: staging, policy, core, KPIs and marts. Throws when a check finds rows. */
export async function buildWarehouse(database: Database, options: BuildOptions): Promise<void> {
  const {pipeline, models, report} = options;
  const trees = await readTrees(models, database);
  const dependencies = dependenciesIn(trees);
  const ordered = orderModels(models, dependencies, GIVEN_MARTS);
  await database.execute(`
    ${intervalMacros()}
    create schema config; create schema core; create schema kpis; create schema marts;`);
  const inLayer = (layer: Model['layer']) => ordered.filter((model) => model.layer === layer);
  const kpis = inLayer('kpis') as Kpi[];
  await writeConfig(pipeline, options, kpis, database);
  await buildStaging(database, options);
  await writeFilledFields(options.contracts.values(), database);
  await writeTold(pipeline.sources, database);
  await writePolicy(pipeline.policy, pipeline.timeZone, database);
  await writePolicyCalendar(
    pipeline.policy,
    pipeline.calendar,
    {asOf: options.asOf, timeZone: pipeline.timeZone},
    database
  );
  await writeLedger(options.ledger, options, database);
  report('core');
  await makeModels(inLayer('core'), database);
  await writeMissingYears(pipeline.policy, database);
  await makeViews(kpis, database);
  await writeCountedEntries(options.ledger, database);
  report('figures');
  const {contracts} = options;
  const dimensions = Object.keys(await readDimensions());
  const counted = await countedRecords(kpis, {contracts, dimensions, timeZone: pipeline.timeZone, trees}, database);
  await rollUp(counted, database);
  await writeScored(pipeline.policy, counted, database);
  const definitions = definitionsOf(pipeline, models, dimensions);
  await loadEditions(options.editions, definitions, database);
  await makeModels(inLayer('marts'), database);
  await restateEditions({editions: options.editions, definitions, dependencies, counted}, database);
  for (const model of inLayer('checks')) await runCheck(model, database);
}

async function runCheck(model: Model, database: Database): Promise<void> {
  const rows = await database.query(`from (${model.sql}) limit 3`);
  if (rows.length === 0) return;
  throw new ProblemsError([`${shortPath(model.path)}: "${model.what}" does not hold, e.g. ${JSON.stringify(rows[0])}`]);
}

async function buildStaging(
  database: Database,
  {pipeline, loads, contracts, previous, report}: BuildOptions
): Promise<void> {
  const fingerprint = stagingFingerprint(pipeline, loads, contracts);
  if (!(await takeOver(database, previous, fingerprint))) {
    report('staging');
    await createStaging(contracts.values(), database);
    await fillStaging(pipeline.sources, loads, contracts, database);
  }
  await database.execute(`create or replace table config.staging as select ${literal(fingerprint)} as fingerprint`);
}

/** A hash of everything that decides what staging holds. */
export function stagingFingerprint(
  pipeline: Pipeline,
  loads: readonly Load[],
  contracts: ReadonlyMap<string, Contract>
): string {
  const facts = {
    version: STAGING_VERSION,
    contracts: [...contracts.values()].map(({kind, key, fields}) => ({kind, key, fields})),
    sources: pipeline.sources.map(({name, records}) => ({name, records})),
    loads: loads.map(({load, source, sha256, mapping}) => ({load, source, sha256, mapping}))
  };
  const text = JSON.stringify(facts, (key, value: unknown) => {
    if (key === 'contract') return undefined;
    return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
  });
  return createHash('sha256').update(text).digest('hex');
}

/** Takes staging over from the warehouse before, if it was built from the same loads in the same way. */
async function takeOver(database: Database, previous: string, fingerprint: string): Promise<boolean> {
  if (!existsSync(previous)) return false;
  await database.execute(`attach ${literal(previous)} as previous (read_only)`);
  try {
    const [row] = await database.query<{fingerprint: string}>('select fingerprint from previous.config.staging');
    if (row?.fingerprint !== fingerprint) return false;
    const tables = await database.query<{table_name: string}>(
      `select table_name from duckdb_tables() where database_name = 'previous' and schema_name = 'staging' order by table_name`
    );
    const copies = tables
      .map(({table_name}) => identifier(table_name))
      .map((name) => `create table staging.${name} as from previous.staging.${name};`);
    await database.execute(`create schema staging; ${copies.join('\n')}`);
    return true;
  } catch {
    // A warehouse of an older version has no fingerprint: staging is built anew.
    await database.execute('drop schema if exists staging cascade');
    return false;
  } finally {
    await database.execute('detach previous');
  }
}
