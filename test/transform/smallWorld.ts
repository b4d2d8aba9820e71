import {join} from 'node:path';
import {policySchema} from '../../pipelines/policies/schema.ts';
import {readYamlFile} from '../../src/config/yamlFile.ts';
import {readContracts} from '../../src/contract/catalog.ts';
import {projectRoot} from '../../src/project.ts';
import {intervalMacros} from '../../src/statistics/intervalsSql.ts';
import {countedRecords, type Counted} from '../../src/transform/counted.ts';
import {orderModels, readDependencies} from '../../src/transform/dependencies.ts';
import {readModel, readModels, type Kpi} from '../../src/transform/model.ts';
import {writePolicy} from '../../src/transform/policyTables.ts';
import {rollUp} from '../../src/transform/rollUp.ts';
import {createStaging} from '../../src/transform/staging.ts';
import {openDatabase, type Database, type Row} from '../../src/warehouse/duckdb.ts';
import {identifier, literal} from '../../src/warehouse/quote.ts';

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
  readonly policy?: string;
}

/** A warehouse of a few rows, written by hand. */
export class SmallWorld {
  private sequence = 0;

  private constructor(
    readonly database: Database,
    private readonly timeZone: string
  ) {}

  static async open({asOf = '2026-06-30T00:00:00Z', timeZone = 'UTC', policy = 'none'}: WorldOptions = {}) {
    const database = await openDatabase(':memory:', {timeZone});
    await createStaging((await readContracts()).values(), database);
    await database.execute(`
      ${intervalMacros()}
      create schema config; create schema core; create schema kpis; create schema marts;
      create table config.run as
      select 1 as run_id, 'small' as pipeline, timestamptz ${literal(asOf)} as as_of, ${literal(timeZone)} as time_zone;`);
    const path = join(projectRoot, `pipelines/policies/${policy}.yaml`);
    await writePolicy(await readYamlFile(path, policySchema), timeZone, database);
    return new SmallWorld(database, timeZone);
  }

  /** Writes rows into a staging table, in their order. */
  async stage(kind: string, rows: readonly StagedRow[]): Promise<void> {
    for (const row of rows) {
      const columns = [...Object.keys(row), 'record_source', 'sequence'].map(identifier).join(', ');
      const values = [...Object.values(row).map(valueSql), `'source'`, String(++this.sequence)].join(', ');
      await this.database.execute(`insert into staging.${kind} (${columns}) values (${values})`);
    }
  }

  async stageAll(rows: StagedRows): Promise<void> {
    for (const [kind, some] of Object.entries(rows)) await this.stage(kind, some);
  }

  /** Makes the project's core models and KPIs. */
  async build(): Promise<void> {
    const {models} = await readModels();
    const ordered = orderModels(models, await readDependencies(models, this.database), ['marts.kpi_values']);
    for (const {layer, id, isView, sql} of ordered) {
      if (layer !== 'core' && layer !== 'kpis') continue;
      await this.database.execute(`create ${isView ? 'view' : 'table'} ${layer}.${identifier(id)} as ${sql}`);
    }
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
  return typeof value === 'string' ? literal(value) : String(value);
}
