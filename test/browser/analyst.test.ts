import {tableFromIPC} from 'apache-arrow';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Browser, BrowserContext, Page} from 'playwright-core';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {RandomStream} from '../../sources/demo/process/randomStream.ts';
import {publishLatest} from '../../src/cli/publish.ts';
import {serveSite} from '../../src/serve/serveSite.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {Company} from '../run/company.ts';
import {openBrowser} from './openBrowser.ts';

const DAY = 86_400_000;
const DEPARTMENT = '物流部';
const SOURCE = `
kind: files
files: register.csv
time_zone: Asia/Shanghai
records:
  complaint:
    complaint_id: 编号
    received_at: 受理时间
    resolved_at: 办结时间
    due_at: 期限
    customer_name: 姓名
    customer_phone: 电话
    category: 类别
    department: 部门
    channel: {column: 渠道, values: {电话: phone, 网站: website}}
    severity: 程度
    cause_root: 原因
`;

let company: Company;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let site: Awaited<ReturnType<typeof serveSite>>;
/** What the browser complained of, and requests that left the host. */
const complaints: string[] = [];

/** A register of fourteen months: the same numbers on each call. */
function register(): string {
  const random = new RandomStream('analyst');
  const pick = (words: readonly string[]) => words[Math.floor(random.uniform() * words.length)]!;
  const local = (time: number) => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
  const rows = Array.from({length: 1200}, (_, index) => {
    const received = Date.UTC(2025, 8, 1) + (index / 1200) * 426 * DAY + random.uniform() * DAY;
    const department = pick([DEPARTMENT, '客服部', '门店部']);
    const days = -Math.log(1 - random.uniform()) * (department === DEPARTMENT ? 6 : 3);
    const resolved = received + days * DAY;
    return [
      `=TS${String(index).padStart(5, '0')}`,
      local(received),
      resolved < Date.UTC(2026, 10, 1) ? local(resolved) : '',
      local(received + 7 * DAY),
      pick(['张三', '李四', '王五', '赵六']),
      `1380000${String(1000 + Math.floor(random.uniform() * 300))}`,
      pick(['质量', '配送', '态度']),
      department,
      pick(['电话', '网站']),
      pick(['一般', '严重']),
      pick(['人手不足', '流程不清', '供应商延误'])
    ].join(',');
  });
  return `编号,受理时间,办结时间,期限,姓名,电话,类别,部门,渠道,程度,原因\n${rows.join('\n')}\n`;
}

beforeAll(async () => {
  company = await Company.found({register: SOURCE});
  await company.write('register.csv', register());
  const {status, stderr} = await company.run('--as-of', '2026-11-01T00:00:00+08:00');
  expect(status, stderr).toBe(0);
  const directory = await publishLatest(company.pipeline, company.data);
  site = await serveSite({directory, host: '127.0.0.1', port: 0});
  browser = await openBrowser();
  context = await browser.newContext({viewport: {width: 1280, height: 900}});
  page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(`${site.url}/`))
      complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await company.dissolve();
});

async function query<T>(sql: string): Promise<T[]> {
  const database = await openDatabase(company.warehouse, {readOnly: true, timeZone: 'Asia/Shanghai'});
  try {
    return await database.query<T>(sql);
  } finally {
    database.close();
  }
}

async function open(path: string): Promise<void> {
  await page.goto(site.url + path);
  await drawn();
}

async function drawn(): Promise<void> {
  await page.waitForSelector('#analysis-view[aria-busy="false"]');
}

async function choose(name: string, value: string): Promise<void> {
  await page.selectOption(`select[name="${name}"]`, value);
  await drawn();
}

const text = (selector: string) => page.locator(selector).first().innerText();
const cells = (row: number) => page.locator(`#analysis-view tbody tr:nth-child(${row}) > *`).allInnerTexts();

