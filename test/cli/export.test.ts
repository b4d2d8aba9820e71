import type {WorkBook} from '@e965/xlsx';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {getDocumentProxy} from 'unpdf';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {switchRelease} from '../../src/publish/switchRelease.ts';
import {appendEvent} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {partsOf, readBook, rowsOf} from '../export/readBook.ts';
import type {Company} from '../run/company.ts';
import {companyThatRan} from './company.ts';
import {huisheng, huishengJson} from './huisheng.ts';

type Values = Record<string, string | number | boolean | null>;

let company: Company;
let to = '';

beforeAll(async () => {
  company = await companyThatRan();
  to = join(company.folder, 'exports');
});

afterAll(async () => {
  await company.dissolve();
});

async function exported(form: 'pdf' | 'xlsx', period: string): Promise<{path: string; file: Buffer}> {
  const {status, stdout, stderr} = await huisheng('export', form, period, ...company.where, '--to', to);
  if (status !== 0) throw new Error(stderr);
  const path = stdout.trimEnd();
  return {path, file: await readFile(path)};
}

describe('export xlsx', () => {
  let may: {path: string; file: Buffer};
  let book: WorkBook;
  let quarter: WorkBook;
  const ids = () => new Map(rowsOf(book, '口径说明').map((row) => [row['指标'], String(row['代号'])]));
  const kpi = async (id: string, ...options: string[]) =>
    (await huishengJson<Values>('kpi', id, ...options, ...company.where)).filter(
      ({period_start}) => period_start === '2026-05-01'
    );

  beforeAll(async () => {
    may = await exported('xlsx', '2026-05');
    book = readBook(may.file);
    quarter = readBook((await exported('xlsx', '2026-Q2')).file);
  });

  test('writes a workbook of eight sheets under the title of the report, and nothing else', async () => {
    expect(may.path).toBe(join(to, '2026年5月客户投诉与满意度月报.xlsx'));
    expect((await readdir(to)).sort()).toEqual([
      '2026年5月客户投诉与满意度月报.xlsx',
      '2026年第二季度客户投诉与满意度季报.xlsx'
    ]);
    expect(book.SheetNames).toEqual([
      ...['总览', '投诉汇总表', '部门', '原因', '趋势', '客诉不良履历表', '改善措施', '口径说明']
    ]);
  });

  test('has the figures of the mart, as numbers', async () => {
    const rows = rowsOf(book, '总览');
    const stored = await company.query(
      `from marts.kpi_values where grain = 'month' and dimension = 'all' and period_start = '2026-05-01'`
    );
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const figure = stored.find((one) => one['kpi'] === ids().get(row['指标'] ?? null));
      if (figure?.['is_withheld'] === true) expect(row['数值']).toBe('不公布');
      else expect(row['数值'], String(row['指标'])).toBeCloseTo(Number(figure?.['value']), 9);
      if (row['单位'] !== '%') continue;
      expect([row['分子'], row['分母']]).toEqual([figure?.['numerator'], figure?.['denominator']]);
      expect(row['区间下限']).toBeCloseTo(Number(figure?.['low']), 9);
    }
  });

  test('has those of each department, each with whether it differs from its peers', async () => {
    const rows = rowsOf(book, '部门').filter((row) => row['指标'] === '投诉处理及时率');
    const figures = await kpi('resolution_on_time', '--by', 'department');
    for (const {member, value, numerator, denominator} of figures) {
      const row = rows.find((one) => one['部门'] === member)!;
      expect([row['数值'], row['分子'], row['分母']]).toEqual([value, numerator, denominator]);
      // Two departments are too few to make peers.
      expect(row['与同行相比']).toBe('件数太少，无从判断');
    }
    expect(rows.map((row) => row['部门']).sort()).toEqual(['全体', '客服部', '工程部']);
  });

  test('has the months up to the end of the period', async () => {
    const rows = rowsOf(quarter, '趋势');
    const figures = await huishengJson<Values>('kpi', 'resolution_on_time', ...company.where);
    expect(rows.map((row) => row['月份'])).toEqual([new Date('2026-05-01'), new Date('2026-06-01')]);
    expect(rows.map((row) => row['投诉处理及时率（%）'])).toEqual(figures.slice(0, 2).map(({value}) => value));
  });

  test('adds complaints up by category and department', async () => {
    const rows = rowsOf(book, '投诉汇总表');
    const total = rows.at(-1)!;
    const sum = (column: string) => rows.slice(0, -1).reduce((all, row) => all + Number(row[column]), 0);
    const [counted] = await company.query(
      `select count(*)::integer as complaints from core.complaints where month(received_at) = 5`
    );
    expect(total).toMatchObject({投诉类别: '合计', 合计: counted!['complaints']});
    for (const column of ['工程部', '客服部', '合计', '有效', '逾期']) expect(sum(column)).toBe(total[column]);
    expect(Number(total['工程部']) + Number(total['客服部'])).toBe(total['合计']);
  });

  test('lists every complaint of the period with its times, and names nobody', async () => {
    const rows = rowsOf(quarter, '客诉不良履历表');
    const stored = await company.query(
      `select complaint_id, received_at::varchar as received_at from marts.fault_register where received_at < '2026-07-01' order by 2, 1`
    );
    expect(rows.map((row) => row['单号'])).toEqual(stored.map(({complaint_id}) => complaint_id));
    const received = rows.map((row) => (row['受理'] as Date).toISOString().slice(0, 16).replace('T', ' '));
    expect(received).toEqual(stored.map(({received_at}) => String(received_at).slice(0, 16)));
    expect([...partsOf(may.file).values()].join()).not.toMatch(/顾客|1390000|请尽快处理/);
  });

  test('says of what there is none', () => {
    expect(book.Sheets['改善措施']!['A4']).toMatchObject({v: expect.stringMatching(/^到本期末，没有已实施/) as string});
    const causes = rowsOf(book, '原因');
    expect(new Set(causes.map((row) => row['按什么分']))).toEqual(new Set(['投诉类别']));
    expect(causes.at(-1)!['累计']).toBe(1);
  });

  test('gives the same bytes again', async () => {
    expect((await exported('xlsx', '2026-05')).file.equals(may.file)).toBe(true);
  });

  test('says everything in English where the pipeline does', async () => {
    const text = await readFile(company.pipeline, 'utf8');
    await writeFile(company.pipeline, `${text}locale: en\n`);
    try {
      const {path, file} = await exported('xlsx', '2026');
      expect(path).toMatch(/\.xlsx$/);
      expect(path.slice(to.length + 1)).not.toMatch(/[\\/:*?"<>|\u4e00-\u9fff]/);
      const english = readBook(file);
      expect(english.SheetNames).toEqual([
        ...['Overview', 'Summary', 'Departments', 'Causes', 'Trends', 'Register of faults', 'Measures', 'Definitions']
      ]);
      const parts = partsOf(file);
      const texts = ['xl/sharedStrings.xml', 'xl/workbook.xml', 'docProps/core.xml'].map((part) => parts.get(part));
      const chinese = texts.join().match(/[\u4e00-\u9fff]+/g) ?? [];
      const fromData = ['公司', '漏水', '噪音', '收费', '工程部', '客服部'];
      expect(chinese.filter((word) => !fromData.includes(word))).toEqual([]);
    } finally {
      await writeFile(company.pipeline, text);
    }
  });
});

test('export pdf prints the page of the live release', async () => {
  const state = stateOf('company', company.data);
  const [run] = await company.query(
    `select run_id, strftime(timezone('UTC', finished_at), '%Y%m%dT%H%M%SZ') as ended from runs.runs`
  );
  const release = `run-${String(run!['run_id']).padStart(6, '0')}-${String(run!['ended'])}`;
  const folder = join(state.releases, release, 'leadership');
  await mkdir(folder, {recursive: true});
  await writeFile(
    join(folder, '2026-05.html'),
    '<!doctype html><title>五月</title><style>body {font-family: var(--text)}</style><p>一百八十六件</p>'
  );
  await switchRelease(state.releases, release);
  await appendEvent(state, {event: 'published', at: '2026-07-15T04:00:00Z', run_id: Number(run!['run_id']), release});
  const {path, file} = await exported('pdf', '2026-05');
  expect(path).toBe(join(to, '2026年5月客户投诉与满意度月报.pdf'));
  const page = await (await getDocumentProxy(new Uint8Array(file))).getPage(1);
  const {items} = await page.getTextContent();
  expect(items.map((item) => ('str' in item ? item.str : '')).join('')).toContain('一百八十六件');
  expect(file.toString('latin1')).toContain('/CreationDate (D:20260715120000)');
});

test.each([
  [['xlsx', '2026-13'], '"2026-13" is no period of a report; give 2026-10, 2026-Q3 or 2026'],
  [['pdf', 'May'], '"May" is no period of a report; give 2026-10, 2026-Q3 or 2026'],
  [['xlsx', '2020-05'], 'there is no report of 2020-05; there are reports of 2026-05 to 2026-06'],
  [['xlsx', '2026-05', '--data', '/nowhere'], 'there is no warehouse']
])('export %s is refused with the remedy', async (args, message) => {
  const {status, stderr} = await huisheng('export', ...args.slice(0, 2), ...company.where, ...args.slice(2));
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
