import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, describe, expect, test} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import {hasSharedData} from '../acceptance/sharedData.ts';
import {json, startServer, type BadServer} from './badServer.ts';
import {collect} from './collect.ts';

const folder = join(projectRoot, '../shared/data');
const read = (path: string) => readFile(join(folder, path), 'utf8');
interface Hit {
  readonly _id: string;
  readonly sort: readonly unknown[];
}

let server: BadServer;
afterEach(() => server.stop());

const source = (stream: string) => `kind: rest\nurl: ${server.origin}\nstreams:\n  list: ${stream}`;

describe.skipIf(!hasSharedData)('answers that services gave', () => {
  test('tickets of Zendesk, page by page, with all digits of their numbers', async () => {
    const pages = JSON.parse(await read('zendesk-api/responses/incremental_tickets_pages_small.json')) as {
      tickets: {id: number; requester_id: number}[];
      end_time: number;
    }[];
    server = await startServer(({url}) => {
      const page = pages[Number(url.searchParams.get('page') ?? 0)]!;
      const next = pages.indexOf(page) + 1;
      return json({...page, next_page: `/?page=${next}`, end_of_stream: next === pages.length});
    });
    const {rows, cursor} = await collect(
      source(
        '{rows: tickets, paging: {kind: link, from: next_page, until: end_of_stream}, since: {parameter: start_time, column: generated_timestamp, format: unix}}'
      )
    );
    const tickets = pages.flatMap((page) => page.tickets);
    expect(rows.map(({id, requester_id}) => [id, requester_id])).toEqual(
      tickets.map(({id, requester_id}) => [String(id), String(requester_id)])
    );
    expect(rows[0]).toMatchObject({'via.channel': 'api', 'via.source.rel': null, tags: null, is_public: 'true'});
    expect(cursor).toBe('2023-09-18T15:58:47.000Z');
  });

  test('audits of Zendesk: the events that change a status', async () => {
    const text = await read('zendesk-api/responses/ticket_audits_100.json');
    server = await startServer(() => json(text));
    const {rows} = await collect(
      source('{rows: audits, explode: events, where: {events.type: [Change, Create], events.field_name: [status]}}')
    );
    const {audits} = JSON.parse(text) as {
      audits: {ticket_id: number; events: {field_name?: string; value: string}[]}[];
    };
    const changes = audits.flatMap(({ticket_id, events}) =>
      events.flatMap(({field_name, value}) => (field_name === 'status' ? [[String(ticket_id), value]] : []))
    );
    expect(changes.length).toBeGreaterThan(10);
    expect(rows.map((row) => [row.ticket_id, row['events.value']])).toEqual(changes);
  });

  test('pages of the CFPB, which the ready source reads on from the last complaint', async () => {
    const pages = [
      await read('cfpb-api/common__get-complaints.json'),
      await read('cfpb-api/list__get-next-complaints.json')
    ];
    const [first, second] = pages.map((page) => (JSON.parse(page) as {hits: {hits: Hit[]}}).hits.hits);
    server = await startServer(() => json(pages[server.requests.length - 1] ?? {hits: {hits: []}}));
    const text = await readFile(join(projectRoot, 'sources/cfpb/source.yaml'), 'utf8');
    const yaml = text.replace(/^url: .*$/m, `url: ${server.origin}/api/`).replace(/^records:[^]*/m, '');
    const {rows} = await collect(yaml);
    expect(rows.map((row) => row['_source.complaint_id'])).toEqual([...first!, ...second!].map(({_id}) => _id));
    const places = server.requests.map(({url}) => url.searchParams.get('search_after'));
    expect(places).toEqual([null, ...[first!, second!].map((hits) => hits.at(-1)!.sort.join('_'))]);
  });
});
