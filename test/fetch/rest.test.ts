import {afterEach, describe, expect, test} from 'vitest';
import {
  hang,
  html,
  json,
  reset,
  stall,
  startServer,
  status,
  truncated,
  type Act,
  type BadServer,
  type Request
} from './badServer.ts';
import {collect, QUICKLY, refusal, RowsInMemory, type Collected, type CollectOptions} from './collect.ts';

let server: BadServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** Fetches the stream `cases` from a server that acts so. */
async function fetchFrom(
  act: (request: Request) => Act,
  stream: string,
  {settings = '', ...options}: CollectOptions & {settings?: string} = {}
): Promise<Collected> {
  server = await startServer(act);
  const yaml = `kind: rest\nurl: ${server.origin}/api\ntimeout: 1 second\n${settings.includes('retry') ? '' : QUICKLY}\n${settings}\nstreams:\n  cases: ${stream}`;
  return collect(yaml, options);
}

const asked = () => server!.requests.map(({url}) => url.pathname + url.search);
const ids = (rows: readonly {readonly id?: string | null}[]) => rows.map(({id}) => Number(id));
const upTo = (last: number, first = 1) => Array.from({length: last - first + 1}, (_, i) => first + i);
const cases = (numbers: readonly number[]) => numbers.map((id) => ({id}));

describe('paging', () => {
  const page = ({url}: Request, size = 10) => {
    const from = Number(url.searchParams.get('from') ?? 10 * (Number(url.searchParams.get('page') ?? 1) - 1));
    return upTo(25).slice(from, from + size);
  };

  test('by numbers of pages, until one is empty', async () => {
    const {rows, count} = await fetchFrom(
      (request) => json({total: 25, data: {rows: cases(page(request))}}),
      '{path: list, query: {sort: id}, rows: data.rows, count: total, paging: {kind: page, parameter: page}}'
    );
    expect(ids(rows)).toEqual(upTo(25));
    expect(count).toBe(25);
    expect(asked()).toEqual([1, 2, 3, 4].map((n) => `/api/list?sort=id&page=${n}`));
  });

  test('by the place of the row, by steps of what came', async () => {
    const {rows} = await fetchFrom(
      (request) => json(cases(page(request, 7))),
      '{query: {limit: 100}, paging: {kind: offset, parameter: from}}'
    );
    expect(ids(rows)).toEqual(upTo(25));
    expect(asked().at(-1)).toBe('/api?limit=100&from=25');
  });

  test.each([
    ['until: done', (isLast: boolean) => ({done: isLast})],
    ['while: more', (isLast: boolean) => ({more: !isLast})]
  ])('by a cursor in the answer, %s', async (end, told) => {
    const {rows, cursor} = await fetchFrom(({url}) => {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      return json({rows: cases(upTo(from + 5, from + 1)), next: from + 5, ...told(from === 20)});
    }, `{first: {from: start}, rows: rows, paging: {kind: cursor, parameter: cursor, from: next, ${end}}}`);
    expect(ids(rows)).toEqual(upTo(25));
    expect(asked().slice(0, 2)).toEqual(['/api?from=start', '/api?cursor=5']);
    expect(cursor).toBeUndefined();
  });

  test('by a cursor at which the next run begins', async () => {
    const act = ({url}: Request) => {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      return json({rows: cases(upTo(Math.min(from + 5, 10), from + 1)), next: Math.min(from + 5, 10)});
    };
    const stream =
      '{first: {from: start}, rows: rows, paging: {kind: cursor, parameter: cursor, from: next, resume: true}}';
    const first = await fetchFrom(act, stream);
    expect(first.cursor).toBe('10');
    expect(first.rows.some((row) => first.isRecent(row))).toBe(false);
    await server!.stop();
    const second = await fetchFrom(act, stream, {cursor: first.cursor});
    expect(second).toMatchObject({rows: [], cursor: '10', notes: []});
    expect(asked()).toEqual(['/api?cursor=10']);
  });

  test.each([
    ['in the answer', '{path: list, rows: rows, paging: {kind: link, from: links.next}}'],
    ['in the header', '{path: list, rows: rows, paging: {kind: link}}']
  ])('by an address %s', async (_, stream) => {
    const {rows} = await fetchFrom(({url}) => {
      const from = Number(url.searchParams.get('from') ?? 0);
      const next = from < 20 ? `/api/list?from=${from + 10}` : null;
      const link = next === null ? {} : {link: `<${next}&x=1>; rel="last", <${next}>; rel="next"`};
      return json({rows: cases(upTo(Math.min(25, from + 10), from + 1)), links: {next}}, link);
    }, stream);
    expect(ids(rows)).toEqual(upTo(25));
  });

  test.each([
    ['behind it', 1],
    ['from it on', 0]
  ])('by what the last row holds, where the API gives the rows %s', async (_, step) => {
    const {rows} = await fetchFrom(({url}) => {
      const after = Number(url.searchParams.get('after')?.split('-')[1] ?? 1 - step);
      return json(upTo(Math.min(25, after + step + 9), after + step).map((id) => ({id, sort: ['x', id]})));
    }, '{paging: {kind: after, parameter: after, from: [sort.0, sort.1], join: "-"}}');
    expect([...new Set(ids(rows))]).toEqual(upTo(25));
  });

  test('keeps to the pace that the API allows', async () => {
    const began = performance.now();
    await fetchFrom((request) => json(cases(page(request))), '{paging: {kind: page, parameter: page}}', {
      settings: 'rate: {requests: 2, per: 200 milliseconds}'
    });
    expect(asked()).toHaveLength(4);
    expect(performance.now() - began).toBeGreaterThan(195);
  });
});

