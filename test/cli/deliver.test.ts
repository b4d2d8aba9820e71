import {existsSync} from 'node:fs';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {read, utils} from '@e965/xlsx';
import {afterAll, afterEach, beforeAll, expect, test, vi} from 'vitest';
import {readPipeline} from '../../src/config/pipeline.ts';
import {keepDeliveries} from '../../src/deliver/keepDeliveries.ts';
import type {Log} from '../../src/log/log.ts';
import {appendEvent, readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {startMailServer, type MailServer} from '../deliver/mailServer.ts';
import {startRobotServer, type RobotServer} from '../deliver/robotServer.ts';
import type {Company} from '../run/company.ts';
import {companyThatRan} from './company.ts';
import {huisheng, huishengJson} from './huisheng.ts';

let company: Company;
let mails: MailServer;
let robots: RobotServer;
let isRobotUp = true;

beforeAll(async () => {
  [company, mails, robots] = await Promise.all([
    companyThatRan(),
    startMailServer(),
    startRobotServer(() => ({body: {errcode: isRobotUp ? 0 : 93000}}))
  ]);
  await publish();
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

afterAll(async () => {
  await Promise.all([mails.close(), robots.close()]);
  await company.dissolve();
});

/** Stands in for a publication: a release with one page, which takes seconds less. */
async function publish(): Promise<void> {
  const [run] = await company.query(
    `select run_id, strftime(timezone('UTC', finished_at), '%Y%m%dT%H%M%SZ') as ended from runs.runs`
  );
  const release = `run-000001-${String(run!['ended'])}`;
  const folder = join(company.data, 'releases', release);
  await mkdir(join(folder, 'leadership'), {recursive: true});
  await writeFile(
    join(folder, 'leadership/2026-06.html'),
    `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>2026年6月</title><h1>2026年6月月报</h1>
     <figure id="trend" class="chart" data-in-mail><figcaption>有效投诉：普通波动</figcaption><svg viewBox="0 0 600 200" role="img" aria-label="有效投诉走势"><rect width="9" height="9"/></svg></figure></html>`
  );
  await symlink(release, join(company.data, 'releases/current'));
  await appendEvent(stateOf('company', company.data), {
    event: 'published',
    at: '2026-07-15T04:00:00.000Z',
    run_id: 1,
    release
  });
}

/** Writes the company's pipeline with readers, under environment variables that they name. */
async function giveReaders(yaml: string): Promise<void> {
  await company.write(
    'company.yaml',
    `title: 公司\nsources: [register.yaml]\nsite: https://reports.example.com/\ndeliver:\n${yaml}`
  );
  vi.stubEnv('TEST_SMTP_URL', mails.url);
  vi.stubEnv('TEST_ROBOT', `${robots.origin}/send?key=the-key`);
}

const MAIL = `- {reader: 总经理办公会, report: month, email: {from: a@example.com, to: [b@example.com], server: '\${TEST_SMTP_URL}'}}\n`;
const ROBOT = `- {reader: 值班群, report: [month, year], schedule: first working day of the month 09:00, wecom: '\${TEST_ROBOT}', retry: {times: 0}}\n`;

const TITLE = '2026年6月客户投诉与满意度月报';

test('a dry run shows what would be sent, writes it where it is told to, and sends nothing', async () => {
  await giveReaders(`- {reader: 档案, report: month, folder: archive, attach: [xlsx]}\n${ROBOT}`);
  const into = join(company.folder, 'out');
  const rows = await huishengJson('deliver', '2026-06', '--dry-run', '--into', into, ...company.where);
  expect(rows).toEqual([
    expect.objectContaining({reader: '档案', channel: 'folder', part: `${TITLE}.xlsx`, state: 'to_be_sent'}),
    expect.objectContaining({reader: '档案', part: `${TITLE}.txt`}),
    expect.objectContaining({reader: '值班群', channel: 'wecom', part: 'message.json', subject: `公司 · ${TITLE}`})
  ]);
  const file = await readFile(join(into, `档案.folder/${TITLE}.xlsx`));
  expect(file.byteLength).toBe(rows[0]!['bytes']);
  const book = read(file);
  expect(utils.sheet_to_csv(book.Sheets[book.SheetNames[0]!]!)).toContain('2026年6月');
  expect(existsSync(join(company.folder, 'archive'))).toBe(false);
  expect([...mails.received, ...robots.posted]).toEqual([]);
  expect((await readJournal(stateOf('company', company.data))).deliveries).toEqual([]);
});

test('each reader gets it once; who could not be reached gets it with the next call', async () => {
  await giveReaders(ROBOT + MAIL);
  isRobotUp = false;
  const first = await huisheng('deliver', '2026-06', ...company.where);
  expect(first.status).toBe(1);
  expect(first.stdout).toMatch(/值班群 +2026-06 +wecom +failed/);
  expect(first.stdout).toMatch(/总经理办公会 +2026-06 +email +sent/);
  expect(first.stderr).toContain('值班群: ');
  expect(first.stderr).toContain('WeCom answered 93000');
  expect(first.stderr + first.stdout).not.toMatch(/the-key|@example\.com/);
  const [{mail, to}] = [...mails.received] as [MailServer['received'][number]];
  expect(to).toEqual(['b@example.com']);
  expect(mail.text).toContain('https://reports.example.com/leadership/2026-06');
  expect(mail.html).toContain('有效投诉：普通波动</h2>');
  const [chart, pdf, xlsx] = mail.attachments.map(({content}) => content);
  expect([chart!.readUInt32BE(16), chart!.readUInt32BE(20)]).toEqual([1200, 400]);
  expect(pdf!.subarray(0, 5).toString()).toBe('%PDF-');
  expect(read(xlsx).SheetNames).toContain('总览');

  isRobotUp = true;
  const second = await huisheng('deliver', '2026-06', ...company.where);
  expect(second, second.stderr).toMatchObject({status: 0});
  expect(second.stdout).toMatch(/值班群 +2026-06 +wecom +sent/);
  expect(second.stdout).toMatch(/总经理办公会 +2026-06 +email +sent_before/);
  expect(mails.received).toHaveLength(1);
});

test('the service sends what is due, once, and not what was due before it knew the reader', async () => {
  await giveReaders(ROBOT.replace('值班群', '项目群'));
  vi.useFakeTimers({now: new Date('2026-06-20T00:00:00Z'), toFake: ['Date']});
  const said: string[] = [];
  const say = (message: string) => said.push(message);
  const log: Log = {info: say, warn: say, error: say};
  const signal = new AbortController().signal;
  const [pipeline, state] = [await readPipeline(company.pipeline), stateOf('company', company.data)];
  /** What a service does that looks at a time of the clock. */
  const lookAt = async (time: string) => {
    vi.setSystemTime(new Date(time));
    const keeper = keepDeliveries({pipeline, state, log, signal, isRunTime: () => false});
    keeper.check();
    keeper.check();
    await keeper.stop();
  };
  const posted = robots.posted.length;
  await lookAt('2026-06-20T09:00:00+08:00');
  await lookAt('2026-07-01T08:59:00+08:00');
  expect([said, robots.posted.length]).toEqual([[], posted]);
  await lookAt('2026-07-03T12:00:00+08:00');
  await lookAt('2026-07-04T12:00:00+08:00');
  expect(said).toEqual(['2026-06 sent to 项目群 (wecom)']);
  expect(robots.posted).toHaveLength(posted + 1);
  await lookAt('2026-08-03T09:00:00+08:00');
  expect(said.slice(1)).toEqual(
    Array(2).fill('2026-07 is due, and there are no figures of the whole period; it is sent after a run that has them')
  );
});

test.each([
  [['2026-13'], 'huisheng: "2026-13" is no period of a report; give 2026-10, 2026-Q3 or 2026'],
  [['2026'], 'huisheng: 2026 is not over as of 2026-07-15 12:00: its figures may still change; deliver it when'],
  [['2020-01'], 'huisheng: there is no report of 2020-01; there are reports of 2026-05 to 2026-06'],
  [['2026-06', '--to', '值班裙'], 'huisheng: --to: there is no reader "值班裙"; did you mean "值班群"?'],
  [['2026-Q2'], 'huisheng: no reader: the report of a quarter is not asked for; add quarter to "report" in'],
  [['2026-06', '--into', 'x'], 'huisheng: --into goes with --dry-run']
])('wrong usage is told with its remedy: %j', async (words, message) => {
  await giveReaders(ROBOT);
  const {status, stderr} = await huisheng('deliver', ...words, ...company.where);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('where an earlier release was put back, nothing is sent: messages and pages would differ', async () => {
  await giveReaders(ROBOT);
  const state = stateOf('company', company.data);
  const {publications} = await readJournal(state);
  const {release} = publications[0]!;
  await appendEvent(state, {event: 'rolled_back', at: '2026-07-15T05:00:00.000Z', release});
  const {status, stderr} = await huisheng('deliver', '2026-06', '--again', ...company.where);
  expect(stderr).toContain('the site does not show the figures of the latest run');
  expect(status).toBe(1);
});