test('a filtered figure is that of the warehouse, and its address shows the same to a colleague', async () => {
  await open('/analyst/trends');
  await choose('figure', 'resolution_on_time');
  await choose('department', DEPARTMENT);
  await choose('from', '2026-01');
  await page.locator('#analysis-view summary').click();
  const [expected] = await query<{numerator: number; denominator: number}>(`
    select sum(numerator)::integer as numerator, count(*)::integer as denominator
    from kpis.resolution_on_time join core.complaints on complaint_id = record_id
    where department = '${DEPARTMENT}' and date_trunc('month', timezone('Asia/Shanghai', "at")) = '2026-09-01'`);
  const rows = await page.locator('#analysis-view tbody tr').allInnerTexts();
  expect(rows.at(-1)).toMatch(/^2026-01/);
  const september = rows.find((row) => row.startsWith('2026-09'));
  expect(september).toContain(`${expected!.numerator}/${expected!.denominator}`);
  const {search} = new URL(page.url());
  expect(Object.fromEntries(new URLSearchParams(search))).toMatchObject({department: DEPARTMENT, from: '2026-01'});
  const title = await text('#analysis-view figcaption');
  await open(`/analyst/trends${search}`);
  expect(await text('#analysis-view figcaption')).toBe(title);
  expect(await page.inputValue('select[name="department"]')).toBe(DEPARTMENT);
  expect(await page.getAttribute('.analysis-pages a[href*="records"]', 'href')).toContain('from=2026-01');
  await page.click('button[type="reset"]');
  await drawn();
  expect(new URL(page.url()).searchParams.has('department')).toBe(false);
});

test('without a filter a series has the limits and the verdict of marts.kpi_signals; with one it is judged by the same rules', async () => {
  await open('/analyst/trends?figure=valid_complaints');
  await page.locator('#analysis-view summary').click();
  const limits = async () =>
    (await page.locator('#analysis-view tbody tr').allInnerTexts()).map((row) => row.split('\t').slice(0, 6).join(' '));
  const whole = await limits();
  const [mart] = await query<{centre: number; upper: number; month: string}>(`
    select centre, upper, strftime(period_start, '%Y-%m') as month from marts.kpi_signals
    where kpi = 'valid_complaints' and grain = 'month' and dimension = 'all' and centre is not null order by period_start desc limit 1`);
  const row = whole.find((each) => each.startsWith(mart!.month));
  expect(row).toContain(`${Math.round(mart!.centre)} 件`);
  expect(row).toContain(`${Math.round(mart!.upper)} 件`);
  // A filter that lets everything through makes the same limits out of the cells.
  await choose('from', whole.at(-1)!.slice(0, 7));
  await page.locator('#analysis-view summary').click();
  expect(await limits()).toEqual(whole);
});

test('half of the cases are solved within the median that the figure has', async () => {
  const [kpi] = await query<{days: number; cases: number}>(`
    select quantile_cont(seconds, 0.5) / 86400 as days, count(*)::integer as cases from kpis.time_to_resolve
    join core.complaints on complaint_id = record_id
    where department = '${DEPARTMENT}' and timezone('Asia/Shanghai', received_at) < '2026-08-01' and not is_open`);
  await open(`/analyst/time-to-resolve?department=${DEPARTMENT}&to=2026-07&by=severity`);
  await page.locator('#analysis-view summary').click();
  const shown = Number(/一半在 ([\d.]+) 天/.exec(await text('#analysis-view figcaption'))![1]);
  expect(Math.abs(shown - kpi!.days)).toBeLessThan(0.3);
  expect(await text('#analysis-view .reading')).toContain('Kaplan–Meier');
});

test('the records behind a figure can be narrowed, sorted, searched, paged and downloaded', async () => {
  const [expected] = await query<{total: number; numerator: number}>(`
    select count(*)::integer as total, sum(numerator)::integer as numerator from marts.figure_records
    where kpi = 'resolution_on_time' and "month" between '2026-07-01' and '2026-09-01'`);
  await open('/analyst/records?figure=resolution_on_time&period=2026-Q3');
  expect(await text('.found')).toContain(`${expected!.total} 件，其中 ${expected!.numerator} 件计入分子`);
  await choose('counted', 'no');
  expect(await text('.found')).toContain(`此处列出 ${expected!.total - expected!.numerator} 件`);

  await open('/analyst/records');
  expect(await page.locator('#analysis-view tbody tr').count()).toBe(50);
  await page.click('#sort-number');
  await drawn();
  const [first] = await cells(1);
  const [lowest] = await query<{number: string}>('select min(number) as number from marts.cases');
  expect(first).toBe(lowest!.number);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('sort-number');
  await page.click('#page-after');
  await drawn();
  expect(new URL(page.url()).searchParams.get('page')).toBe('2');
  expect((await cells(1))[0]! > first!).toBe(true);
  await page.fill('#records-search', first!);
  await page.press('#records-search', 'Enter');
  await drawn();
  expect(await text('.found')).toBe('1 件');

  const csv = await downloaded('#download-csv');
  expect(csv.toString('utf8').split('\r\n')).toHaveLength(3);
  expect(csv.toString('utf8')).toMatch(/^\uFEFF编号,/);
  // What a spreadsheet would take for a formula is told to be a text.
  expect(csv.toString('utf8')).toContain(`\n'${first!},`);
  const table = tableFromIPC(await downloaded('#download-arrow'));
  expect(table.numRows).toBe(1);
  expect(table.getChild('number')!.get(0)).toBe(first);
});

