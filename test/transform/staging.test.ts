import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import type {Row} from '../../src/warehouse/duckdb.ts';
import {openWorkshop, type Workshop} from '../extract/workshop.ts';
import {stageFiles} from './stageFiles.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.close());

const COMPLAINTS = `
kind: files
files: '*.csv'
time_zone: UTC
records:
  complaint: {complaint_id: id, received_at: at, category: category, attachments: files, customer_phone: phone}
`;
const EVENTS = `
kind: files
files: '*.csv'
time_zone: UTC
records:
  complaint_event: {complaint_id: id, at: at, event: event, handler: handler}
`;

const stage = (yaml: string, files: readonly string[]) =>
  stageFiles(
    workshop,
    yaml,
    files.map((content, i) => [`${i + 1}.csv`, content])
  );

const query = (sql: string): Promise<Row[]> => workshop.database.query(sql);
const complaints = async () =>
  (await query('select complaint_id, category from staging.complaint order by sequence')).map(
    (row) => `${String(row['complaint_id'])} ${String(row['category'])}`
  );
const sums = async () =>
  (await query('select * from staging.loads order by load')).map(
    ({file, rows_read, loaded, unchanged, quarantined}) => {
      expect(Number(rows_read)).toBe(Number(loaded) + Number(unchanged) + Number(quarantined));
      return `${String(file)}: ${String(rows_read)} = ${String(loaded)} + ${String(unchanged)} + ${String(quarantined)}`;
    }
  );

const register = (...rows: string[]) => ['id,at,category,files,phone', ...rows, ''].join('\n');
const log = (...rows: string[]) => ['id,at,event,handler', ...rows, ''].join('\n');

describe('a record with a key', () => {
  it('is kept as it came last', async () => {
    await stage(COMPLAINTS, [
      register('a,2026-01-01,old,,', 'b,2026-01-01,same,,'),
      register('a,2026-01-01,new,,', 'b,2026-01-01,same,,', 'c,2026-01-02,first,,')
    ]);
    expect(await complaints()).toEqual(['b same', 'a new', 'c first']);
    expect(await sums()).toEqual(['1.csv: 2 = 2 + 0 + 0', '2.csv: 3 = 2 + 1 + 0']);
  });

  it('comes back to what it was', async () => {
    await stage(COMPLAINTS, [
      register('a,2026-01-01,A,,'),
      register('a,2026-01-01,B,,'),
      register('a,2026-01-01,A,,', 'x,2026-01-01,-,,')
    ]);
    expect(await complaints()).toEqual(['a A', 'x -']);
    expect(await sums()).toEqual(['1.csv: 1 = 1 + 0 + 0', '2.csv: 1 = 1 + 0 + 0', '3.csv: 2 = 2 + 0 + 0']);
  });

  it('is one where a file has it twice', async () => {
    await stage(COMPLAINTS, [register('a,2026-01-01,A,,', 'a,2026-01-01,A,,', 'a,2026-01-01,B,,')]);
    expect(await complaints()).toEqual(['a B']);
    expect(await sums()).toEqual(['1.csv: 3 = 2 + 1 + 0']);
  });

  it('is what a broken row after it can not change', async () => {
    await stage(COMPLAINTS, [register('a,2026-01-01,A,,'), register('a,2026-02-30,B,,')]);
    expect(await complaints()).toEqual(['a A']);
    expect(await sums()).toEqual(['1.csv: 1 = 1 + 0 + 0', '2.csv: 1 = 0 + 0 + 1']);
  });
});

describe('an event', () => {
  it('that stands twice in a file happened twice; delivered again, it is unchanged', async () => {
    const twice = log(
      'a,2026-01-01 10:00,contacted,Wu',
      'a,2026-01-01 10:00,contacted,Wu',
      'a,2026-01-02 10:00,closed,Wu'
    );
    await stage(EVENTS, [twice, `${twice}b,2026-01-03 10:00,closed,Wu\n`]);
    expect(await query('select count(*) as n from staging.complaint_event')).toEqual([{n: '4'}]);
    expect(await sums()).toEqual(['1.csv: 3 = 3 + 0 + 0', '2.csv: 4 = 1 + 3 + 0']);
  });

  it('that is delivered a third time is a third event', async () => {
    const row = 'a,2026-01-01 10:00,contacted,Wu';
    await stage(EVENTS, [log(row, row), log(row, row, row)]);
    expect(await query('select count(*) as n from staging.complaint_event')).toEqual([{n: '3'}]);
  });

  it('is mended by a later delivery', async () => {
    await stage(EVENTS, [log('a,2026-01-01 10:00,closed,'), log('a,2026-01-01 10:00,closed,Wu')]);
    expect(await query('select handler from staging.complaint_event')).toEqual([{handler: 'Wu'}]);
    expect(await sums()).toEqual(['1.csv: 1 = 1 + 0 + 0', '2.csv: 1 = 1 + 0 + 0']);
  });
});