describe('a server that behaves badly', () => {
  test('is asked again after whatever may pass, and every record arrives', async () => {
    const moods: Act[] = [
      status(429, {'retry-after': '0'}),
      status(429, {'retry-after': new Date(0).toUTCString()}),
      status(500, {}, 'no'),
      status(503, {'content-type': 'text/html'}, '<html>'),
      hang,
      stall,
      reset,
      truncated,
      html,
      (response) => response.socket?.destroy()
    ];
    const {rows, retries, resets, count} = await fetchFrom(({url, before}) => {
      const from = Number(url.searchParams.get('from'));
      const mood = moods[from / 10];
      return mood && before === 0 ? mood : json({rows: cases(upTo(120).slice(from, from + 10)), total: 120});
    }, '{rows: rows, count: total, paging: {kind: offset, parameter: from}}');
    expect(ids(rows)).toEqual(upTo(120));
    expect({count, resets}).toEqual({count: 120, resets: 0});
    expect(retries).toEqual([
      'too many requests (429)',
      'too many requests (429)',
      'the server failed (500)',
      'the server failed (503)',
      'no answer in time',
      'no answer in time',
      expect.stringMatching(/^connection/),
      'the answer is no JSON, or cut off',
      'the answer is HTML instead of JSON',
      expect.stringMatching(/^connection/)
    ]);
  });

  test('is left when nothing helps, after the retries that are allowed', async () => {
    const gone = refusal(
      fetchFrom(() => status(503), '{path: list}', {settings: 'retry: {times: 2, wait: 1 millisecond}'})
    );
    expect(await gone).toBe(
      `source.yaml, streams.cases, ${server!.origin}/api/list: the server failed (503), 3 times in a row; see whether the source is up, or raise retry.times`
    );
    expect(asked()).toHaveLength(3);
  });

  test('is waited for as long as it asks, but no longer than is allowed', async () => {
    const waited = async (seconds: string) => {
      const began = performance.now();
      await fetchFrom(({before}) => (before === 0 ? status(429, {'retry-after': seconds}) : json([])), '{}', {
        settings: 'retry: {wait: 1 millisecond, longest_wait: 1100 milliseconds}'
      });
      await server!.stop();
      return performance.now() - began;
    };
    expect(await waited('1')).toBeGreaterThan(995);
    expect(await waited('86400')).toBeLessThan(2000);
  });

  test.each([400, 401, 403, 404, 422])('is not asked again after a %s', async (code) => {
    const environment = {TOKEN: 'hush-hush'};
    const told = await refusal(
      fetchFrom(() => status(code, {}, 'hush-hush 13800138000'), '{path: "${TOKEN}/list", query: {key: "${TOKEN}"}}', {
        environment
      })
    );
    expect(asked()).toHaveLength(1);
    expect(told).toMatch(
      new RegExp(
        `^source.yaml, streams.cases, ${server!.origin}/api/\\$\\{TOKEN\\}/list: the API answered ${code}; \\w+`
      )
    );
    expect(told).not.toMatch(/hush|138001/);
  });

  test('gives pages twice, overlapping ones, and records that change meanwhile', async () => {
    const lists = [upTo(10), upTo(10), upTo(15, 6), upTo(20, 11), upTo(25, 21), []];
    const {rows} = await fetchFrom(({url}) => {
      const page = Number(url.searchParams.get('page'));
      return json((lists[page - 1] ?? []).map((id) => ({id, state: page > 3 && id > 10 ? 'solved' : 'open'})));
    }, '{paging: {kind: page, parameter: page}}');
    const latest = new Map(rows.map(({id, state}) => [Number(id), state]));
    expect([...latest.keys()]).toEqual(upTo(25));
    expect([...latest.values()].filter((state) => state === 'solved')).toHaveLength(15);
  });

  test('has nothing to give', async () => {
    const sink = new RowsInMemory();
    const stream =
      '{rows: rows, paging: {kind: cursor, parameter: cursor, from: next}, since: {parameter: since, column: at}}';
    const {rows, cursor} = await fetchFrom(() => json({rows: [], next: null}), stream, {sink});
    expect({rows, cursor}).toEqual({rows: [], cursor: undefined});
  });

  test('goes back with its cursor once, and on after that', async () => {
    const {rows} = await fetchFrom(({url, before}) => {
      const from = Number(url.searchParams.get('cursor') ?? 0);
      const next = from === 10 && before === 0 ? 5 : from + 5;
      return json({rows: cases(upTo(from + 5, from + 1)), next, done: from === 20});
    }, '{rows: rows, paging: {kind: cursor, parameter: cursor, from: next, until: done}}');
    expect([...new Set(ids(rows))]).toEqual(upTo(25));
  });

  test.each([
    ['cursors', '{rows: rows, paging: {kind: cursor, parameter: cursor, from: next}}'],
    ['numbers that it does not heed', '{rows: rows, paging: {kind: page, parameter: page}}'],
    ['addresses', '{rows: rows, paging: {kind: link, from: link}}']
  ])('goes in circles by %s, and is left', async (kind, stream) => {
    const told = await refusal(
      fetchFrom(({url}) => {
        const isOdd = url.searchParams.get('cursor') === 'a' && kind !== 'numbers that it does not heed';
        const next = isOdd ? 'b' : 'a';
        return json({rows: cases(isOdd ? [1, 2] : [3, 4]), next, link: `?cursor=${next}`});
      }, stream)
    );
    expect(told).toMatch(/streams\.cases\.paging: the API goes in circles/);
    expect(asked().length).toBeLessThan(12);
  });

  test('names its last page as the next one', async () => {
    const {rows, notes} = await fetchFrom(({url}) => {
      const from = Math.min(20, Number(url.searchParams.get('cursor') ?? 0));
      return json({rows: cases(upTo(from + 5, from + 1)), next: Math.min(20, from + 5)});
    }, '{rows: rows, paging: {kind: cursor, parameter: cursor, from: next}}');
    expect(ids(rows)).toEqual(upTo(25));
    expect(notes.join()).toMatch(/names its last page as the next one/);
  });

  test('sends us to another host, which never sees our headers', async () => {
    const stranger = await startServer(() => json([]));
    const login = 'login: {user: "${USER_NAME}/token", password: "${TOKEN}"}';
    const options = {settings: login, environment: {USER_NAME: 'a@example.com', TOKEN: 'hush'}};
    try {
      for (const [act, stream] of [
        [json({rows: [], next: `${stranger.origin}/api`}), '{rows: rows, paging: {kind: link, from: next}}'],
        [status(302, {location: `${stranger.origin}/api`}), '{}']
      ] as const) {
        const told = await refusal(fetchFrom(() => act, stream, options));
        expect(told).toContain(`it refers to ${stranger.origin}, which is not asked`);
        expect(server!.requests[0]!.headers.authorization).toBe(`Basic ${btoa('a@example.com/token:hush')}`);
        await server!.stop();
      }
      expect(stranger.requests).toEqual([]);
    } finally {
      await stranger.stop();
    }
  });

  test('sends us on within its own house', async () => {
    const {rows} = await fetchFrom(
      ({url}) => (url.pathname === '/api/old' ? status(301, {location: '/api/new/'}) : json(cases([1]))),
      '{path: old}'
    );
    expect(ids(rows)).toEqual([1]);
  });

  test.each<[string, unknown, string, RegExp]>([
    [
      'another list',
      {error: 'no', items: []},
      '{rows: rows}',
      /rows: expected a list at "rows", got nothing there; the answer has error, items/
    ],
    ['no objects', {rows: [1]}, '{rows: rows}', /expected a list of objects/],
    [
      'rows that all have the same place',
      [{id: 1}, {id: 1}],
      '{paging: {kind: after, parameter: after, from: id}}',
      /whole page of rows has the same "id"/
    ],
    ['rows without a place', [{}], '{paging: {kind: after, parameter: after, from: id}}', /the last row has no "id"/],
    ['rows without the time', [{id: 1}], '{since: {parameter: since, column: at}}', /no record has "at"/],
    [
      'a text for the time',
      [{at: '13800138000 张三'}],
      '{since: {parameter: since, column: at}}',
      /expected a time in "at", got a text that is none/
    ],
    [
      'an overlap of numbers',
      [],
      '{since: {parameter: since, column: at, overlap: 5}}',
      /since\.overlap: expected a length of time/
    ],
    ['too much', [{text: 'x'.repeat(2000)}], '{}', /larger than 0 MB; ask for fewer rows at once/]
  ])('gives %s: the message says it', async (_, body, stream, message) => {
    const told = await refusal(fetchFrom(() => json(body), stream, {settings: 'largest_answer_mb: 0.001'}));
    expect(told).toMatch(message);
    expect(told).not.toMatch(/张三|138001/);
    expect(told).toMatch(/^source\.yaml, streams\.cases/);
  });

  test('writes in GBK and says so', async () => {
    const text = Buffer.from([...Buffer.from('[{"id": "'), 0xcd, 0xb6, 0xcb, 0xdf, ...Buffer.from('"}]')]);
    const act: Act = (response) => response.writeHead(200, {'content-type': 'application/json; charset=gbk'}).end(text);
    expect((await fetchFrom(() => act, '{}')).rows).toEqual([{id: '投诉'}]);
    await server!.stop();
    const mute: Act = (response) => response.writeHead(200).end(text);
    expect(await refusal(fetchFrom(() => mute, '{}'))).toMatch(/not utf-8/);
  });

  test('is left at once when the run is stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    setTimeout(() => {
      stop.abort(reason);
    }, 50);
    const attempt = fetchFrom(() => hang, '{}', {signal: stop.signal, settings: 'retry: {wait: 1 day}'});
    await expect(attempt).rejects.toBe(reason);
  });

  test('gets no value of the environment that it asks for', async () => {
    await fetchFrom(
      ({before}) => json({rows: cases([before]), next: '${TOKEN}', done: before > 0}),
      '{rows: rows, paging: {kind: cursor, parameter: cursor, from: next, until: done}}',
      {
        environment: {TOKEN: 'hush'}
      }
    );
    expect(server!.requests.at(-1)!.url.searchParams.get('cursor')).toBe('${TOKEN}');
  });
});

