import {join} from 'node:path';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {policySchema, type Policy} from '../../pipelines/policies/schema.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {checkYaml, readYamlFile} from '../../src/config/yamlFile.ts';
import {readContracts} from '../../src/contract/catalog.ts';
import {writeLedger} from '../../src/ledger/writeLedger.ts';
import {projectRoot} from '../../src/project.ts';
import {intervalMacros} from '../../src/statistics/intervalsSql.ts';
import {countedRecords} from '../../src/transform/counted.ts';
import {writeFilledFields} from '../../src/transform/filledFields.ts';
import {readModel, type Kpi} from '../../src/transform/model.ts';
import {writePolicyCalendar} from '../../src/transform/policyCalendar.ts';
import {writePolicy} from '../../src/transform/policyTables.ts';
import {rollUp} from '../../src/transform/rollUp.ts';
import {createStaging} from '../../src/transform/staging.ts';
import {writeConfig} from '../../src/transform/writeConfig.ts';
import {openDatabase, type Database, type Row} from '../../src/warehouse/duckdb.ts';
import {identifier, literalList} from '../../src/warehouse/quote.ts';
import {modelsOnDemand, readProjectModels} from './modelsOnDemand.ts';

/** A row of a staging table, with the columns that matter. */
export type StagedRow = Readonly<Record<string, string | number | boolean | null>>;

/** Rows by record kind. */
export type StagedRows = Readonly<Record<string, readonly StagedRow[]>>;

export const RECEIVED = '2026-01-05T09:00:00Z';

export const complaint = (id: string, more: StagedRow = {}): StagedRow => ({
  complaint_id: id,
  received_at: RECEIVED,
  ...more
});

export const event = (id: string, at: string, what: string, more: StagedRow = {}): StagedRow => ({
  complaint_id: id,
  at,
  event: what,
  ...more
});

export interface WorldOptions {
  readonly asOf?: string;
  readonly timeZone?: string;
  /** A policy of the project, by name. */
  readonly policy?: string;
  /** A policy as YAML, in place of one by name. */
  readonly policyText?: string;
  /** The calendar in place of the one that the policy names. */
  readonly calendar?: Calendar;
}

/** A warehouse of a few rows, written by hand. */
export class SmallWorld {
  private sequence = 0;

  private constructor(
    private current: Database,
    private readonly asOf: Date,
    private readonly timeZone: string,
    readonly policy: Policy,
    readonly calendar: Calendar
  ) {}

  get database(): Database {
    return this.current;
  }

  static async open(options: WorldOptions = {}) {
    const {asOf = '2026-06-30T00:00:00Z', timeZone = 'UTC', policy: name = 'none', policyText} = options;
    const path = join(projectRoot, `pipelines/policies/${name}.yaml`);
    const policy =
      policyText === undefined
        ? await readYamlFile(path, policySchema)
        : checkYaml(policyText, policySchema, 'policy.yaml');
    const calendar = options.calendar ?? (await readCalendar(policy.calendar, path));
    const contracts = await readContracts();
    const database = await openDatabase(':memory:', {timeZone});
    await createStaging(contracts.values(), database);
    await database.execute(`
      ${intervalMacros()}
      create schema config; create schema core; create schema kpis; create schema marts;`);
    const {kpis} = await readProjectModels();
    const facts = {name: 'small', policy, timeZone, processChanges: []};
    await writeConfig(facts, {runId: 1, asOf: new Date(asOf)}, kpis, database);
    await writeFilledFields(contracts.values(), database);
    await writeLedger([], {asOf: new Date(asOf)}, database);
    // Whatever the contracts know of, these rows may tell of.
    const steps = contracts.get('complaint_event')!.fields.find((field) => field.name === 'event')!.codes!;
    await database.execute(`
      create table config.told as
      select record, field from config.fields union all select 'step', unnest(${literalList(steps)})`);
    await writePolicy(policy, timeZone, database);
    return new SmallWorld(database, new Date(asOf), timeZone, policy, calendar);
  }

  /** Writes rows into a staging table, in their order. */
  async stage(kind: string, rows: readonly StagedRow[]): Promise<void> {
    const numbered = rows.map((row) => ({...row, record_source: 'source', sequence: ++this.sequence}));
    const columns = [...new Set(numbered.flatMap((row) => Object.keys(row)))];
    const types = Object.fromEntries(columns.map((name) => [name, 'varchar']));
    await this.database.query(
      `insert into staging.${kind} (${columns.map(identifier).join(', ')})
       select unnest("row") from (select unnest(from_json($rows::varchar, '${JSON.stringify([types])}')) as "row")`,
      {rows: JSON.stringify(numbered)}
    );
  }

  async stageAll(rows: StagedRows): Promise<void> {
    for (const [kind, some] of Object.entries(rows)) await this.stage(kind, some);
  }

  /** Ends the staging: from now on, the project's core models and KPIs are made as statements name them. */
  async build(): Promise<void> {
    const options = {asOf: this.asOf, timeZone: this.timeZone};
    await writePolicyCalendar(this.policy, this.calendar, options, this.database);
    this.current = await modelsOnDemand(this.current);
  }

  /** The counted records of a KPI as `id: numerator/denominator on day`, by id. */
  async counted(kpi: string): Promise<string[]> {
    const rows = await this.database.query<Record<'record_id' | 'day' | 'numerator' | 'denominator', string>>(
      `select record_id, strftime("at", '%Y-%m-%d') as day, numerator, denominator from kpis.${kpi} order by record_id, "at"`
    );
    return rows.map(
      ({record_id, day, numerator, denominator}) => `${record_id}: ${numerator}/${denominator} on ${day}`
    );
  }

  /** Makes a KPI of its own from a header and a query, and rolls it up. */
  async figures(header: string, query: string, dimensions: readonly string[] = ['department']): Promise<Row[]> {
    const text = `/*---\ntitle: a figure\n${header.includes('unit:') ? '' : 'unit: count\n'}better: neither\ncounts: records\n${header.includes('of:') ? '' : 'of: complaint\n'}${header}\n---*/\n${query}\n`;
    const kpi = readModel('kpis', 'pipelines/kpis/figure.sql', text) as Kpi;
    await this.database.execute(`create or replace view kpis.figure as ${kpi.sql}`);
    const facts = {contracts: await readContracts(), dimensions, timeZone: this.timeZone};
    await rollUp(await countedRecords([kpi], facts, this.database), this.database);
    return this.database.query('from marts.kpi_values order by kpi, grain, period_start, dimension, member');
  }

  close(): void {
    this.database.close();
  }
}
