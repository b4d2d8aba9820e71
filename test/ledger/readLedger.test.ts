import {expect, test} from 'vitest';
import {ProblemsError} from '../../src/config/problems.ts';
import {parseLedger} from '../../src/ledger/readLedger.ts';
import {nextNumber} from '../../src/ledger/nextNumber.ts';

const FIGURES = ['resolution_on_time', 'satisfaction'];

const ASKED = `
- entry: 2026-0001
  asked: objection
  at: 2026-10-08T09:30:00+08:00
  by: 李敏
  case: TS1
  figure: resolution_on_time
  ask: reassign
  to: {department: 城北服务中心}
  reason: 转来时已超时，顾客 13900001234 可以作证
`;

const DECIDED = `
- {entry: 2026-0001, decided: refused, at: 2026-10-09T09:00:00+08:00, by: 王芳, reason: 查无转派记录}
- {entry: 2026-0001, decided: granted, at: 2026-10-10T09:00:00+08:00, by: 王芳, reason: 补交了转派单}
`;

const read = (text: string) => parseLedger(text, 'ledger.yaml', FIGURES);

function problemsIn(text: string): readonly string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
  return [];
}

test('a ledger is what was asked, each with its decisions in their order, without contacts of customers', () => {
  const [entry, ...others] = read(`# 申诉\n${ASKED}${DECIDED}`);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    entry: '2026-0001',
    asked: 'objection',
    to: {department: '城北服务中心'},
    reason: '转来时已超时，顾客 [contact] 可以作证'
  });
  expect(entry!.decisions.map(({decided}) => decided)).toEqual(['refused', 'granted']);
  expect(read('')).toEqual([]);
  expect(read('# nothing yet\n')).toEqual([]);
});

test.each([
  ['a list', 'entry: 2026-0001', 'ledger.yaml: expected a list; begin each entry with a dash'],
  ['no YAML', '- {entry', 'ledger.yaml: not YAML:'],
  ['what is missing', ASKED.replace('  by: 李敏\n', ''), 'ledger.yaml, 2026-0001, by: missing; expected string'],
  ['an empty name', ASKED.replace('李敏', '" "'), 'ledger.yaml, 2026-0001, by: expected words, got " "'],
  ['a field it does not know', `${ASKED}  because: 1\n`, 'ledger.yaml, 2026-0001, because: unknown setting'],
  [
    'a number in place of a text',
    ASKED.replace('TS1', '00123'),
    '2026-0001, case: expected a text; put it in quotes, got 123'
  ],
  [
    'another word',
    ASKED.replace('objection', 'objecton'),
    '2026-0001, asked: got "objecton"; did you mean "objection"?'
  ],
  ['a time without its offset', ASKED.replace('+08:00', ''), '2026-0001, at: expected a time with its offset such as'],
  ['an odd number', ASKED.replace('2026-0001', '1'), 'ledger.yaml, item 1, entry: expected a text'],
  [
    'a figure that is not appraised',
    ASKED.replace('resolution_on_time', 'satisfacton'),
    'did you mean "satisfaction"?'
  ],
  ['nobody to reassign to', ASKED.replace(/ {2}to:.*\n/, ''), '2026-0001, to: missing; expected to whom'],
  [
    'somebody where nothing is reassigned',
    ASKED.replace('reassign', 'exclude'),
    '2026-0001, to: it goes with "ask: reassign" alone'
  ],
  [
    'two to reassign to',
    ASKED.replace('中心}', '中心, handler: 李敏}'),
    '2026-0001, to: expected either department or handler'
  ],
  [
    'a number given twice',
    `${ASKED}${ASKED}`,
    '2026-0001, entry: got "2026-0001" a second time; give it the next number'
  ],
  ['a decision on nothing', DECIDED, '2026-0001, entry: got "2026-0001", which was not asked above'],
  ['a decision before the question', `${DECIDED}${ASKED}`, 'which was not asked above'],
  [
    'a decision earlier than the question',
    ASKED + DECIDED.replace('10-09', '10-07'),
    '2026-0001, at: got "2026-10-07T09:00:00+08:00", before it was asked'
  ],
  [
    'a decision of who asked',
    ASKED + DECIDED.replace('王芳', '李敏'),
    '2026-0001, by: who decided is who asked for it'
  ],
  [
    'a decision of who asked, spaced',
    ASKED + DECIDED.replace('王芳', '李　敏 '),
    '2026-0001, by: who decided is who asked for it'
  ]
])('%s is refused with its place and the remedy', (_, text, message) => {
  expect(problemsIn(text).join('\n')).toContain(message);
});

test('all mistakes are told at once, and none tells a contact', () => {
  const problems = problemsIn(`${ASKED.replace('TS1', '13900001234').replace('objection', 'x')}${DECIDED}`);
  expect(problems.length).toBeGreaterThan(1);
  expect(problems.join('\n')).not.toContain('13900001234');
});

test('without a scorecard nothing can be asked', () => {
  expect(() => parseLedger(ASKED, 'ledger.yaml', [])).toThrow('the policy has no scorecard');
});

test('numbers count up within a year', () => {
  const entries = [{entry: '2025-0007'}, {entry: '2026-0002'}, {entry: '2026-0001'}];
  expect(nextNumber(entries, '2026')).toBe('2026-0003');
  expect(nextNumber(entries, '2027')).toBe('2027-0001');
  expect(nextNumber([{entry: '2026-9999'}], '2026')).toBe('2026-10000');
});