async function downloaded(button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return readFile(await download.path());
}

test('SQL is answered in the browser, by every example too, and an error is told in words', async () => {
  await open('/analyst/sql');
  const [cases] = await query<{n: number}>('select count(*)::integer as n from marts.cases');
  const ask = async (sql: string) => {
    await page.fill('#sql-editor', sql);
    await page.press('#sql-editor', 'Control+Enter');
    await page.waitForSelector('.sql-result table, .sql-result [role="alert"]');
    await drawn();
  };
  await ask('select count(*) as n from cases');
  expect(await cells(1)).toEqual([String(cases!.n)]);
  await ask(`select sum(numerator) as n from figure_cells where kpi = 'complaints'`);
  const [complaints_] = await query<{n: number}>('select count(*)::integer as n from kpis.complaints');
  expect(await cells(1)).toEqual([String(complaints_!.n)]);
  for (const button of await page.locator('.examples button').all()) {
    await button.click();
    await drawn();
    expect(await page.locator('.sql-result [role="alert"]').allInnerTexts()).toEqual([]);
  }
  await ask('select * from nowhere');
  expect(await text('.sql-result')).toContain('没有名为 nowhere 的表');
  await ask('selekt 1');
  expect(await text('.sql-result')).toContain('这条语句没有执行');
});

test('causes are ranked under the filters, and judged as marts.cause_trends judges them', async () => {
  const told = async () => (await page.locator('.trend-table tbody tr').allInnerTexts()).map((row) => row.trim());
  await open('/analyst/root-causes');
  const [first] = await query<{member: string; n: number; total: number}>(`
    select cause_root as member, count(*)::integer as n, sum(count(*)) over ()::integer as total
    from core.complaints where is_valid group by all order by n desc, member limit 1`);
  expect(await text('#analysis-view figcaption')).toContain(`“${first!.member}”`);
  const [trend] = await query<{causes: number; tests: number; q: number}>(`
    select causes, tests, min(q) as q from marts.cause_trends
    where dimension = 'cause_root' and period_start = '2026-10-01' group by all`);
  expect(await text('#analysis-view')).toContain(`共检验 ${trend!.causes} 个原因、${trend!.tests} 次`);
  const whole = await told();
  expect(whole[0]).toContain(trend!.q.toFixed(3));
  // Trends are told at the end of the period, which is October without a filter as well.
  await choose('to', '2026-10');
  expect(await told()).toEqual(whole);
  await choose('category', '配送');
  const [narrowed] = await query<{n: number}>(`
    select count(*)::integer as n from core.complaints
    where is_valid and category = '配送' and received_at < '2026-11-01T00:00:00+08:00'`);
  expect(await text('#analysis-view figcaption')).toContain(`/${narrowed!.n}）`);
  expect(await told()).not.toEqual(whole);
});

test('times are judged under filters as marts.hot_spots judges them without', async () => {
  await open('/analyst/hot-spots');
  await page.locator('#analysis-view summary').click();
  const rows = () => page.locator('#analysis-view details tbody tr').allInnerTexts();
  const whole = await rows();
  expect(whole.length).toBeGreaterThan(100);
  await choose('from', '2025-11');
  await page.locator('#analysis-view summary').click();
  expect((await rows()).sort()).toEqual(whole.sort());
});

