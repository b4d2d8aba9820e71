import {join} from 'node:path';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {policySchema, type Policy} from '../../pipelines/policies/schema.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {checkYaml, readYamlFile} from '../../src/config/yamlFile.ts';
import {readContracts} from '../../src/contract/catalog.ts';
import {projectRoot} from '../../src/project.ts';
import {intervalMacros} from '../../src/statistics/intervalsSql.ts';
import {countedRecords, type Counted} from '../../src/transform/counted.ts';
import {orderModels, readDependencies} from '../../src/transform/dependencies.ts';
import {writeFilledFields} from '../../src/transform/filledFields.ts';
import {makeModels} from '../../src/transform/makeModels.ts';
import {readModel, readModels, type Kpi, type Model} from '../../src/transform/model.ts';
import {writeMissingYears, writePolicyCalendar} from '../../src/transform/policyCalendar.ts';
import {writePolicy} from '../../src/transform/policyTables.ts';
import {rollUp} from '../../src/transform/rollUp.ts';
import {createStaging} from '../../src/transform/staging.ts';
import {writeConfig} from '../../src/transform/writeConfig.ts';
import {openDatabase, type Database, type Row} from '../../src/warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../../src/warehouse/quote.ts';

/** A row of a staging table, with the columns that matter. */
export type StagedRow = Readonly<Record<string, string | number | boolean | null>>;

/** Rows by record kind. */
export type StagedRows = Readonly<Record<string, readonly StagedRow[]>>;

const ROWS_PER_STATEMENT = 500;

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

/** The project's models, read once for all worlds of a test file. */
let projectModels: Promise<Model[]> | undefined;

async function readInOrder(database: Database): Promise<Model[]> {
  const {models} = await readModels();
  return orderModels(models, await readDependencies(models, database), ['marts.kpi_values']);
}

/** A warehouse of a few rows, written by hand. */
export class SmallWorld {
  private sequence = 0;

  private constructor(
    readonly database: Database,
    private readonly asOf: Date,
    private readonly timeZone: string,
    readonly policy: Policy,
    readonly calendar: Calendar
  ) {}

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
    const {kpis} = await readModels();
    const facts = {name: 'small', policy, timeZone};
    await writeConfig(facts, {runId: 1, asOf: new Date(asOf)}, kpis, database);
    await writeFilledFields(contracts.values(), database);
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
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const names = [...columns, 'record_source', 'sequence'].map(identifier).join(', ');
    for (let i = 0; i < rows.length; i += ROWS_PER_STATEMENT) {
      const values = rows
        .slice(i, i + ROWS_PER_STATEMENT)
        .map((row) => `(${columns.map((name) => valueSql(row[name])).join(', ')}, 'source', ${++this.sequence})`);
      await this.database.execute(`insert into staging.${kind} (${names}) values ${values.join(', ')}`);
    }
  }

  async stageAll(rows: StagedRows): Promise<void> {
    for (const [kind, some] of Object.entries(rows)) await this.stage(kind, some);
  }

  /** Makes the project's core models and KPIs. */
  async build(): Promise<void> {
    const ordered = await (projectModels ??= readInOrder(this.database));
    const options = {asOf: this.asOf, timeZone: this.timeZone};
    await writePolicyCalendar(this.policy, this.calendar, options, this.database);
    await makeModels(
      ordered.filter(({layer}) => layer === 'core'),
      this.database
    );
    await writeMissingYears(this.policy, this.database);
    await makeModels(
      ordered.filter(({layer}) => layer === 'kpis'),
      this.database
    );
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
    const counted: Counted = await countedRecords(kpi, await readContracts(), dimensions, this.timeZone, this.database);
    await rollUp([counted], this.database);
    return this.database.query('from marts.kpi_values order by kpi, grain, period_start, dimension, member');
  }

  close(): void {
    this.database.close();
  }
}

function valueSql(value: StagedRow[string] | undefined): string {
  if (value === undefined) return 'null';
  return typeof value === 'string' ? literal(value) : String(value);
}
