import {createHash} from 'node:crypto';
import {chmod, mkdir, readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {UsageError} from '../../src/config/problems.ts';
import {RunningError} from '../../src/run/lock.ts';
import {exampleReport, SITE} from './exampleReport.ts';
import {startRobotServer, type RobotServer} from './robotServer.ts';
import {Sender} from './round.ts';

let sender: Sender;
let server: RobotServer;
let isUp: boolean;

beforeEach(async () => {
  sender = await Sender.found();
  isUp = true;
  server = await startRobotServer(() => ({body: isUp ? {errcode: 0} : {errcode: 93000, errmsg: 'no such robot'}}));
  vi.stubEnv('TEST_ROBOT', server.origin);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await sender.dissolve();
});

const robot = {reader: '值班群', wecom: '${TEST_ROBOT}'};

test('a report is sent once to a reader, and anew only when that is asked for', async () => {
  expect(await sender.deliver([robot])).toMatchObject([{state: 'sent'}]);
  const [before] = await sender.deliver([robot]);
  expect(before).toMatchObject({state: 'sent_before', at: (await sender.journal()).deliveries[0]!.at, message: null});
  expect(server.posted).toHaveLength(1);
  expect(await sender.deliver([robot], {again: true})).toMatchObject([{state: 'sent'}]);
  expect(server.posted).toHaveLength(2);
  const [one, other] = (await sender.journal()).deliveries;
  expect(one).toMatchObject({reader: '值班群', report: '2026-10'});
  expect(other).toMatchObject({sha256: (one as {sha256: string}).sha256});
});

test('who can’t be reached does not stop the others, and is all that the next call sends', async () => {
  isUp = false;
  const folder = {reader: '档案', folder: join(sender.folder, 'out')};
  expect(await sender.deliver([robot, folder])).toMatchObject([
    {reader: '值班群', state: 'failed'},
    {reader: '档案', state: 'sent'}
  ]);
  expect((await sender.journal()).deliveries).toMatchObject([
    {event: 'not_delivered', reader: '值班群', channel: 'wecom', message: expect.stringContaining('93000') as unknown},
    {event: 'delivered', reader: '档案', channel: 'folder'}
  ]);
  isUp = true;
  expect(await sender.deliver([robot, folder])).toMatchObject([
    {reader: '值班群', state: 'sent'},
    {reader: '档案', state: 'sent_before'}
  ]);
});

test('a folder gets the files and their text, each whole, and what stood there before is replaced', async () => {
  const folder = join(sender.folder, 'out', 'reports');
  const report = exampleReport();
  await sender.deliver([{folder}], {report});
  await sender.deliver([{folder}], {report, again: true});
  const title = '2026年10月客户投诉与满意度月报';
  expect((await readdir(folder)).sort()).toEqual([`${title}.pdf`, `${title}.txt`, `${title}.xlsx`]);
  const contents = await Promise.all(
    ['pdf', 'xlsx', 'txt'].map((ending) => readFile(join(folder, `${title}.${ending}`)))
  );
  expect(contents[0]!.toString()).toBe('%PDF-1.7 a report');
  expect(contents[2]!.toString()).toContain(`${SITE}/leadership/2026-10`);
  const sha256 = createHash('sha256').update(Buffer.concat(contents)).digest('hex');
  expect((await sender.journal()).deliveries[0]).toMatchObject({sha256});
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written to is told by the place that names it',
  async () => {
    const folder = join(sender.folder, 'shut');
    await mkdir(folder);
    await chmod(folder, 0o500);
    expect(await sender.deliver([{folder}])).toMatchObject([
      {state: 'failed', message: expect.stringContaining('company.yaml, deliver.0.folder: EACCES') as unknown}
    ]);
  }
);

test('a path that is no folder is told by the place that names it', async () => {
  await sender.deliver([robot]);
  const [outcome] = await sender.deliver([{reader: '档案', folder: sender.state.journal}]);
  expect(outcome!.message).toMatch(/^company\.yaml, deliver\.0\.folder: E\w+: nothing can be written there; see/);
});

test('a period that is not over is not sent, whatever is asked for', async () => {
  for (const again of [false, true]) {
    await expect(sender.deliver([robot], {again, report: exampleReport({isOver: false})})).rejects.toThrow(
      new UsageError(
        '2026-10 is not over as of 2026-11-02 06:00: its figures may still change; deliver it when it is over, or look at it with --dry-run'
      )
    );
  }
  expect(server.posted).toEqual([]);
});

test('two do not deliver at a time', async () => {
  const [first, second] = await Promise.allSettled([sender.deliver([robot]), sender.deliver([robot])]);
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  const refused = [first, second].find((one) => one.status === 'rejected');
  expect(refused?.reason).toEqual(new RunningError('company: another process delivers; wait until it ends'));
  expect(server.posted).toHaveLength(1);
});
