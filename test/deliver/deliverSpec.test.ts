import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readPipeline} from '../../src/config/pipeline.ts';
import {ProblemsError} from '../../src/config/problems.ts';
import {shortPath} from '../../src/config/yamlFile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  await writeFile(join(folder, 'crm.yaml'), 'kind: files\nfiles: x.csv\nrecords: {complaint: {received_at: d}}\n');
});
afterAll(() => rm(folder, {recursive: true}));

async function pipelineWith(yaml: string): Promise<string> {
  const path = join(folder, 'pipeline.yaml');
  await writeFile(path, `sources: [crm.yaml]\n${yaml}`);
  return path;
}

/** What is wrong with the readers of a pipeline. */
async function mistakesIn(entries: string, site = 'site: https://reports.example.com\n'): Promise<readonly string[]> {
  const path = await pipelineWith(`${site}deliver:\n${entries}`);
  const error = await readPipeline(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemsError)) throw new Error('the pipeline is in order');
  return error.problems.map((problem) => problem.replace(`${shortPath(path)}, `, ''));
}

test('readers of every kind are read, with what is not said filled in', async () => {
  const {site, deliveries} = await readPipeline(
    await pipelineWith(`
site: https://reports.example.com/huisheng/
deliver:
  - reader: 总经理办公会
    report: [month, quarter, month]
    schedule: first working day of the month 09:00
    email: {from: '回声 <a@example.com>', to: [b@example.com, '\${BOSS}'], server: '\${SMTP_URL}'}
    attach: [pdf]
  - {reader: a, report: year, wecom: '\${WECOM_ROBOT}'}
  - {reader: b, report: month, dingtalk: {url: 'https://oapi.dingtalk.com/robot/send?access_token=1', secret: '\${SECRET}'}}
  - {reader: c, report: month, feishu: {url: '\${FEISHU}'}, timeout: 5 seconds, retry: {times: 1}}
  - {reader: d, report: quarter, folder: ../out}
`)
  );
  expect(site).toBe('https://reports.example.com/huisheng');
  expect(deliveries.map(({reader, reports, attach, way: {channel}}) => [reader, reports, attach, channel])).toEqual([
    ['总经理办公会', ['month', 'quarter'], ['pdf'], 'email'],
    ['a', ['year'], ['pdf', 'xlsx'], 'wecom'],
    ['b', ['month'], ['pdf', 'xlsx'], 'dingtalk'],
    ['c', ['month'], ['pdf', 'xlsx'], 'feishu'],
    ['d', ['quarter'], ['pdf', 'xlsx'], 'folder']
  ]);
  expect(deliveries[0]!.schedule!.text).toBe('first working day of the month 09:00');
  expect(deliveries[3]).toMatchObject({timeout: 5, patience: {times: 1}});
  expect(deliveries[4]!.way).toEqual({channel: 'folder', path: join(folder, '../out')});
});

test.each([
  [
    'no way to the reader, and two',
    "- {reader: a, report: month}\n- {reader: b, report: month, folder: x, wecom: '${X}'}\n",
    [
      "deliver.0: expected exactly one of email, wecom, dingtalk, feishu, folder, got none; give a second way an entry and a reader's name of its own",
      "deliver.1: expected exactly one of email, wecom, dingtalk, feishu, folder, got wecom and folder; give a second way an entry and a reader's name of its own"
    ]
  ],
  [
    'an unknown setting',
    '- {reader: a, report: month, foldr: x, folder: x}\n',
    ['deliver.0.foldr: unknown setting; did you mean "folder"?']
  ],
  [
    'addresses that are none',
    '- {reader: a, report: month, email: {from: me, to: [you], server: host}}\n',
    [
      'deliver.0.email.from: expected an address such as report@example.com, \'Reports <report@example.com>\' or ${NAME}, got "me"',
      'deliver.0.email.to.0: expected an address such as report@example.com, \'Reports <report@example.com>\' or ${NAME}, got "you"',
      'deliver.0.email.server: expected smtp://user:password@host:587, smtps://… or ${NAME}, got "host"'
    ]
  ],
  [
    'files that a robot can’t carry',
    "- {reader: a, report: month, wecom: '${X}', attach: [pdf]}\n",
    ['deliver.0.attach: a robot can carry no files; take attach out']
  ],
  [
    'two readers of one name, and a schedule that is none',
    '- {reader: a, report: month, folder: x}\n- {reader: a, report: month, folder: y, schedule: every wroking day 09:00}\n',
    [
      'deliver.1.reader: "a" stands above already; give each reader a name of its own',
      expect.stringMatching(
        /^deliver\.1\.schedule: expected five cron fields .* "wroking" is unknown; did you mean "working"\?/
      )
    ]
  ]
])('%s: told with place and remedy', async (_, entries, problems) => {
  expect(await mistakesIn(entries)).toEqual(problems);
});

test('a robot needs the address of the site, for it can only link to the report', async () => {
  expect(await mistakesIn("- {reader: a, report: month, feishu: {url: '${X}'}}\n", '')).toEqual([
    'deliver.0.feishu: a robot can only link to the report; say under "site" at which address readers open the pages'
  ]);
});

test.each(['README.md', 'README.zh-CN.md'])('what %s shows is in order', async (readme) => {
  const blocks = (await readFile(readme, 'utf8')).matchAll(/```yaml\n([^`]*)```/g);
  const example = [...blocks].map(([, yaml]) => yaml!).find((yaml) => yaml.includes('\ndeliver:'));
  const {deliveries} = await readPipeline(await pipelineWith(example!));
  expect(deliveries.map(({way}) => way.channel)).toEqual(['email', 'wecom', 'dingtalk', 'feishu', 'folder']);
});