describe('the quarantine', () => {
  it('names each field, its value and the reason, and holds nothing personal', async () => {
    await stage(COMPLAINTS, [
      register(
        'a,2026-01-01,A,1,13812345678',
        'b,yesterday,B,many,13812345678',
        ',2026-01-01,C,13812345678,',
        'd,2026-01-01',
        'e,张三13812345678,E,,13812345678',
        'f,2026-01-01,F,-1,'
      )
    ]);
    expect(await query('select * from staging.quarantine order by "row", field')).toEqual(
      [
        {row: '2', field: 'attachments', value: '****', reason: 'not_a_whole_number'},
        {row: '2', field: 'received_at', value: '*********', reason: 'not_a_date'},
        {row: '3', field: 'attachments', value: '[*******]', reason: 'not_a_whole_number'},
        {row: '3', field: 'complaint_id', value: null, reason: 'missing'},
        {row: '4', field: null, value: null, reason: 'expected 5 columns, found 2; is the line cut off?'},
        {row: '5', field: 'received_at', value: '**[*******]', reason: 'not_a_date'},
        {row: '6', field: 'attachments', value: '-1', reason: 'out_of_range'}
      ].map((row) => ({source: expect.any(String) as string, record: 'complaint', file: '1.csv', ...row}))
    );
    expect(await complaints()).toEqual(['a A']);
    expect(await sums()).toEqual(['1.csv: 6 = 1 + 0 + 5']);
  });

  it('keeps the rows of each load apart', async () => {
    await stage(COMPLAINTS, [register('a,never,A,,'), register('b,2026-01-01,B,,', 'c,never,C,,')]);
    expect(await query('select file, "row" from staging.quarantine order by file')).toEqual([
      {file: '1.csv', row: '1'},
      {file: '2.csv', row: '2'}
    ]);
    expect(await sums()).toEqual(['1.csv: 1 = 0 + 0 + 1', '2.csv: 2 = 1 + 0 + 1']);
  });
});

it('numbers records that have no identifier by file and row, which a broken row before them does not shift', async () => {
  await stage('kind: files\nfiles: "*.csv"\ntime_zone: UTC\nrecords: {complaint: {received_at: at}}\n', [
    'at,x\n2026-01-01,1\n2026-01-02\n2026-01-03,3\n'
  ]);
  expect(
    await query('select complaint_id, received_at::varchar as received_at from staging.complaint order by sequence')
  ).toEqual([
    {complaint_id: '1.csv:1', received_at: '2026-01-01 00:00:00+00'},
    {complaint_id: '1.csv:3', received_at: '2026-01-03 00:00:00+00'}
  ]);
});

describe('a file whose columns have changed', () => {
  it('is set aside whole under schema: quarantine', async () => {
    await stage(`${COMPLAINTS}schema: quarantine\n`, [
      register('a,2026-01-01,A,,'),
      ['id,at,category,files,phone,colour', 'b,2026-01-02,B,,,red', 'c,2026-01-03,C,,,blue', ''].join('\n'),
      register('d,2026-01-04,D,,')
    ]);
    expect(await complaints()).toEqual(['a A', 'd D']);
    expect(await sums()).toEqual(['1.csv: 1 = 1 + 0 + 0', '2.csv: 2 = 0 + 0 + 2', '3.csv: 1 = 1 + 0 + 0']);
    expect(await query('select file, "row"::int as line, field, reason from staging.quarantine order by line')).toEqual(
      [1, 2].map((line) => ({file: '2.csv', line, field: null, reason: 'new column colour'}))
    );
  });
});
