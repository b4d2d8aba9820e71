import {expect, test} from 'vitest';
import {causeMonths, countMembers, exposuresOf, validRows} from '../../../reports/client/causeCounts.ts';
import {monthOfText} from '../../../reports/figures/month.ts';
import {allRows, exampleTable} from './exampleCases.ts';

const day = (text: string) => Date.parse(`${text}T10:00:00Z`);
const cases = exampleTable(
  {
    received_at: ['2026-01-31', '2026-03-01', '2026-03-31', '2026-03-02', '2026-04-01'].map(day),
    is_valid: [true, true, true, false, true],
    cause_root: ['人手不足', '人手不足', '', '人手不足', '流程不清']
  },
  {received_at: 'time', is_valid: 'boolean'}
);
const months = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
const exposures = exposuresOf(
  exampleTable(
    {period_start: months.map((month) => Date.parse(month) / 86_400_000), exposure: [31, 28, 31, 30]},
    {period_start: 'day', exposure: 'number'}
  )
);

test('causes are counted month by month up to the last one, months without a case too', () => {
  const counted = causeMonths(
    cases,
    validRows(cases, allRows(cases)),
    ['cause_root'],
    exposures,
    monthOfText('2026-03')
  );
  const of = (name: string) => counted.filter(({member}) => member === name);
  expect(of('人手不足').map(({count}) => count)).toEqual([1, 0, 1]);
  expect(of('').map(({count}) => count)).toEqual([0, 0, 1]);
  expect(of('人手不足').map(({period_start, exposure}) => [period_start, exposure])).toEqual([
    ['2026-01-01', 31],
    ['2026-02-01', 28],
    ['2026-03-01', 31]
  ]);
  expect(of('流程不清')).toEqual([]);
});

test('members are counted, those of no case with nothing', () => {
  const rows = validRows(cases, allRows(cases)).filter((row) => row > 0);
  const counts = Object.fromEntries(countMembers(cases, rows, 'cause_root').map(({member, value}) => [member, value]));
  expect(counts).toEqual({'': 1, 人手不足: 1, 流程不清: 1});
});