describe('what is new', () => {
  const at = (row: unknown) => (row as {at: string}).at;
  test.each([
    [
      'iso',
      '10 minutes',
      '2026-03-05T08:00:00+08:00',
      '2026-03-05T00:00:00.000Z',
      '2026-03-04T23:50:00.000Z',
      '2026-03-04T23:55:00Z',
      '2026-03-04T23:45:00Z'
    ],
    ['unix', '10 minutes', '1772668800', '2026-03-05T00:00:00.000Z', '1772668200', '1772668500', '1772668100'],
    [
      'date',
      '2 days',
      '2026-03-05T23:30:00-05:00',
      '2026-03-05',
      '2026-03-03',
      '2026-03-03T01:00:00-05:00',
      '2026-03-02T23:00:00-05:00'
    ],
    ['number', '5', '120', '120', '115', '115', '114']
  ])(
    'is asked for in the format %s, with an overlap',
    async (format, overlap, latest, cursor, asks, within, before) => {
      const stream = `{query: {sort: at}, since: {parameter: since, column: at, format: ${format}, overlap: ${overlap}, value: "at >= '{}'"}}`;
      const rows = [{at: before}, {at: latest}, {at: within}, {at: null}];
      const first = await fetchFrom(() => json(rows), stream);
      expect(asked()).toEqual(['/api?sort=at']);
      expect(first.cursor).toBe(cursor);
      expect(first.rows.filter((row) => first.isRecent(row)).map(at)).toEqual([latest, within]);
      await server!.stop();
      const second = await fetchFrom(() => json([]), stream, {cursor: first.cursor});
      expect(server!.requests[0]!.url.searchParams.get('since')).toBe(`at >= '${asks}'`);
      expect(second.cursor).toBe(cursor);
    }
  );

  test('is asked for from a start', async () => {
    const {cursor} = await fetchFrom(
      () => json([]),
      '{since: {parameter: since, column: at, format: unix, start: 2026-03-05}}'
    );
    expect(asked()).toEqual(['/api?since=1772668800']);
    expect(cursor).toBeUndefined();
  });
});

