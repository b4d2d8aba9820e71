import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gunzipSync} from 'node:zlib';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import type {Row} from '../../src/warehouse/duckdb.ts';
import {openWorkshop, type Workshop} from '../extract/workshop.ts';
import {Company, csv} from '../run/company.ts';
import {stageFiles} from '../transform/stageFiles.ts';
import {isOrdeal} from '../ordeal.ts';
import {hasSharedData} from './sharedData.ts';

const SETS = [
  {name: 'cfpb-2013-2016', file: 'complaints.csv', rows: isOrdeal ? 5000 : 500},
  {name: 'nyc-311-rodent-2016', file: 'requests.csv.gz', rows: isOrdeal ? 5000 : 500},
  {name: 'boston-311-2011', file: 'requests.csv.gz', rows: isOrdeal ? 10_000 : 1000}
];

/** What can happen to a cell: between the real and the absurd. */
const damage: fc.Arbitrary<(cell: string, other: string) => string> = fc.oneof(
  fc.constantFrom<(cell: string, other: string) => string>(
    () => '',
    (_, other) => other,
    (cell) => cell.slice(0, Math.floor(cell.length / 2)),
    (cell) => `${cell}${cell}`,
    (cell) => cell.replace(/\d/, '9'),
    (cell) => cell.replaceAll('/', '-').replaceAll('-', '/'),
    (cell) => cell.replace(/(\d+)([/-])(\d+)/, '$3$2$1'),
    (cell) => `\u3000${cell}\u200b`,
    (cell) => cell.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    (cell) => `"${cell}`,
    (cell) => `${cell}\n${cell}`,
    () => '1900-01-01',
    () => '31/31/2016',
    () => '46086',
    () => '#REF!',
    () => '=1+1',
    () => '2016-02-30 25:61:00',
    () => 'NaN',
    () => '不详'
  ),
  fc.string({unit: 'binary', maxLength: 60}).map((text) => () => text.toWellFormed())
);

/** Rows of a data set with damaged cells, always the same. */
function mutate(real: readonly (readonly string[])[], count: number): string[][] {
  const row = fc
    .tuple(fc.nat(real.length - 1), fc.array(fc.tuple(fc.nat(), fc.nat(), damage), {minLength: 1, maxLength: 3}))
    .map(([index, hits]) => {
      const cells = [...real[index]!];
      for (const [at, from, change] of hits) {
        cells[at % cells.length] = change(cells[at % cells.length]!, cells[from % cells.length]!);
      }
      return cells;
    });
  return fc.sample(row, {numRuns: count, seed: 20_161_123});
}

describe.skipIf(!hasSharedData).each(SETS)('$rows damaged rows of $name', ({name, file, rows}) => {
  let workshop: Workshop;

  beforeAll(async () => {
    const bytes = await readFile(join(projectRoot, '../shared/data', name, file));
    const text = file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
    const [header, ...real] = parse(text, {bom: true, relax_column_count: true});
    const whole = real.filter((cells) => cells.length === header!.length);
    const yaml = await readFile(join(projectRoot, 'test/acceptance', name, 'source.yaml'), 'utf8');
    workshop = await openWorkshop();
    const damaged = csv(mutate(whole, rows), header);
    await stageFiles(workshop, yaml.replace(/^files: .*$/m, 'files: damaged.csv'), [['damaged.csv', damaged]]);
  });

  afterAll(() => workshop.close());

  test('are each loaded, or set aside with a reason that names the field', async () => {
    const [sums] = await workshop.database.query(`
      select sum(rows_read)::int as read, sum(loaded + unchanged + quarantined)::int as accounted,
        sum(quarantined)::int as aside
      from staging.loads`);
    expect(sums).toEqual({read: rows, accounted: rows, aside: expect.any(Number) as number});
    const [aside] = await workshop.database.query<Record<'rows' | 'reasons', number>>(`
      select count(distinct "row")::int as rows, count(*) filter (reason is null)::int as unexplained,
        count(*) filter (field is null)::int as nameless, count(distinct reason)::int as reasons
      from staging.quarantine`);
    expect(aside).toEqual({rows: sums!['aside'], unexplained: 0, nameless: 0, reasons: expect.any(Number) as number});
    expect(aside!.rows).toBeGreaterThan(rows / 20);
    expect(aside!.reasons).toBeGreaterThan(2);
  });
});

/** What can happen to a line of text. */
const LINE_DAMAGE: readonly ((line: string) => string)[] = [
  (line) => line.slice(0, line.length / 3),
  (line) => `${line},,,`,
  (line) => line.replace(',', '","'),
  (line) => `"${line}`,
  (line) => `${line}\r`,
  (line) => line.replace(',', '\r'),
  (line) => `${line}\0`,
  () => '',
  () => ',,,,',
  (line) => `${line}\n${line.slice(5)}`
];

describe.skipIf(!hasSharedData)('lines that are damaged as text', () => {
  const damaged = async (seed: number) => {
    const text = await readFile(join(projectRoot, '../shared/data/cfpb-2013-2016/complaints.csv'), 'utf8');
    const [header, ...lines] = text.split('\n').slice(0, 1501);
    const damages = fc.sample(
      fc
        .option(fc.constantFrom(...LINE_DAMAGE), {freq: 20, nil: undefined})
        .map((change) => change ?? ((line: string) => line)),
      {numRuns: lines.length, seed}
    );
    const few = lines.map((line, i) => (i % 10 === 0 ? damages[i]!(line) : line));
    const yaml = await readFile(join(projectRoot, 'test/acceptance/cfpb-2013-2016/source.yaml'), 'utf8');
    return {csv: `${[header, ...few].join('\n')}\n`, source: yaml.replace(/^files: .*$/m, 'files: damaged.csv')};
  };
  const SUMS = `
    select sum(rows_read)::int as read, sum(loaded + unchanged + quarantined)::int as accounted,
      sum(loaded)::int > 500 as are_many_loaded, (select count(distinct "row")::int from staging.quarantine) = sum(quarantined) as are_all_told
    from staging.loads`;
  const check = ([sums]: readonly Row[]) => {
    expect(sums).toEqual({
      read: sums!['accounted'],
      accounted: sums!['accounted'],
      are_many_loaded: true,
      are_all_told: true
    });
  };

  test('are each accounted for by a run, which ends with figures', async () => {
    const {csv: text, source} = await damaged(1);
    const company = await Company.found({register: source});
    try {
      await company.write('damaged.csv', text);
      const {status, stderr} = await company.run('--as-of', '2016-12-31T00:00:00Z');
      expect(status, stderr).toBe(3);
      check(await company.query(SUMS));
    } finally {
      await company.dissolve();
    }
  });

  test('are each accounted for in staging', async () => {
    const {csv: text, source} = await damaged(2);
    const workshop = await openWorkshop();
    try {
      await stageFiles(workshop, source, [['damaged.csv', text]]);
      check(await workshop.database.query(SUMS));
    } finally {
      await workshop.close();
    }
  });
});
