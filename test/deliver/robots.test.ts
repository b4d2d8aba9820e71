import {createHash, createHmac} from 'node:crypto';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {robotText} from '../../src/deliver/robots/robotText.ts';
import {exampleDigest, exampleReport, SITE, SUBJECT} from './exampleReport.ts';
import {startRobotServer, type Posted, type Reply, type RobotServer} from './robotServer.ts';
import {Sender} from './round.ts';

const SECRET = 'SEC0f/+=secret';

let sender: Sender;
let server: RobotServer;
let reply: (message: Posted, before: number) => Reply | undefined;

beforeEach(async () => {
  sender = await Sender.found();
  server = await startRobotServer((message, before) => reply(message, before));
  reply = () => ({body: {errcode: 0, errmsg: 'ok'}});
  vi.stubEnv('TEST_ROBOT', `${server.origin}/robot/send?access_token=the-token`);
  vi.stubEnv('TEST_SECRET', SECRET);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await sender.dissolve();
});

const signed = {url: '${TEST_ROBOT}', secret: '${TEST_SECRET}'};
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');

describe('a group robot', () => {
  test('of WeCom gets Markdown', async () => {
    await sender.deliver([{wecom: '${TEST_ROBOT}'}]);
    const [{url, body}] = server.posted as [Posted];
    expect(url.search).toBe('?access_token=the-token');
    const {msgtype, markdown} = body as {msgtype: string; markdown: {content: string}};
    expect(msgtype).toBe('markdown');
    expect(markdown.content.split('\n')).toEqual([
      `**${SUBJECT}**`,
      '数据截至 2026-11-02 06:00 · 本期已结束',
      '来源 crm 未能读取，其数据截至 2026-10-31 06:00。',
      `1. 投诉处理及时率 92.1%（1,204/1,307），低于目标 95%；自 8 月起持续偏低，不是偶然。 [依据](${SITE}/leadership/2026-10#trend-resolution_on_time)`,
      `2. “［配件］(https://evil.example)延迟 ＜@all＞”自 9 月起上升 2.4 倍。改善措施尚未见效。 [依据](${SITE}/leadership/2026-10#causes)`,
      '**主要指标**',
      '投诉处理及时率 **92.1%**，1,204/1,307，异常偏低，未达到目标 95%，比上月低 2.3 个百分点，超出偶然波动',
      `[打开完整报告](${SITE}/leadership/2026-10)`
    ]);
  });

  test('of DingTalk gets the time and a signature in the address', async () => {
    await sender.deliver([{dingtalk: signed}]);
    const [{url, body, at}] = server.posted as [Posted];
    const timestamp = url.searchParams.get('timestamp')!;
    expect(Math.abs(Number(timestamp) - at)).toBeLessThan(60_000);
    expect(url.searchParams.get('access_token')).toBe('the-token');
    expect(url.searchParams.get('sign')).toBe(hmac(SECRET, `${timestamp}\n${SECRET}`));
    expect(url.search).toContain(`sign=${encodeURIComponent(url.searchParams.get('sign')!)}`);
    expect(body).toMatchObject({msgtype: 'markdown', markdown: {title: SUBJECT}});
    const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    expect((await sender.journal()).deliveries).toMatchObject([{event: 'delivered', channel: 'dingtalk', sha256}]);
  });

  test('of Feishu gets a card, with the time and a signature beside it', async () => {
    reply = () => ({body: {code: 0, msg: 'success', data: {}}});
    await sender.deliver([{feishu: signed}]);
    const [{body, at}] = server.posted as [Posted];
    const {timestamp, sign, ...message} = body as {timestamp: string; sign: string};
    expect(Math.abs(Number(timestamp) * 1000 - at)).toBeLessThan(60_000);
    expect(sign).toBe(hmac(`${timestamp}\n${SECRET}`, ''));
    expect(message).toMatchObject({
      msg_type: 'interactive',
      card: {
        header: {title: {tag: 'plain_text', content: SUBJECT}},
        elements: [{tag: 'markdown'}, {tag: 'action', actions: [{tag: 'button', url: `${SITE}/leadership/2026-10`}]}]
      }
    });
  });
});

