import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {startBrokenProxy} from './brokenProxy.ts';
import {collect, QUICKLY, refusal, RowsInMemory} from './collect.ts';
import {startPostgres, type PostgresServer} from './postgresServer.ts';

const server = await startPostgres();
afterAll(() => server?.stop());

describe.skipIf(!server)('PostgreSQL', () => {
  const {client, address, port} = server ?? ({} as PostgresServer);
  const environment = {CRM_DATABASE: address};
  const source = (stream: string, connection = '${CRM_DATABASE}') => `
kind: postgres
connection: ${connection}
timeout: 5 seconds
${QUICKLY}
streams:
  cases:
${stream.trim().replace(/^/gm, '    ')}
`;

  beforeAll(async () => {
    await client.query(`
      create table cases (id bigint, changed timestamptz, day date, place text);
      insert into cases select i, '2026-01-01 00:00:00Z'::timestamptz + i * interval '1 minute', '2026-01-01'::date + i, 'place ' || i
        from generate_series(1, 12000) as i;
      create user guest password 'secret-of-guest';
    `);
  });

  test('gives every value as the text that the database has for it', async () => {
    const {rows} = await collect(
      source(`
query: |
  select 9007199254740993::bigint as number, 1.10::numeric as amount, 0.1::float8 as share, true as yes, false as no,
    timestamptz '2026-03-05 08:09:10.123456+08' as instant, timestamp '2026-03-05 08:09:10' as local, date '2026-03-05' as day,
    time '09:05' as hour, '{"a": 1.0, "b": [9007199254740993]}'::json as json, '{"b": 2, "a": 1}'::jsonb as jsonb,
    '\\xdeadBEEF'::bytea as bytes, array['a', 'b,c']::text[] as list, null::text as nothing, '' as empty, '回声 "😀"' as text,
    '6f1e0c1c-97e4-4a42-8ad8-7b0d3c2c7b11'::uuid as uuid, interval '1 day 02:00' as span -- a comment at the end`),
      {environment}
    );
    expect(rows).toEqual([
      {
        number: '9007199254740993',
        amount: '1.10',
        share: '0.1',
        yes: 'true',
        no: 'false',
        instant: '2026-03-05 00:09:10.123456+00:00',
        local: '2026-03-05 08:09:10',
        day: '2026-03-05',
        hour: '09:05:00',
        json: '{"a": 1.0, "b": [9007199254740993]}',
        jsonb: '{"a": 1, "b": 2}',
        bytes: '\\xdeadbeef',
        list: '{a,"b,c"}',
        nothing: null,
        empty: '',
        text: '回声 "😀"',
        uuid: '6f1e0c1c-97e4-4a42-8ad8-7b0d3c2c7b11',
        span: '1 day 02:00:00'
      }
    ]);
  });

  test('reads everything at first, then what is new and what lies in the overlap', async () => {
    const cases = source(`
query: select id, changed from cases;
cursor: changed
overlap: 3 minutes
count: select count(*) from cases`);
    const first = await collect(cases, {environment});
    expect(first.rows).toHaveLength(12000);
    expect(first).toMatchObject({cursor: '2026-01-09 08:00:00+00:00', count: 12000, notes: []});
    expect(first.rows.filter((row) => first.isRecent(row)).map(({id}) => id)).toEqual([
      '11997',
      '11998',
      '11999',
      '12000'
    ]);

    await client.query(`insert into cases values (12001, '2026-01-09 07:58:30.5Z'), (12002, '2026-01-09 09:00Z')`);
    const second = await collect(cases, {environment, cursor: first.cursor});
    expect(second.rows.map(({id}) => id)).toEqual(['11997', '11998', '12001', '11999', '12000', '12002']);
    expect(second.cursor).toBe('2026-01-09 09:00:00+00:00');
    await client.query('delete from cases where id > 12000');
  });

  test.each([
    ['id', 2, '12000', ['11998', '11999', '12000']],
    ['day', '"1 day"', '2058-11-09', ['11999', '12000']],
    ['place', 0, 'place 9999', ['9999']]
  ])('knows an overlap of a column "%s"', async (cursor, overlap, last, ids) => {
    const {rows, ...fetched} = await collect(
      source(`{query: select * from cases, cursor: ${cursor}, overlap: ${overlap}}`),
      {environment, cursor: last}
    );
    expect(rows.map(({id}) => id)).toEqual(ids);
    expect(fetched.cursor).toBe(last);
    expect(rows.every((row) => fetched.isRecent(row))).toBe(true);
  });

  test('begins where it is told, and says how many rows it can not order', async () => {
    const {rows, notes, cursor} = await collect(
      source('{query: "select id, case when id < 12000 then id end as place from cases", cursor: place, start: 11990}'),
      {environment}
    );
    expect(rows).toHaveLength(10);
    expect({notes, cursor}).toEqual({notes: [], cursor: '11999'});
    const all = await collect(
      source('{query: "select id, case when id < 12000 then id end as place from cases", cursor: place}'),
      {environment}
    );
    expect(all).toMatchObject({
      cursor: '11999',
      notes: ['source.yaml, streams.cases: 1 rows have no "place"; they are read only when everything is']
    });
  });

  test('keeps its place and tells it when the rows go back', async () => {
    const {rows, cursor, notes} = await collect(source('{query: select * from cases, cursor: id, overlap: 9}'), {
      environment,
      cursor: '12005'
    });
    expect(rows.map(({id}) => id)).toEqual(['11996', '11997', '11998', '11999', '12000']);
    expect(cursor).toBe('12005');
    expect(notes.join()).toMatch(/greatest "id" is before the one of the last run.*--full/);
  });

  test('reads again from the beginning when the connection breaks, and each row arrives once', async () => {
    const proxy = await startBrokenProxy(port, [0, 300_000, 100_000]);
    try {
      const through = address.replace(String(port), String(proxy.port));
      const {rows, retries, resets} = await collect(source('query: select * from cases'), {
        environment: {CRM_DATABASE: through}
      });
      expect(rows).toHaveLength(12000);
      expect(new Set(rows.map(({id}) => id)).size).toBe(12000);
      // By the moment at which the loss is noticed.
      const lost = expect.stringMatching(/^connection (?:reset|lost)$/) as string;
      expect({retries, resets}).toEqual({retries: Array(3).fill(lost), resets: 3});
    } finally {
      await proxy.stop();
    }
  });

  test('gives up on a server that is not there after the retries it is allowed', async () => {
    const proxy = await startBrokenProxy(port, []);
    await proxy.stop();
    const gone = source('query: select 1', `postgres://crm:\${PASSWORD}@127.0.0.1:${proxy.port}/crm`);
    await expect(collect(gone, {environment: {PASSWORD: 'hush-hush'}})).rejects.toThrow(
      'source.yaml, streams.cases: connection refused, 7 times in a row; see whether the source is up'
    );
  });

  test('does not wait longer than it is told', async () => {
    const slow = source('query: select pg_sleep(30)')
      .replace('5 seconds', '500 milliseconds')
      .replace('{wait', '{times: 1, wait');
    await expect(collect(slow, {environment})).rejects.toThrow('the query took too long, 2 times in a row');
    const reason = new Error('stopped');
    const stop = new AbortController();
    setTimeout(() => {
      stop.abort(reason);
    }, 100);
    await expect(collect(source('query: select pg_sleep(30)'), {environment, signal: stop.signal})).rejects.toBe(
      reason
    );
  });

  test.each([
    ['query: select * from casses', /relation "casses" does not exist/],
    ['query: select colour from cases', /column "colour" does not exist/],
    ['query: selekt 1', /syntax error/],
    ['query: select 1 as a, 2 as a', /two columns are called "a"/],
    [
      '{query: select * from cases, cursor: chnged}',
      /cursor: the query has no column "chnged"; did you mean "changed"\?/
    ],
    ['{query: select * from cases, cursor: place, overlap: 1 day}', /overlap: "place" holds neither times nor numbers/],
    [
      '{query: select * from cases, cursor: id, overlap: 1 day}',
      /overlap: expected a whole number, for the column holds numbers/
    ],
    ['{query: select * from cases, cursor: changed, overlap: 5}', /overlap: expected a length of time/],
    ['{query: select 1, count: "select null"}', /count: expected a SELECT of one whole number/],
    ['query: "with gone as (delete from cases returning id) select * from gone"', /must be at the top level|read-only/]
  ])('says at once what is wrong with %s', async (stream, message) => {
    const sink = new RowsInMemory();
    const attempt = collect(source(stream), {environment, sink});
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow(/^source\.yaml, streams\.cases/);
    expect(sink.resets).toBe(0);
  });

  test('names no value of a row and no secret in its errors', async () => {
    const contact = await refusal(collect(source(`query: select place::int from cases`), {environment}));
    expect(contact).toMatch(/SQLSTATE 22P02/);
    expect(contact).not.toMatch(/place \d/);
    const guest = (password: string) => ({CRM_DATABASE: address.replace('owner:secret-of-owner', `guest:${password}`)});
    const denied = await refusal(
      collect(source('query: select * from cases'), {environment: guest('secret-of-guest')})
    );
    expect(denied).toMatch(/permission denied for table cases/);
    const wrong = await refusal(collect(source('query: select 1'), {environment: guest('guessed')}));
    expect(wrong).toMatch(/password authentication failed for user "guest"/);
    expect(`${denied}${wrong}`).not.toMatch(/secret|guessed/);
  });

  test('names the environment variable that is missing, and a connection that is no address', async () => {
    await expect(collect(source('query: select 1'))).rejects.toThrow(
      'source.yaml, connection: the environment variable CRM_DATABASE is not set'
    );
    const odd = collect(source('query: select 1'), {environment: {CRM_DATABASE: 'host=crm password=hush'}});
    await expect(odd).rejects.toThrow(
      /expected an address such as postgres:\/\/user:password@host\/database in \$\{CRM_DATABASE\}/
    );
    await expect(odd).rejects.not.toThrow(/hush/);
    const stray = collect(source('query: select 1'), {
      environment: {CRM_DATABASE: 'postgres://crm:100%hush@localhost/crm'}
    });
    await expect(stray).rejects.toThrow(/expected an address/);
  });
});
