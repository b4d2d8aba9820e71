import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {Browser, Page} from 'playwright-core';
import {glob} from 'tinyglobby';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {publishSite} from '../../src/publish/publishSite.ts';
import type {SiteData} from '../../src/publish/siteData.ts';
import {serveSite} from '../../src/serve/serveSite.ts';
import {exampleEvidence} from '../publish/exampleEvidence.ts';
import {exampleSite} from '../publish/exampleSite.ts';
import {plainText} from '../reports/exampleReport.ts';
import {openBrowser} from './openBrowser.ts';
import {audit} from './audit.ts';
import {visitSite, type Visit} from './visitSite.ts';

const LONG_NAME = '华东大区客户体验与售后服务质量管理中心苏州工业园区线下门店联合投诉处理工作小组';
const SIXTY = [...Array.from({length: 58}, (_, index) => `第${index + 1}营业部`), LONG_NAME, ''];

const ENGLISH = exampleSite({months: 2, locale: 'en', hasTargets: false});
/** Those that are visited page by page. */
const SITES: Record<string, SiteData> = {
  chinese: exampleSite({months: 5, departments: SIXTY}),
  'without rows': exampleSite({months: 0})
};
const visits = new Map<string, Visit[]>();
/** What axe-core finds on one page of each kind, by its path. */
const violations = new Map<string, string[]>();
let folder = '';
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  const opening = openBrowser();
  const published = Object.entries({...SITES, english: ENGLISH}).map(async ([name, data]) => {
    const tables = name === 'chinese' ? {tables: await exampleEvidence()} : {};
    await publishSite(data, {stateDir: join(folder, name), releaseId: 'a', ...tables});
  });
  await Promise.all(published);
  browser = await opening;
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  for (const name of Object.keys(SITES)) {
    const server = await serveSite({directory: join(folder, name, 'releases/current'), host: '127.0.0.1', port: 0});
    visits.set(name, await visitSite(context, server.url, name === 'chinese' ? auditKind : undefined));
    await server.close();
  }
});

afterAll(async () => {
  await browser.close();
  await rm(folder, {recursive: true});
});

/** Pages of one kind differ in their period or their figure. */
async function auditKind(page: Page, path: string): Promise<void> {
  const kind = path.replace(/\d{4}(-\d\d|-Q\d)?$/, (id) =>
    id.includes('Q') ? 'quarter' : id.includes('-') ? 'month' : 'year'
  );
  const name = kind.replace(/^\/figures\/.*/, '/figures/');
  if (audited.has(name)) return;
  audited.add(name);
  violations.set(path, await audit(page));
}
const audited = new Set<string>();

describe.each(Object.entries(SITES))('the site %s', (name, data) => {
  const visited = () => visits.get(name)!;

  test('is read without a broken link, a complaint or a request to anyone else', () => {
    for (const {path, status, brokenAnchors, complaints} of visited()) {
      expect({path, status, brokenAnchors, complaints}).toEqual({path, status: 200, brokenAnchors: [], complaints: []});
    }
  });

  test('fits a phone', () => {
    expect(visited().filter(({overflow}) => overflow > 0)).toEqual([]);
  });

  test('states language, title, time and run on every page', () => {
    const {locale, title} = data.pipeline;
    for (const visit of visited()) {
      expect(visit.lang).toBe(locale);
      expect(visit.title.endsWith(`| ${title[locale]}`) || visit.title === title[locale], visit.title).toBe(true);
      expect(visit.text, visit.path).toContain(data.run.as_of);
      expect(visit.text, visit.path).toContain(data.run.id);
      expect(visit.text, visit.path).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}/);
    }
  });

  test('leads to the reports, the policy, the definitions and the run', () => {
    const paths = visited().map(({path}) => path);
    const pages = [
      '/',
      '/leadership/',
      '/analyst/',
      '/operations/policy',
      '/operations/definitions',
      '/operations/runs'
    ];
    expect(paths).toEqual(expect.arrayContaining(pages));
  });

  test('runs scripts on the pages of analysis alone', () => {
    const scripted = visited().flatMap(({path, scripts}) => (scripts > 0 ? [path] : []));
    expect(scripted).toEqual(expect.arrayContaining(['/analyst/trends', '/analyst/records', '/analyst/sql']));
    expect(scripted.filter((path) => !path.startsWith('/analyst/') && path !== '/performance/evidence')).toEqual([]);
  });

  test('opens every figure that a clause names', () => {
    const paths = visited().map(({path}) => path);
    const named = data.policy.duties.flatMap(({figures}) => figures.map((id) => `/figures/${id}`));
    expect(paths).toEqual(expect.arrayContaining(named));
  });
});

test('keeps nobody from reading any kind of page', () => {
  expect(violations.size).toBeGreaterThan(20);
  expect([...violations].filter(([, found]) => found.length > 0)).toEqual([]);
});

