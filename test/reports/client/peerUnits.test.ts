import {expect, test} from 'vitest';
import {monthOfText, monthText} from '../../../reports/figures/month.ts';
import {peerUnits} from '../../../reports/client/peerUnits.ts';
import {windowBefore, windowOf, type UnitWindow} from '../../../reports/client/unitWindow.ts';
import {allRows, exampleTable} from './exampleCases.ts';

test('a department is expected what its peers have with such cases, and with kindred ones where they have few', () => {
  const rows = [
    ['甲', '质量', 1],
    ['甲', '质量', 0],
    ['甲', '配送', 1],
    ['乙', '质量', 1],
    ['乙', '质量', 1],
    ['乙', '配送', 0],
    ['', '质量', 0]
  ] as const;
  const cases = exampleTable({
    department: rows.map(([department]) => department),
    category: rows.map(([, category]) => category),
    severity: rows.map(() => '一般'),
    channel: rows.map(() => 'phone')
  });
  const counted = {
    rows: allRows(cases),
    numerators: Float64Array.from(rows, ([, , numerator]) => numerator),
    months: new Int32Array(rows.length)
  };
  const [first, second] = peerUnits(cases, counted, 10);
  expect(first).toMatchObject({member: '甲', count: 2, total: 3, reference: 2 / 3});
  expect(second).toMatchObject({member: '乙', count: 2, total: 3, reference: 2 / 3});
  // Of the other's quality cases both were in time, of its delivery cases none; both are drawn towards its two of three.
  const drawn = (n: number, d: number) => (n + (10 * (n + (10 * 2) / 3)) / (d + 10)) / (d + 10);
  expect(first!.expected).toBeCloseTo(2 * drawn(2, 2) + drawn(0, 1), 12);
  expect(peerUnits(cases, {...counted, rows: Int32Array.of(0, 1)}, 10)).toEqual([
    {member: '甲', count: 1, total: 2, reference: null, expected: null}
  ]);
});

test('a period is the one that holds the last month, and what it is compared with is as long', () => {
  const told = ({from, to}: UnitWindow) => `${monthText(from)} ${monthText(to)}`;
  const asOf = '2026-11-22 19:00';
  expect(told(windowOf('month', {}, asOf))).toBe('2026-10 2026-10');
  expect(told(windowOf('quarter', {}, asOf))).toBe('2026-10 2026-12');
  expect(told(windowOf('year', {to: '2025-03'}, asOf))).toBe('2025-01 2025-12');
  expect(told(windowOf('twelve_months', {}, asOf))).toBe('2025-11 2026-10');
  expect(windowOf('month', {from: '2026-02', to: '2026-04'}, asOf)).toEqual({
    grain: null,
    from: monthOfText('2026-02'),
    to: monthOfText('2026-04')
  });
  const quarter = windowOf('quarter', {to: '2026-09'}, asOf);
  expect(told(windowBefore(quarter, 'before'))).toBe('2026-04 2026-06');
  expect(told(windowBefore(quarter, 'last_year'))).toBe('2025-07 2025-09');
  const year = windowOf('twelve_months', {}, asOf);
  expect(windowBefore(year, 'last_year')).toEqual(windowBefore(year, 'before'));
});
