import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {RecordMapping, SourceRow} from '../../src/contract/mapping.ts';
import {typeRecord} from '../../src/contract/typedValue.ts';
import {landRow} from '../../src/extract/landRow.ts';
import type {Load} from '../../src/extract/load.ts';
import type {Source} from '../../src/extract/source.ts';
import {createStaging, fillStaging} from '../../src/transform/staging.ts';
import type {Row} from '../../src/warehouse/duckdb.ts';
import {openWorkshop, type Workshop} from '../extract/workshop.ts';
import {hostileColumns, hostileContract, hostileSource} from './hostileContract.ts';
import {hostileRow, writableRow} from './hostileValues.ts';

const SEED = 20260701;
const ROWS = 2000;
const contracts = new Map([[hostileContract.kind, hostileContract]]);
/** In the order in which a file of JSON gives them. */
const columns = Object.keys(hostileColumns).sort();

/** What became of one row: rejected as a whole, or what was landed of it with its typed values or its problems. */
interface Outcome {
  readonly rejected?: boolean;
  readonly landed?: Readonly<Record<string, unknown>>;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly problems?: Readonly<Record<string, string>>;
}

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

function rowWise(row: SourceRow, number: number, {mapping, source, file}: Way): Outcome {
  const landed = landRow(row, mapping, source.keep, workshop.pseudonymiser);
  if (!landed) return {rejected: true};
  const verdict = typeRecord({...landed, id: `${file}:${number}`, unit: 'piece'}, mapping);
  if ('problems' in verdict) {
    return {landed, problems: Object.fromEntries(verdict.problems.map(({field, reason}) => [field, reason]))};
  }
  return {
    landed,
    values: Object.fromEntries(Object.entries(verdict.record).map(([field, value]) => [field, plain(value)]))
  };
}

interface Way {
  readonly mapping: RecordMapping;
  readonly source: Source;
  readonly file: string;
}

/** An instant as microseconds since 1970, any other value as text. */
function plain(value: unknown): string {
  const match = typeof value === 'string' ? /^(\d{4}-.*T.*\.\d{3})(\d{3})Z$/.exec(value) : null;
  if (match) return String(BigInt(Date.parse(`${match[1]}Z`)) * 1000n + BigInt(match[2]!));
  return typeof value === 'number' ? String(value + 0) : String(value);
}

async function setWise(source: Source, load: Load): Promise<Map<number, Outcome>> {
  const {database} = workshop;
  await database.execute('drop schema if exists staging cascade');
  await createStaging(contracts.values(), database);
  await fillStaging([source], [load], contracts, database);
  const instants = hostileContract.fields
    .filter(({type}) => type === 'instant')
    .map(({name}) => `epoch_us("${name}") as "${name}"`);
  const typed = await database.query(`select * replace (${instants.join(', ')}) from staging.hostile`);
  const broken = await database.query<{row: string; field: string | null; reason: string}>('from staging.quarantine');
  const outcomes = new Map<number, Outcome>();
  for (const row of await workshop.landed(load, 'hostile')) {
    outcomes.set(Number(row['_row']), {landed: without(row, ['_row', '_load'])});
  }
  for (const row of typed) {
    const number = Number(BigInt(row['sequence'] as string) & 0xffffffffn);
    const there = Object.entries(without(row, ['record_source', 'sequence'])).filter(([, value]) => value !== null);
    outcomes.set(number, {
      ...outcomes.get(number)!,
      values: Object.fromEntries(there.map(([field, value]) => [field, plain(value)]))
    });
  }
  for (const {row, field, reason} of broken) {
    const outcome = outcomes.get(Number(row));
    if (field === null) outcomes.set(Number(row), {rejected: true});
    else outcomes.set(Number(row), {...outcome, problems: {...outcome?.problems, [field]: reason}});
  }
  return outcomes;
}

function without(row: Row, columns: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
}

/** The rows of which the two ways tell differently, with no more of them than a person can look at. */
function differences(rows: readonly SourceRow[], outcomes: ReadonlyMap<number, Outcome>, way: Way): string[] {
  const found: unknown[] = [];
  for (const [i, row] of rows.entries()) {
    const one = rowWise(row, i + 1, way);
    const other = outcomes.get(i + 1);
    if (one.rejected !== other?.rejected) found.push({row: i + 1, rowWise: one.rejected, setWise: other?.rejected});
    for (const part of ['landed', 'values', 'problems'] as const) {
      const [a, b]: [Row, Row] = [{...one[part]}, {...other?.[part]}];
      const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => a[field] !== b[field]);
      if (fields.length > 0) {
        const differing = fields.map((field) => ({field, raw: row[field], rowWise: a[field], setWise: b[field]}));
        found.push({row: i + 1, part, differing});
      }
    }
  }
  return found.slice(0, 5).map((difference) => JSON.stringify(difference));
}

function csvCell(value: string | null): string {
  return value === null ? '' : `"${value.replaceAll('"', '""')}"`;
}

describe('one contract, two ways', () => {
  it.each([
    {
      file: 'rows.jsonl',
      arbitrary: hostileRow,
      write: (rows: readonly SourceRow[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    },
    {
      file: 'rows.csv',
      arbitrary: writableRow,
      write: (rows: readonly SourceRow[]) =>
        [columns.join(','), ...rows.map((row) => Object.values(row).map(csvCell).join(','))].join('\n')
    }
  ])('gives every row of $file the same landed text, verdict and values', async ({file, arbitrary, write}) => {
    const rows = fc.sample(arbitrary, {seed: SEED, numRuns: ROWS}).map(sorted);
    await workshop.write(file, write(rows));
    const source = await workshop.source(hostileSource(file), contracts);
    const [load] = await workshop.extract(source);
    const way = {mapping: source.records[0]!.mapping, source, file};
    const outcomes = await setWise(source, load!);
    expect(differences(rows, outcomes, way), `seed ${SEED}`).toEqual([]);
    const good = [...outcomes.values()].filter(({values}) => values !== undefined);
    expect(good.length / ROWS, 'the share of rows that keep the contract').toBeGreaterThan(0.2);
  });
});

function sorted(row: SourceRow): SourceRow {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}
