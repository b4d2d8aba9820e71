import {mkdir, mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Pipeline} from '../../src/config/pipeline.ts';
import {readContracts} from '../../src/contract/catalog.ts';
import {definitionsOf} from '../../src/editions/definitions.ts';
import {loadEditions} from '../../src/editions/loadEditions.ts';
import type {Edition} from '../../src/editions/readEditions.ts';
import {restateEditions} from '../../src/editions/restate.ts';
import {writeEdition} from '../../src/editions/writeEdition.ts';
import type {LedgerEntry} from '../../src/ledger/ledgerSpec.ts';
import {intervalMacros} from '../../src/statistics/intervalsSql.ts';
import {countedRecords} from '../../src/transform/counted.ts';
import {makeViews} from '../../src/transform/makeModels.ts';
import {readModel, type Kpi} from '../../src/transform/model.ts';
import {rollUp} from '../../src/transform/rollUp.ts';
import {openDatabase, type Database, type Row} from '../../src/warehouse/duckdb.ts';
import {literal} from '../../src/warehouse/quote.ts';
import {exampleRun} from '../run/exampleJournal.ts';

const HEADER = 'title: x\nof: complaint\nbetter: neither\ncounts: x';

/** Two figures: how many came, and how many of them were solved. */
const KPIS: Readonly<Record<string, string>> = {
  cases: `/*---\n${HEADER}\nkind: count\nunit: count\n---*/\nselect complaint_id as record_id, received_at as "at" from core.complaints`,
  solved_rate: `/*---\n${HEADER}\nkind: ratio\nunit: percent\n---*/
    select complaint_id as record_id, received_at as "at", is_solved::int as numerator, 1 as denominator from core.complaints`
};

const DIMENSIONS = ['department', 'handler'];

export interface Case {
  readonly id: string;
  /** A day, YYYY-MM-DD. */
  readonly day: string;
  readonly department: string | null;
  readonly is_solved: boolean;
}

/** A card by its department: the points of May 2026. */
export type Cards = Readonly<Record<string, number | null>>;

export interface WorldFacts {
  readonly cases: readonly Case[];
  readonly cards?: Cards;
  readonly ledger?: readonly LedgerEntry[];
  /** Queries in place of those above, by KPI. */
  readonly kpis?: Readonly<Record<string, string>>;
}

/** Figures of May 2026 over a few cases, which can be frozen, changed and held against what was frozen. */
export class FrozenWorld {
  private readonly editions: Edition[] = [];

  private constructor(private readonly folder: string) {}

  static async open(): Promise<FrozenWorld> {
    return new FrozenWorld(await mkdtemp(join(tmpdir(), 'huisheng-test-')));
  }

  async close(): Promise<void> {
    await rm(this.folder, {recursive: true});
  }

  /** Freezes May 2026; an edition that was frozen before is not the latest any more. */
  async freeze(facts: WorldFacts): Promise<Edition> {
    const number = this.editions.length + 1;
    const folder = join(this.folder, String(number));
    await mkdir(folder);
    const {database, kpis, pipeline, definitions} = await this.build(facts);
    try {
      const {manifest, sha256} = await writeEdition(
        folder,
        {
          pipeline,
          period: {grain: 'month', start: '2026-05-01', id: '2026-05'},
          number,
          previous: null,
          by: '王敏',
          build: {
            fingerprint: '',
            definitions: '',
            code: '',
            as_of: new Date('2026-06-30'),
            until: new Date('2026-07-01'),
            run: exampleRun()
          },
          definitions,
          kpis,
          ledger: facts.ledger ?? []
        },
        database
      );
      const edition = {name: manifest.edition, folder, sha256, manifest, isLatest: true};
      this.editions.splice(0, number, ...this.editions.map((one) => ({...one, isLatest: false})), edition);
      return edition;
    } finally {
      database.close();
    }
  }

  /** What marts tell when these are the facts: the rows of a query over them. */
  async restated(facts: WorldFacts, ...queries: readonly string[]): Promise<Row[][]> {
    const {database, kpis, definitions} = await this.build(facts);
    try {
      const counted = await countedRecords(
        kpis,
        {contracts: await readContracts(), dimensions: DIMENSIONS, timeZone: 'UTC'},
        database
      );
      await loadEditions(this.editions, definitions, database);
      const dependencies = new Map(kpis.map(({name}) => [name, ['core.complaints']]));
      await restateEditions({editions: this.editions, definitions, dependencies, counted}, database);
      const results: Row[][] = [];
      for (const query of queries) results.push(await database.query(query));
      return results;
    } finally {
      database.close();
    }
  }

  private async build({cases, cards = {}, kpis: queries = {}}: WorldFacts) {
    const database = await openDatabase(':memory:');
    const texts = Object.entries({...KPIS, ...queries});
    const kpis = texts.map(([id, text]) => readModel('kpis', join(this.folder, `${id}.sql`), text) as Kpi);
    const policy = {id: 'none', versions: [{effective_from: '2020-01-01'}]};
    const pipeline = {name: 'company', timeZone: 'UTC', policy, calendar: {}} as unknown as Pipeline;
    await prepare(cases, cards, database);
    await makeViews(kpis, database);
    const options = {contracts: await readContracts(), dimensions: DIMENSIONS, timeZone: 'UTC'};
    await rollUp(await countedRecords(kpis, options, database), database);
    return {database, kpis, pipeline, definitions: definitionsOf(pipeline, kpis, DIMENSIONS)};
  }
}

async function prepare(cases: readonly Case[], cards: Cards, database: Database): Promise<void> {
  const insert = (table: string, rows: readonly string[]) =>
    rows.length === 0 ? '' : `insert into ${table} values ${rows.join(', ')};`;
  const rows = cases.map(
    ({id, day, department, is_solved}) =>
      `(${literal(id)}, timestamptz '${day} 12:00:00+00', ${department === null ? 'null' : literal(department)}, null, ${is_solved})`
  );
  const points = Object.entries(cards).map(
    ([member, value]) => `('month', date '2026-05-01', 'department', ${literal(member)}, ${String(value)})`
  );
  await database.execute(`
    ${intervalMacros()}
    create schema config; create schema core; create schema kpis; create schema marts; create schema policy;
    create table config.run as select timestamptz '2026-06-30 00:00:00+00' as as_of, 'UTC' as time_zone;
    create table policy.targets (kpi varchar, target double, effective_from timestamptz, effective_until timestamptz);
    create table core.complaints (complaint_id varchar, received_at timestamptz, department varchar, handler varchar, is_solved boolean);
    create view marts.card_evidence as
    select 'month' as grain, date '2026-05-01' as period_start, 'department' as dimension, department as member, 'solved_rate' as kpi,
      complaint_id as record_id, is_solved::double as "count", 1.0::double as total, null::varchar as entry
    from core.complaints where date_trunc('month', received_at) = date '2026-05-01';
    create table marts.cards (grain varchar, period_start date, dimension varchar, member varchar, points double);
    ${insert('core.complaints', rows)} ${insert('marts.cards', points)}`);
}
