import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {parseHTML} from 'linkedom';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {MAIL_COLORS} from '../../src/deliver/mail/mailStyle.ts';
import {exampleReport, SITE, SUBJECT} from './exampleReport.ts';
import {PASSWORD, startMailServer, USER, type MailServer} from './mailServer.ts';
import {Sender} from './round.ts';

let sender: Sender;
let server: MailServer;

beforeEach(async () => {
  sender = await Sender.found();
  server = await startMailServer({
    refuse: (address) => (address.startsWith('gone') ? {code: 550} : undefined)
  });
  vi.stubEnv('TEST_SMTP_URL', server.url);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await sender.dissolve();
});

const email = (...to: string[]) => ({from: `回声 <${USER}>`, to, server: '${TEST_SMTP_URL}'});

describe('a mail', () => {
  test('arrives with subject, text, HTML, its charts within and its files, and loads nothing from elsewhere', async () => {
    const [outcome] = await sender.deliver([{reader: '总经理办公会', email: email('a@example.com', 'b@example.com')}]);
    expect(outcome).toMatchObject({reader: '总经理办公会', report: '2026-10', channel: 'email', state: 'sent'});
    const [{mail, raw, to}] = [...server.received] as [MailServer['received'][number]];
    expect(server.received).toHaveLength(1);
    expect(to).toEqual(['a@example.com', 'b@example.com']);
    expect(mail.subject).toBe(SUBJECT);
    expect(mail.from!.value).toEqual([{address: USER, name: '回声'}]);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.text).toContain('投诉处理及时率 92.1%（1,204/1,307），低于目标 95%；自 8 月起持续偏低，不是偶然。');
    expect(mail.text).toContain(`${SITE}/leadership/2026-10`);

    const {document} = parseHTML(mail.html);
    const page = document.body.textContent;
    for (const text of [
      '92.1%',
      '1,204/1,307',
      '区间 90.5 至 93.4%',
      '未达到目标 95%',
      '异常偏低',
      '来源 crm 未能读取'
    ])
      expect(page).toContain(text);
    const links = [...document.querySelectorAll('a')].map(({href}) => href);
    expect(links).toEqual([
      `${SITE}/leadership/2026-10#trend-resolution_on_time`,
      `${SITE}/leadership/2026-10#causes`,
      `${SITE}/leadership/2026-10`
    ]);
    const [image] = [...document.querySelectorAll('img')];
    expect([...document.querySelectorAll('h2')].map(({textContent}) => textContent)).toEqual([
      '主要指标',
      '及时率自 8 月起偏低'
    ]);
    expect(image!.alt).toBe('及时率近 24 个月走势，8 月起偏低');
    expect([image!.getAttribute('width'), image!.getAttribute('height')]).toEqual(['552', '239']);
    expect(document.querySelectorAll('script, link, [src^=http], [background]')).toHaveLength(0);
    const addresses = (mail.html as string).match(/(?:https?:)?\/\/[^\s"'<>)]+/g) ?? [];
    expect(addresses.filter((address) => !address.startsWith(SITE))).toEqual(['https://evil.example']);

    const inline = mail.attachments.find(({related}) => related)!;
    expect(image!.getAttribute('src')).toBe(`cid:${inline.cid!}`);
    expect(inline).toMatchObject({contentType: 'image/png', contentDisposition: 'inline'});
    const files = mail.attachments.filter(({related}) => !related);
    expect(files.map(({filename, contentType, content}) => [filename, contentType, content.toString()])).toEqual([
      ['2026年10月客户投诉与满意度月报.pdf', 'application/pdf', '%PDF-1.7 a report'],
      [
        '2026年10月客户投诉与满意度月报.xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'PK a workbook'
      ]
    ]);

    const {deliveries} = await sender.journal();
    const sha256 = createHash('sha256').update(raw).digest('hex');
    expect(deliveries).toEqual([
      {
        event: 'delivered',
        at: outcome!.at,
        reader: '总经理办公会',
        report: '2026-10',
        run_id: 7,
        channel: 'email',
        sha256,
        refused: 0
      }
    ]);
  });

  test('has no links where nobody says at which address the site is, and no files where none are asked for', async () => {
    const report = exampleReport();
    Object.defineProperty(sender, 'pipeline', {value: {...sender.pipeline, site: undefined}});
    await sender.deliver([{email: email('a@example.com'), attach: []}], {report});
    const {mail} = server.received[0]!;
    expect(mail.html).not.toContain('<a ');
    expect(mail.text).not.toContain(SITE);
    expect(mail.attachments.map(({contentType}) => contentType)).toEqual(['image/png']);
    expect(report.made).toEqual(['charts']);
  });

  test('wears the light colours of the site', async () => {
    const tokens = await readFile('reports/style/tokens.css', 'utf8');
    const light = tokens.slice(0, tokens.indexOf('}'));
    for (const [name, color] of Object.entries(MAIL_COLORS)) expect(light).toContain(`--${name}: ${color};`);
  });
});

describe('a mail server that says no', () => {
  test('to one recipient: the others get it, and it is said how many did not, but not who', async () => {
    const entries = [{email: email('a@example.com', 'gone@example.com')}];
    const [outcome] = await sender.deliver(entries);
    expect(server.received.map(({to}) => to)).toEqual([['a@example.com']]);
    expect(outcome).toMatchObject({
      state: 'sent',
      message:
        'company.yaml, deliver.0.email.to: the mail server refused 1 of the recipients; correct their addresses, and send it on to them'
    });
    expect((await sender.journal()).deliveries).toMatchObject([{event: 'delivered', refused: 1}]);
    expect(await sender.journalText()).not.toContain('example.com');
    expect(await sender.deliver(entries)).toMatchObject([{state: 'sent_before'}]);
  });

  test('to all recipients', async () => {
    const [outcome] = await sender.deliver([{email: email('gone@example.com')}]);
    expect(outcome).toMatchObject({
      state: 'failed',
      message:
        'company.yaml, deliver.0.email: the mail server refused the sender or every recipient (550); correct "from" and "to"'
    });
    expect(await sender.journalText()).not.toContain('example.com');
  });

  test('to the password: it is not tried again, and stands nowhere', async () => {
    vi.stubEnv('TEST_SMTP_URL', server.urlWith('another secret'));
    const retries: string[] = [];
    const [outcome] = await sender.deliver([{email: email('a@example.com')}], {
      onRetry: (_, reason) => retries.push(reason)
    });
    expect(outcome!.message).toMatch(
      /^company\.yaml, deliver\.0\.email: the mail server refused the login \(535\); see/
    );
    expect(retries).toEqual([]);
    const told = JSON.stringify(outcome) + (await sender.journalText());
    for (const secret of [PASSWORD, 'another secret', USER, 'another%20secret']) expect(told).not.toContain(secret);
  });

  test('for now: it is tried again, with the same message', async () => {
    await server.close();
    const retries: string[] = [];
    server = await startMailServer({fail: (number) => (number === 1 ? {code: 451} : undefined)});
    vi.stubEnv('TEST_SMTP_URL', server.url);
    const outcomes = await sender.deliver([{email: email('a@example.com')}], {
      onRetry: (_, reason) => retries.push(reason)
    });
    expect(outcomes).toMatchObject([{state: 'sent', message: null}]);
    expect(retries).toEqual(['the mail server is busy (451)']);
    expect(server.received).toHaveLength(1);
  });

  test('because it is down: the next call sends it, once it is up', async () => {
    const {port} = new URL(server.url);
    await server.close();
    const entries = [{email: email('a@example.com')}];
    expect(await sender.deliver(entries)).toMatchObject([
      {
        state: 'failed',
        message:
          'company.yaml, deliver.0: connection refused, 3 times in a row; see whether the server is up, or raise retry.times'
      }
    ]);
    server = await startMailServer({port: Number(port)});
    expect(await sender.deliver(entries)).toMatchObject([{state: 'sent'}]);
  });

  test('to encryption, where that is asked for: it gets no password', async () => {
    vi.stubEnv('TEST_SMTP_URL', `${server.url}?requireTLS=true`);
    const [outcome] = await sender.deliver([{email: email('a@example.com')}]);
    expect(outcome!.message).toMatch(/no encrypted connection to the mail server can be made/);
    expect(server.received).toEqual([]);
  });
});

test('a variable that is not set is named, and nothing is made or sent', async () => {
  vi.stubEnv('TEST_SMTP_URL', undefined);
  const report = exampleReport();
  expect(await sender.deliver([{email: email('a@example.com')}], {report})).toMatchObject([
    {
      state: 'failed',
      message: 'company.yaml, deliver.0: not set in the environment: TEST_SMTP_URL; set it for this command'
    }
  ]);
  expect(report.made).toEqual([]);
});

test('the same report has the same Message-ID, one that is sent anew another', async () => {
  const entries = [{email: email('a@example.com')}];
  await sender.deliver(entries);
  await sender.deliver(entries, {again: true});
  const other = await Sender.found();
  await other.deliver(entries);
  await other.dissolve();
  const [first, anew, same] = server.received.map(({mail}) => mail.messageId!);
  expect(first).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
  expect(anew).not.toBe(first);
  expect(same).toBe(first);
});
