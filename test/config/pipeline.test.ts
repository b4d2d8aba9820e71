import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {findPipeline, pipelineName, pipelineNames, readPipeline} from '../../src/config/pipeline.ts';
import {ProblemsError, UsageError} from '../../src/config/problems.ts';
import {shortPath} from '../../src/config/yamlFile.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  const source = 'kind: files\nfiles: x.csv\nrecords: {complaint: {received_at: d}}\n';
  await write('crm/source.yaml', source);
  await write('other/crm/source.yaml', source);
  await write('broken.yaml', 'kind: files\nfiles: x.csv\nrecords: {complaint: {recieved_at: d}}\n');
});
afterAll(() => rm(folder, {recursive: true}));

async function write(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, content);
  return path;
}

async function mistakesIn(yaml: string): Promise<string[]> {
  const path = await write('pipeline.yaml', yaml);
  try {
    await readPipeline(path);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map((problem) =>
      problem.replace(shortPath(path), 'pipeline.yaml').replace(shortPath(folder), '…')
    );
  }
}

describe('readPipeline', () => {
  it('reads a pipeline with its sources and its policy', async () => {
    const path = await write('acme/pipeline.yaml', 'sources: [../crm]\ntime_zone: Europe/London\nlocale: en\n');
    const pipeline = await readPipeline(path);
    expect(pipeline).toMatchObject({
      name: 'acme',
      title: {en: 'acme'},
      timeZone: 'Europe/London',
      policy: {id: 'none'}
    });
    expect(pipeline.sources.map(({name}) => name)).toEqual(['crm']);
    expect(pipeline.sources[0]!.records[0]!.mapping.fields[0]!.timeZone).toBe('Europe/London');
  });

  it.each([
    [
      'an unknown setting',
      'sources: [crm]\npolciy: none\n',
      ['pipeline.yaml, polciy: unknown setting; did you mean "policy"?']
    ],
    [
      'a change of the work that names no month',
      'sources: [crm]\nprocess_changes: [{from: 2026-13, kpis: [complaint], what: x}, {from: 2026-03, kpis: [complaints], what: x}]\n',
      ['pipeline.yaml, process_changes.0.from: expected a month such as 2026-03, got "2026-13"']
    ],
    [
      'a change of the work that names no KPI',
      'sources: [crm]\nprocess_changes: [{from: 2026-03, kpis: [complaint], what: x}]\n',
      ['pipeline.yaml, process_changes.0.kpis.0: there is no KPI "complaint"; did you mean "complaints"?']
    ],
    [
      'an unknown locale',
      'sources: [crm]\nlocale: zh\n',
      [expect.stringMatching(/^pipeline\.yaml, locale: got "zh"; /)]
    ],
    ['no sources', 'locale: en\n', ['pipeline.yaml, sources: missing; expected array']],
    ['an empty list of sources', 'sources: []\n', [expect.stringMatching(/^pipeline\.yaml, sources: /)]],
    [
      'an unknown time zone',
      'sources: [crm]\ntime_zone: Asia/Peking\n',
      ['pipeline.yaml, time_zone: "Asia/Peking" is not an IANA time zone such as Asia/Shanghai']
    ],
    [
      'an unknown policy',
      'sources: [crm]\npolicy: service-industri\n',
      ['pipeline.yaml, policy: there is no policy "service-industri"; did you mean "service-industry"?']
    ],
    ['a policy file that is not there', 'sources: [crm]\npolicy: ./my.yaml\n', ['…/my.yaml: there is no such file']],
    [
      'an unknown source',
      'sources: [demo/real-estat]\n',
      ['pipeline.yaml, sources: there is no source "demo/real-estat"; did you mean "demo/real-estate"?']
    ],
    [
      'a source that is like no other',
      'sources: [some-where-else]\n',
      [
        'pipeline.yaml, sources: there is no source "some-where-else"; give a folder of sources/ or the path of a source.yaml'
      ]
    ],
    [
      'two sources of one name',
      'sources: [crm, other/crm]\n',
      ['pipeline.yaml, sources: two sources are called "crm"; rename one']
    ],
    ['nothing', '', [expect.stringMatching(/^pipeline\.yaml: expected object/)]],
    ['what is no YAML', 'sources: [crm\n', [expect.stringMatching(/^pipeline\.yaml: not YAML: .*line \d/)]]
  ])('tells of %s', async (_, yaml, mistakes) => {
    expect(await mistakesIn(yaml)).toEqual(mistakes);
  });

  it('tells of everything at once, the sources included', async () => {
    expect(await mistakesIn('sources: [demo/real-estat, broken.yaml]\npolicy: nonne\n')).toEqual([
      'pipeline.yaml, policy: there is no policy "nonne"; did you mean "none"?',
      'pipeline.yaml, sources: there is no source "demo/real-estat"; did you mean "demo/real-estate"?',
      '…/broken.yaml, records.complaint.recieved_at: complaint has no such field; did you mean "received_at"?',
      '…/broken.yaml, records.complaint.received_at: missing; it is required: when the customer said it'
    ]);
  });
});

describe('findPipeline', () => {
  it('takes a name or a path', async () => {
    expect(await pipelineNames()).toContain('real-estate');
    expect(await findPipeline('real-estate')).toMatch(/pipelines\/real-estate\.yaml$/);
    const path = await write('by-path.yaml', '');
    expect(await findPipeline(path)).toBe(path);
  });

  it('says what there is', async () => {
    await expect(findPipeline('real-estat')).rejects.toThrow(
      new UsageError('"real-estat" is no pipeline; did you mean "real-estate"?')
    );
    await expect(findPipeline('./nowhere.yaml')).rejects.toThrow('./nowhere.yaml: there is no such pipeline file');
  });
});

it.each([
  ['/x/pipelines/demo.yaml', 'demo'],
  ['/x/boston/pipeline.yaml', 'boston'],
  ['/x/boston/pipeline.yml', 'boston']
])('a pipeline at %s is called %s', (path, name) => {
  expect(pipelineName(path)).toBe(name);
});