test('headers have the values of the environment; one that may lack is left out', async () => {
  const settings = 'headers: {Authorization: "Bearer ${TOKEN}", X-App-Token: "${APP_TOKEN:-}"}';
  await fetchFrom(() => json([]), '{}', {settings, environment: {TOKEN: 'hush'}});
  expect(server!.requests[0]!.headers).toMatchObject({authorization: 'Bearer hush', accept: 'application/json'});
  expect(server!.requests[0]!.headers['x-app-token']).toBeUndefined();
  await server!.stop();
  expect(await refusal(fetchFrom(() => json([]), '{}', {settings}))).toBe(
    'source.yaml, headers.Authorization: the environment variable TOKEN is not set; set it for this command'
  );
});

test.each([
  [
    'headers: {Authorization: "Bearer ${TOKEN}"}',
    'hush\nhush',
    /headers\.Authorization: expected one line of ASCII characters, got others; correct Bearer \$\{TOKEN\}/
  ],
  [
    'url: "http://reader:${TOKEN}@localhost"',
    'hush',
    /url: expected no user and password in the address; write them under login/
  ],
  ['url: "${TOKEN}"', 'hush', /url: expected an address such as https:\/\/crm\.example\.com\/api, got "\$\{TOKEN\}"/]
])('a secret is not told with %s', async (setting, token, message) => {
  const url = setting.startsWith('url') ? '' : 'url: http://localhost\n';
  const told = await refusal(
    collect(`kind: rest\n${url}${setting}\nstreams: {cases: {}}`, {environment: {TOKEN: token}})
  );
  expect(told).toMatch(message);
  expect(told).not.toMatch(/hush/);
});

test('a host that speaks no HTTPS is not asked again and again', async () => {
  server = await startServer(() => json([]));
  const yaml = `kind: rest\nurl: ${server.origin.replace('http', 'https')}\nstreams: {cases: {}}`;
  expect(await refusal(collect(yaml))).toMatch(
    /streams\.cases, https:\/\/127\.0\.0\.1:\d+\/: ERR_SSL_\w+; correct url/
  );
});