test('a report is light: all that it transfers is under 80 KB, and it reads its figures from no other file', async () => {
  const release = join(folder, 'chinese/releases/current');
  const html = await readFile(join(release, 'leadership/2026-10.html'), 'utf8');
  const named = html.matchAll(/(?:href|src)="([^"]+\.(?:css|js|json|arrow|woff2|png))"/g);
  const assets = [...new Set([...named].map(([, path]) => path!))];
  expect(assets).toHaveLength(1);
  const files = await Promise.all(assets.map((path) => readFile(join(release, 'leadership', path))));
  const bytes = [Buffer.from(html), ...files].reduce((sum, file) => sum + gzipSync(file).length, 0);
  expect(bytes).toBeLessThan(80_000);
});

test('a head of a card opens to its cases, whose shares make up what the card says', async () => {
  const server = await serveSite({directory: join(folder, 'chinese/releases/current'), host: '127.0.0.1', port: 0});
  const page = await browser.newPage();
  try {
    await page.goto(`${server.url}/performance/2026-Q3`);
    await page.getByText('林晓', {exact: true}).click();
    await page.locator('details[open] a.evidence').click();
    await page.waitForSelector('#analysis-view[aria-busy="false"]');
    expect(await page.locator('.found').innerText()).toBe(
      '计入 3 件，份额合计 2.375，其中达到 1.375：1.375 ÷ 2.375 = 57.9%。同行办理同样案件应有 2.0000（各行“份额 × 同行值”之和）。另有 1 件未计入，原因见“是否计入”。'
    );
    const rows = await page.locator('.table.evidence tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t').slice(0, 4).join(' '))).toEqual([
      'TS001 计入 1 1',
      'TS002 计入：到期限时持有 1 0',
      'TS003 计入：按持有时间分摊 0.375 0.375',
      'TS004 不计：裁定 2026-0002 排除  '
    ]);
  } finally {
    await page.close();
    await server.close();
  }
});

test('nobody is ranked: people stand in the order of their names, and who has too few cases without a figure', () => {
  const {text} = visits.get('chinese')!.find(({path}) => path === '/performance/2026-Q3')!;
  expect(text).toContain('各项件数均不足下限，不列数据：代班人。');
  expect(text).not.toMatch(/排名第|名次|第 ?\d+ 名/);
});

test('every month, quarter and year of the data can be reached', () => {
  const reports = visits.get('chinese')!.filter(({path}) => path.startsWith('/leadership/2'));
  expect(reports).toHaveLength(5 + 2 + 1);
  const october = reports.find(({path}) => path === '/leadership/2026-10')!;
  expect(october.title).toBe('2026年10月客户投诉与满意度月报 | 云岭商贸');
  expect(october.text).toContain('本期要点');
  expect(october.text).toContain('4 个部门可比；在漏斗以内的分不出高下，不排名次。空心的件数太少（55 个），不作判断。');
});

test('every period has its summary, and every month its register', () => {
  const visited = visits.get('chinese')!;
  const of = (folder: string) => visited.filter(({path}) => path.startsWith(`/operations/${folder}/`));
  expect(of('summary')).toHaveLength(5 + 2 + 1);
  expect(of('register')).toHaveLength(5);
  const register = of('register').find(({path}) => path.endsWith('2026-10'))!;
  expect(register.title).toBe('2026年10月客诉不良履历表 | 云岭商贸');
  expect(register.text).toContain('XS-2026-0002');
});

test('the page of the policy leads from a clause to its figures and to their records', () => {
  const page = (path: string) => visits.get('chinese')!.find((visit) => visit.path === path)!;
  expect(page('/operations/policy').text).toContain('未做到的条款');
  const figure = page('/figures/resolution_on_time');
  expect(figure.title).toBe('投诉处理及时率 | 云岭商贸');
  expect(figure.text).toContain('npx huisheng records resolution_on_time --period 2026-10 --pipeline demo');
});

test('an English site says nothing in Chinese but what the data says', async () => {
  const pages = join(folder, 'english/releases/current');
  const known = JSON.stringify(ENGLISH);
  const paths = await glob('**/*.html', {cwd: pages});
  expect(paths.length).toBeGreaterThan(40);
  for (const path of paths) {
    const html = await readFile(join(pages, path), 'utf8');
    expect(html, path).toMatch(/<html[^>]* lang="en"/);
    const text = plainText(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, ''));
    expect(text, path).toContain(ENGLISH.run.as_of);
    expect(text, path).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}/);
    const strange = (text.match(/[\u4e00-\u9fff]+/g) ?? []).filter((word) => !known.includes(word));
    expect({path, strange}).toEqual({path, strange: []});
  }
});

test('a site without rows says so in words', () => {
  const page = visits.get('without rows')!.find(({path}) => path === '/leadership/')!;
  expect(page.text).toContain('还没有可以报告的时期');
});
