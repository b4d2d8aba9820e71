import mysql from 'mysql2/promise';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {startBrokenProxy} from './brokenProxy.ts';
import {collect, QUICKLY, refusal, RowsInMemory} from './collect.ts';

/** The address of an empty database of a MySQL or MariaDB server, whose user may make tables. */
const address = process.env.HUISHENG_TEST_MYSQL ?? '';
if (address === '') console.warn('HUISHENG_TEST_MYSQL names no server: the tests of MySQL are skipped');

describe.skipIf(address === '')('MySQL', () => {
  const environment = {CRM_DATABASE: address};
  const source = (stream: string) => `
kind: mysql
connection: \${CRM_DATABASE}
timeout: 5 seconds
${QUICKLY}
streams:
  cases:
${stream.trim().replace(/^/gm, '    ')}
`;
  let client: mysql.Connection;

  beforeAll(async () => {
    client = await mysql.createConnection({uri: address, multipleStatements: true});
    await client.query(`
      drop table if exists cases, kinds;
      set time_zone = '+08:00';
      create table cases (id bigint primary key, changed timestamp(3) not null, happened datetime, day date, place varchar(20)) charset utf8mb4;
      insert into cases with recursive n as (select 1 as i union all select i + 1 from n where i < 1000)
        select i + 0, from_unixtime(1767225600 + 60 * i), '2026-01-01' + interval i minute, '2026-01-01' + interval i day, concat('place ', i) from n;
      create table kinds (number bigint unsigned, amount decimal(10, 2), share double, small float, yes boolean, instant timestamp(6) null,
        moment datetime, day date, hour time, json json, bytes varbinary(10), picture blob, bits bit(8), note text, word enum('a', 'b'), nothing int) charset utf8mb4;
      insert into kinds values (18446744073709551615, 1.10, 0.1, 0.1, true, '2026-03-05 08:09:10.123456', '2026-03-05 08:09:10', '2026-03-05',
        '09:05:00', '{"a": 1.0}', x'deadbeef', x'00ff', b'00000101', '回声 "😀" ?', 'b', null);
    `);
  });
  afterAll(() => client.end());

  test('gives every value as the text that the database has for it', async () => {
    const {rows} = await collect(source("query: select *, 'who?' as question from kinds;"), {environment});
    expect(rows).toEqual([
      {
        number: '18446744073709551615',
        amount: '1.10',
        share: '0.1',
        small: '0.1',
        yes: '1',
        instant: '2026-03-05 00:09:10.123456+00:00',
        moment: '2026-03-05 08:09:10',
        day: '2026-03-05',
        hour: '09:05:00',
        json: '{"a": 1.0}',
        bytes: '\\xdeadbeef',
        picture: '\\x00ff',
        bits: '\\x05',
        note: '回声 "😀" ?',
        word: 'b',
        nothing: null,
        question: 'who?'
      }
    ]);
  });

  test('reads everything at first, then what is new and what lies in the overlap', async () => {
    const cases = source(`
query: select id, changed from cases
cursor: changed
overlap: 2 minutes
count: select count(*) from cases`);
    const first = await collect(cases, {environment});
    expect(first.rows).toHaveLength(1000);
    expect(first).toMatchObject({cursor: '2026-01-01 16:40:00.000+00:00', count: 1000, notes: []});
    await client.query(
      `insert into cases (id, changed) values (1001, '2026-01-02 00:39:30'), (1002, '2026-01-02 01:00:00.5')`
    );
    const second = await collect(cases, {environment, cursor: first.cursor});
    expect(second.rows.map(({id}) => id)).toEqual(['998', '999', '1001', '1000', '1002']);
    expect(second.cursor).toBe('2026-01-01 17:00:00.500+00:00');
    expect(second.rows.filter((row) => second.isRecent(row)).map(({id}) => id)).toEqual(['1002']);
    await client.query('delete from cases where id > 1000');
  });

  test.each([
    ['id', 2, '1000', ['998', '999', '1000']],
    ['happened', '"1 minute"', '2026-01-01 16:40:00', ['999', '1000']],
    ['day', '"1 day"', '2028-09-27', ['999', '1000']],
    ['place', 0, 'place 999', ['999']]
  ])('knows an overlap of a column "%s"', async (cursor, overlap, last, ids) => {
    const {rows, ...fetched} = await collect(
      source(`{query: select * from cases, cursor: ${cursor}, overlap: ${overlap}}`),
      {environment, cursor: last}
    );
    expect(rows.map(({id}) => id)).toEqual(ids);
    expect(fetched.cursor).toBe(last);
    expect(rows.every((row) => fetched.isRecent(row))).toBe(true);
  });

  test('reads again from the beginning when the connection breaks, and each row arrives once', async () => {
    const {port} = new URL(address);
    const proxy = await startBrokenProxy(Number(port === '' ? 3306 : port), [0, 20_000]);
    try {
      const through = new URL(address);
      through.port = String(proxy.port);
      const {rows, retries, resets} = await collect(source('query: select * from cases'), {
        environment: {CRM_DATABASE: through.href}
      });
      expect(new Set(rows.map(({id}) => id)).size).toBe(1000);
      expect({rows: rows.length, resets}).toEqual({rows: 1000, resets: 2});
      expect(retries).toEqual(Array(2).fill(expect.stringMatching(/connection (?:reset|lost)/)));
    } finally {
      await proxy.stop();
    }
  });

  test('does not wait longer than it is told', async () => {
    const slow = source('query: select sleep(30)').replace('5 seconds', '1 second').replace('{wait', '{times: 1, wait');
    await expect(collect(slow, {environment})).rejects.toThrow(/(?:too long|no answer in time), 2 times in a row/);
    const reason = new Error('stopped');
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort(reason);
    }, 100);
    const slower = source('query: select sleep(2)');
    await expect(collect(slower, {environment, signal: stop.signal})).rejects.toBe(reason);
  });

  test.each([
    ['query: select * from casses', /casses' doesn't exist/],
    ['query: select colour from cases', /Unknown column 'colour'/],
    ['query: selekt 1 from', /error in your SQL syntax/],
    ['{query: select * from cases, cursor: chnged}', /the query has no column "chnged"; did you mean "changed"\?/],
    ['{query: select * from cases, cursor: place, overlap: 1 day}', /"place" holds neither times nor numbers/],
    ['{query: select 1, count: "delete from cases"}', /READ ONLY transaction/]
  ])('says at once what is wrong with %s', async (stream, message) => {
    const sink = new RowsInMemory();
    const attempt = collect(source(stream), {environment, sink});
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow(/^source\.yaml, streams\.cases/);
    expect(sink.resets).toBe(0);
  });

  test('names no secret in its errors', async () => {
    const wrong = new URL(address);
    wrong.password = 'guessed';
    const error = await refusal(collect(source('query: select 1'), {environment: {CRM_DATABASE: wrong.href}}));
    expect(error).toMatch(/Access denied for user/);
    expect(error).not.toMatch(/guessed/);
  });
});