test('departments are compared over chosen months as marts.unit_comparisons compares them, and a change adds up', async () => {
  const table = async () => {
    await page.locator('#analysis-view summary').first().click();
    return page.locator('#analysis-view details').first().locator('tbody tr').allInnerTexts();
  };
  await open('/analyst/comparisons');
  const whole = await table();
  expect(whole).toHaveLength(3);
  await open('/analyst/comparisons?from=2025-11&to=2026-10');
  expect(await table()).toEqual(whole);
  await open(`/analyst/comparisons?span=month&parts=category`);
  const [change] = await query<{change: number; within: number}>(`
    select any_value(change) as change, sum(within) as within from marts.change_explanations
    where kpi = 'resolution_on_time' and grain = 'month' and period_start = '2026-10-01' and compared = 'before'
      and dimension = 'category'`);
  const parts = await page.locator('.change-table tbody tr').allInnerTexts();
  const number = (row: string | undefined) => Number(row?.split('\t')[2]?.replace('−', '-'));
  expect(number(parts.at(-1))).toBeCloseTo(100 * change!.change, 0);
  expect(number(parts.at(-2))).toBeCloseTo(100 * (change!.change - change!.within), 0);
  await choose('figure', 'reopen_rate');
  await choose('channel', 'phone');
  expect(await page.locator('#analysis-view [role="alert"]').count()).toBe(0);
});

test('repeated complaints, forecasts, surveys and measures are told as the warehouse holds them', async () => {
  await open(`/analyst/recurrence?department=${DEPARTMENT}`);
  const [rate] = await query<{numerator: number; denominator: number}>(`
    select sum(numerator)::integer as numerator, count(*)::integer as denominator
    from kpis.recurrence_rate join core.complaints on complaint_id = record_id where department = '${DEPARTMENT}'`);
  expect(rate!.numerator).toBeGreaterThan(0);
  expect(await text('#analysis-view figcaption')).toContain(`（${rate!.numerator}/${rate!.denominator}）`);
  const [, first] = await page.locator('#analysis-view figure').allInnerTexts();
  expect(first).toContain('Benjamini–Hochberg');

  await open('/analyst/forecast');
  const [next] = await query<{point: number; low80: number; high80: number; parts: number}>(`
    select any_value(point) filter (dimension = 'all') as point, any_value(low80) filter (dimension = 'all') as low80,
      any_value(high80) filter (dimension = 'all') as high80, sum(point) filter (dimension = 'category') as parts
    from marts.forecasts where horizon = 1 and actual is null`);
  expect(next!.parts).toBe(next!.point);
  expect(await text('#analysis-view figcaption')).toContain(
    `预计2026年11月 ${next!.point} 件，八成把握在 ${next!.low80}–${next!.high80} 件之间`
  );
  expect(await text('#analysis-view .reading')).toContain('历史太短');
  await choose('by', 'category');
  await choose('category', '质量');
  await choose('department', DEPARTMENT);
  expect(await text('#analysis-view .notice')).toContain('没有按这个组合的预测，下面显示的是“质量”的');

  await open('/analyst/survey');
  expect(await text('#analysis-view .notice')).toContain('没有客户满意度调查');
  await open('/analyst/measures');
  expect(await text('#analysis-view .notice')).toContain('没有已实施');
});

test('pages fit a phone, say what they need without scripts, and nothing left the host', async () => {
  await page.setViewportSize({width: 390, height: 844});
  for (const name of [
    '',
    'trends',
    'root-causes',
    'hot-spots',
    'comparisons',
    'time-to-resolve',
    'recurrence',
    'survey',
    'forecast',
    'measures',
    'records',
    'sql'
  ]) {
    await page.goto(`${site.url}/analyst/${name}`);
    if (name !== '') await drawn();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect({name, overflow}).toEqual({name, overflow: 0});
  }
  await open(`/analyst/records?department=${encodeURIComponent('没有这个部门')}`);
  expect(await text('#analysis-view')).toContain('这些条件下没有记录');
  expect(complaints).toEqual([]);
  const plain = await browser.newContext({javaScriptEnabled: false});
  const unscripted = await plain.newPage();
  await unscripted.goto(`${site.url}/analyst/trends`);
  expect(await unscripted.locator('body').innerText()).toContain('需要启用 JavaScript');
});

test('no table of the release tells of people', async () => {
  const catalog = JSON.parse(await readFile(join(company.data, 'releases/current/tables/tables.json'), 'utf8')) as {
    name: string;
    columns: {name: string}[];
  }[];
  expect(catalog.map(({name}) => name)).toEqual(expect.arrayContaining(['cases', 'figure_cells', 'figure_records']));
  const columns = catalog.flatMap(({columns: each}) => each.map(({name}) => name));
  expect(columns.filter((name) => /handler|judge|staff|customer|phone|name$/.test(name))).toEqual([]);
});