describe('a robot that says no', () => {
  test.each([
    [
      'wecom',
      '${TEST_ROBOT}',
      {errcode: 93000, errmsg: 'invalid webhook url, the-token'},
      'WeCom answered 93000 invalid webhook url, ***'
    ],
    ['dingtalk', signed, {errcode: 310000, errmsg: 'sign not match'}, 'DingTalk answered 310000 sign not match'],
    [
      'feishu',
      signed,
      {code: 19021, msg: `sign match fail, 13912345678 ${SECRET}`},
      'Feishu answered 19021 sign match fail, [contact] ${TEST_SECRET}'
    ]
  ])(
    'with an answer of its own (%s): that is told, without secrets, and not tried again',
    async (channel, way, body, told) => {
      reply = () => ({body});
      const [outcome] = await sender.deliver([{[channel]: way}]);
      expect(outcome!.state).toBe('failed');
      expect(outcome!.message).toBe(
        `company.yaml, deliver.0.${channel}: ${told}; see whether address and secret are those of the robot, and what it demands of messages`
      );
      expect(server.posted).toHaveLength(1);
      for (const secret of [SECRET, 'the-token', server.origin])
        expect(await sender.journalText()).not.toContain(secret);
    }
  );

  test.each([
    ['too many requests (429)', {status: 429, headers: {'retry-after': '1'}, body: {}}],
    ['the server failed (502)', {status: 502, body: 'bad gateway'}],
    ['WeCom is busy (45009)', {body: {errcode: 45009, errmsg: 'api freq out of limit'}}]
  ])('for now, %s: it is tried again', async (reason, first) => {
    reply = (_, before) => (before === 0 ? first : {body: {errcode: 0, errmsg: 'ok'}});
    const retries: string[] = [];
    const outcomes = await sender.deliver([{wecom: '${TEST_ROBOT}'}], {onRetry: (_, told) => retries.push(told)});
    expect(outcomes).toMatchObject([{state: 'sent'}]);
    expect(retries).toEqual([reason]);
  });

  test('by silence: that ends as well, and when it is told to stop', async () => {
    reply = () => undefined;
    const entry = {wecom: '${TEST_ROBOT}', retry: {times: 0}};
    expect(await sender.deliver([{...entry, timeout: '50 milliseconds'}])).toMatchObject([
      {state: 'failed', message: expect.stringContaining('no answer in time') as unknown}
    ]);
    const control = new AbortController();
    const stopped = sender.deliver([entry], {signal: control.signal});
    setTimeout(() => {
      control.abort(new Error('told to stop'));
    }, 50);
    await expect(stopped).rejects.toThrow('told to stop');
    expect((await sender.journal()).deliveries).toHaveLength(1);
  });
});

test('what does not fit is left out from a whole sentence on, and the message says so', () => {
  const form = {title: '报告', site: SITE, link: `${SITE}/leadership/2026-10`, lineEnd: '\n', hasTitle: true};
  const end = `篇幅所限，其余内容见完整报告。\n[打开完整报告](${form.link})`;
  const digest = exampleDigest({notices: []});
  const text = robotText(digest, {...form, longest: 500});
  expect(text).toBe(
    `**报告**\n数据截至 2026-11-02 06:00 · 本期已结束\n1. 投诉处理及时率 92.1%（1,204/1,307），低于目标 95%；自 8 月起持续偏低，不是偶然。 [依据](${SITE}/leadership/2026-10#trend-resolution_on_time)\n2. “［配件］(https://evil.example)延迟 ＜@all＞”自 9 月起上升 2.4 倍。\n${end}`
  );
  const sentence = fc.string({minLength: 1, maxLength: 80, unit: 'grapheme'}).map((one) => `${one}。`);
  fc.assert(
    fc.property(fc.array(sentence, {maxLength: 30}), fc.integer({min: 400, max: 4096}), (texts, longest) => {
      const long = {...digest, findings: texts.map((one) => ({text: one, path: '/leadership/2026-10#a'}))};
      const message = robotText(long, {...form, longest});
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(longest);
      expect(message.endsWith(`[打开完整报告](${form.link})`)).toBe(true);
      const [, ...lines] = message.split('\n');
      for (const line of lines) expect(line).not.toMatch(/\]\([^)]*$/);
    }),
    {seed: 6, numRuns: 200}
  );
});

test('a robot needs neither browser nor files', async () => {
  const report = exampleReport();
  await sender.deliver([{wecom: '${TEST_ROBOT}'}], {report});
  expect(report.made).toEqual([]);
});
