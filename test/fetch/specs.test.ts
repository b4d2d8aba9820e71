import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readContracts} from '../../src/contract/catalog.ts';
import {readSource, type Source} from '../../src/extract/source.ts';
import {projectRoot} from '../../src/project.ts';
import {refusal} from './collect.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
});
afterAll(() => rm(folder, {recursive: true}));

async function read(yaml: string): Promise<Source> {
  const path = join(folder, 'source.yaml');
  await writeFile(path, yaml);
  return readSource(path, await readContracts(), 'Asia/Shanghai');
}

test.each(['README.md', 'README.zh-CN.md'])('the sources that %s shows are sources', async (name) => {
  const text = await readFile(join(projectRoot, name), 'utf8');
  const shown = [...text.matchAll(/^```yaml\n(# sources\/[^]*?)^```/gm)].map(([, yaml]) => yaml!);
  const kinds = await Promise.all(
    shown.map(async (yaml, i) => {
      const path = join(folder, `${name}-${i}.yaml`);
      await writeFile(path, yaml);
      return (await readSource(path, await readContracts(), 'Asia/Shanghai')).fetch?.kind;
    })
  );
  expect(kinds).toEqual(expect.arrayContaining(['postgres', 'rest']));
});

test.each(['zendesk', 'cfpb', 'socrata'])('the source %s is ready', async (name) => {
  const source = await readSource(
    join(projectRoot, 'sources', name, 'source.yaml'),
    await readContracts(),
    'Asia/Shanghai'
  );
  expect(source.fetch?.kind).toBe('rest');
});

const RECORDS = 'records: {complaint: {complaint_id: id, received_at: at}}';

test.each([
  ['paging: {kind: pages}', /streams\.cases\.paging\.kind: got "pages"; did you mean "page"\?/],
  ['paging: {kind: cursor, parameter: c}', /streams\.cases\.paging\.from: missing/],
  ['path: list, pagging: {}', /streams\.cases\.pagging: unknown setting; did you mean "paging"\?/],
  [
    'paging: {kind: cursor, parameter: c, from: next, resume: true}, since: {parameter: s, column: at}',
    /streams\.cases\.since: a stream that resumes at its cursor needs no since; leave one out/
  ],
  ['since: {parameter: s, column: at, overlap: an hour}', /overlap: expected a length of time such as "10 minutes"/],
  ['since: {parameter: s, column: at, value: now}', /value: expected \{\} where the time is to stand/]
])('says what is wrong with {%s}', async (stream, message) => {
  const told = await refusal(read(`kind: rest\nurl: http://localhost\nstreams: {cases: {${stream}}}\n${RECORDS}\n`));
  expect(told).toMatch(message);
});

test('a record kind must say from which of several streams it comes', async () => {
  const streams = 'streams: {cases: {query: select 1}, others: {query: select 1}}';
  const told = await refusal(read(`kind: postgres\nconnection: postgres://localhost/crm\n${streams}\n${RECORDS}\n`));
  expect(told).toMatch(/records\.complaint\.from: missing; expected one of cases, others/);
});
