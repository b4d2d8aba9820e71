import {appendFile, readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {withLock} from '../../src/run/lock.ts';
import {companyThatRan} from '../cli/company.ts';
import {partsOf, readBook, rowsOf} from '../export/readBook.ts';
import type {Company} from '../run/company.ts';
import {huisheng, huishengJson, type Ended} from '../cli/huisheng.ts';

let company: Company;
let file: string;

beforeAll(async () => {
  vi.useFakeTimers({now: new Date('2026-07-10T01:30:00Z'), toFake: ['Date']});
  company = await companyThatRan();
  await company.write('company.yaml', 'title: 公司\npolicy: real-estate\nsources: [register.yaml]\n');
  file = join(company.data, 'ledger.yaml');
});

afterAll(async () => {
  vi.useRealTimers();
  await company.dissolve();
});

async function ran(): Promise<string> {
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  return stderr;
}

const ledgerText = () => readFile(file, 'utf8');

/** A command of the ledger on this company; an option that is given again counts. */
const adjust = (record: string, ...more: string[]) => ask('adjust', record, ...more);
function ask(command: string, record: string, ...more: string[]): Promise<Ended> {
  const words = [
    '--figure',
    'resolution_on_time',
    '--ask',
    'exclude',
    '--reason',
    '系统停机',
    '--by',
    '王主任',
    ...more
  ];
  return huisheng(command, record, ...words, ...company.where);
}
const decide = (entry: string, ...more: string[]) =>
  huisheng('decide', entry, '--reason', '情况属实', '--by', '陈总', ...more, ...company.where);
const list = (...more: string[]) =>
  huishengJson<{entry: string; state: string; void_reason: string | null}>('ledger', ...more, ...company.where);

test('what cannot be asked is refused with the remedy, and nothing is written', async () => {
  const refusals: [string[], string][] = [
    [['T0001'], 'resolution_on_time counts no record "T0001"; did you mean "T00001"?'],
    [['T00001', '--figure', 'resolution_on_tim'], 'scorecard of the policy; did you mean "resolution_on_time"?'],
    [['T00001', '--ask', 'reassign'], '--to: expected department=… or handler=…'],
    [['T00001', '--ask', 'reassign', '--to', 'department=客服'], 'did you mean "客服部"?'],
    [['T00001', '--to', 'handler=周杰'], '--to goes with --ask reassign alone'],
    [['T00001', '--reason', ' '], '--reason: say why']
  ];
  for (const [[record, ...more], message] of refusals) {
    const {status, stderr} = await adjust(record!, ...more);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  }
  await expect(ledgerText()).rejects.toThrow('ENOENT');
});

test('what is asked and decided is only ever added, and shows after the next run', async () => {
  let before = '';
  const added = async ({status, stdout, stderr}: Ended) => {
    expect(status, stderr).toBe(0);
    const after = await ledgerText();
    expect(after.startsWith(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
    before = after;
    return `${stdout}${stderr}`;
  };
  const refused = async ({status, stderr}: Ended) => {
    expect(status).toBe(2);
    expect(await ledgerText()).toBe(before);
    return stderr;
  };
  expect(await added(await adjust('T00001', '--reason', '系统停机，顾客 13900001234 知情'))).toMatch(
    /^2026-0001: adjustment, T00001 in resolution_on_time: exclude \(.*ledger.yaml\); figures show it after the next run: huisheng run /
  );
  const objection = await ask('object', 'T00001', '--ask', 'reassign', '--to', 'department=工程部', '--by', '李强');
  expect(await added(objection)).toContain('note: on the same case and figure 2026-0001 is open');
  expect(before).toContain('at: 2026-07-10T09:30:00+08:00');
  expect(before).toContain('reason: 系统停机，顾客 [contact] 知情');

  expect(await refused(await decide('2026-001', '--grant'))).toContain(
    'no entry "2026-001"; did you mean "2026-0001"?'
  );
  expect(await refused(await decide('2026-0001'))).toContain('say either --grant or --refuse');
  expect(await refused(await decide('2026-0001', '--grant', '--by', '王 主任'))).toContain('who asked for it');

  await added(await decide('2026-0001', '--refuse'));
  expect(await added(await decide('2026-0001', '--grant'))).toContain(
    'note: it was refused by 陈总 at 2026-07-10T09:30'
  );
  expect(await list()).toMatchObject([
    {entry: '2026-0001', state: 'granted', decisions: [{decided: 'refused'}, {decided: 'granted'}]},
    {entry: '2026-0002', state: 'open', to: {department: '工程部'}}
  ]);

  // By hand, nothing keeps anybody from deciding.
  await appendFile(
    file,
    `
- {entry: 2026-0003, asked: objection, at: 2026-07-11T08:00:00+08:00, by: 李强, case: T00002, figure: resolution_on_time, ask: reassign, to: {handler: 周杰}, reason: 交接}
- {entry: 2026-0003, decided: granted, at: 2026-07-11T09:00:00+08:00, by: 周 杰, reason: 顾客 13900001234 确认} # 电话记录
`
  );
  expect(await ran()).toContain('run 2 done');
  expect(await list('--open')).toMatchObject([
    {entry: '2026-0002', state: 'open', void_reason: null},
    {entry: '2026-0003', state: 'void', void_reason: 'who decided is the one to whom it is to count'}
  ]);
  expect(
    await company.query('select entry, state, is_effective, decision_reason as why from core.rulings order by entry')
  ).toEqual([
    {entry: '2026-0001', state: 'granted', is_effective: true, why: '情况属实'},
    {entry: '2026-0002', state: 'open', is_effective: false, why: null},
    {entry: '2026-0003', state: 'void', is_effective: false, why: '顾客 [contact] 确认'}
  ]);
  const {stdout} = await huisheng('ledger', ...company.where);
  expect(stdout).toContain('void: who decided is the one to whom it is to count');
  expect(stdout).toContain('refused by 陈总 at 2026-07-10T09:30:00+08:00: 情况属实; then granted by 陈总');
});

test('the workbook of performance computes each figure from its cases, and names no customer', async () => {
  const words = ['--report', 'performance', ...company.where, '--to', company.folder];
  const {status, stdout, stderr} = await huisheng('export', 'xlsx', '2026-Q2', ...words);
  expect(status, stderr).toBe(0);
  expect(stdout.trimEnd()).toBe(join(company.folder, '2026年第二季度绩效考核表.xlsx'));
  const xlsx = await readFile(stdout.trimEnd());
  const book = readBook(xlsx);
  expect(book.SheetNames).toEqual(['部门绩效', '人员绩效', '计分明细', '证据', '调整与申诉', '口径说明']);

  const heads = rowsOf(book, '计分明细');
  const evidence = rowsOf(book, '证据');
  const scored = heads.filter((head) => head['得分'] !== null);
  expect(scored.length).toBeGreaterThan(2);
  expect(heads.length).toBeGreaterThan(scored.length);
  for (const head of heads) {
    const cases = evidence.filter((row) => ['名称', '考核指标'].every((name) => row[name] === head[name]));
    const sum = (column: string) => cases.reduce((all, row) => all + Number(row[column]), 0);
    expect(sum('分母')).toBeCloseTo(Number(head['分母']), 9);
    if (head['得分'] === null) {
      expect([head['实际'], head['分子'], head['计分数值']]).toEqual(['不计', null, null]);
      continue;
    }
    expect(sum('计为达到')).toBeCloseTo(Number(head['分子']), 9);
    expect(Number(head['分子']) / Number(head['分母'])).toBeCloseTo(Number(head['实际']), 9);
    const [floor, target] = [Number(head['底线（0 分）']), Number(head['目标（满分）'])];
    const achieved = Math.min(1, Math.max(0, (Number(head['计分数值']) - floor) / (target - floor)));
    expect(achieved).toBeCloseTo(Number(head['达成度']), 9);
    const points = Number(head['满分']) * Number(head['折算权重']) * achieved;
    expect(Math.round(points * 10) / 10).toBeCloseTo(Number(head['得分']), 9);
  }
  const detail = book.Sheets['计分明细']!;
  const formulas = Object.values(detail).flatMap((cell: {f?: string}) => cell.f ?? []);
  expect(formulas.filter((formula) => formula.startsWith('ROUND('))).toHaveLength(scored.length);
  for (const card of rowsOf(book, '部门绩效')) {
    const own = scored.filter((head) => head['名称'] === card['部门']);
    expect(own.reduce((all, head) => all + Number(head['得分']), 0)).toBeCloseTo(Number(card['合计得分']), 9);
    expect(card['备注']).toContain('处理满意度 件数不足下限，未计入');
  }

  const ruled = evidence.filter((row) => row['编号'] === '2026-0001');
  expect(ruled).toMatchObject([{案件: 'T00001', 是否计入: '不计：裁定 2026-0001 排除', 分母: 0, 裁定前分母: 1}]);
  const moved = heads.find((head) => head['裁定前分母'] !== null && head['裁定前分母'] !== head['分母'])!;
  expect(Number(moved['裁定前分母']) - Number(moved['分母'])).toBe(1);
  expect(rowsOf(book, '调整与申诉').map((row) => [row['编号'], row['决定'], row['此前的决定']])).toEqual([
    ['2026-0001', '准许', expect.stringMatching(/^驳回，陈总，2026-07-10 09:30，/)],
    ['2026-0002', '待决定', ''],
    ['2026-0003', '无效，决定人是改计的对象', '']
  ]);
  expect([...partsOf(xlsx).values()].join()).not.toMatch(/顾客\d|1390000|请尽快处理/);
});

test('while a run goes on nothing is added', async () => {
  const before = await ledgerText();
  await withLock(join(company.data, 'run.lock'), 'company', async () => {
    const {status, stderr} = await adjust('T00002');
    expect(status).toBe(1);
    expect(stderr).toContain('another run is going on');
  });
  expect(await ledgerText()).toBe(before);
});

test('a mistake in the file stops a run and a command before they do anything', async () => {
  const before = await ledgerText();
  await appendFile(
    file,
    '- {entry: 2026-0004, decided: granted, at: 2026-07-11T09:00:00+08:00, by: 陈总, reason: x}\n'
  );
  const message =
    'ledger.yaml, 2026-0004, entry: got "2026-0004", which was not asked above; did you mean "2026-0001"?';
  for (const ended of [await company.run(), await adjust('T00002')]) {
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(message);
  }
  expect((await ledgerText()).startsWith(before)).toBe(true);
  await rm(file);
  expect(await list()).toEqual([]);
});
