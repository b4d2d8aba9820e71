import {expect, test} from 'vitest';
import {measureLine} from '../../../reports/client/measureLine.ts';
import {countVerdicts, measureRows} from '../../../reports/client/measureRows.ts';
import {exampleTable} from './exampleCases.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;
const measures = exampleTable(
  {
    dimension: ['cause_root', 'category', 'category'],
    member: ['配送', '配送', '质量'],
    department: ['南', '南', null],
    rolled_out_on: ['2026-01-15', '2026-05-02', '2026-03-31'].map(day),
    verdict: ['worked', 'too_early', 'worked']
  },
  {rolled_out_on: 'day'}
);

test('measures stand by their roll-out, the latest first, and are filtered by it, by department and by category', () => {
  expect(measureRows(measures, {})).toEqual([1, 2, 0]);
  expect(measureRows(measures, {from: '2026-02', to: '2026-03'})).toEqual([2]);
  expect(measureRows(measures, {department: '南'})).toEqual([1, 0]);
  // A cause of the same name is no category.
  expect(measureRows(measures, {category: '配送'})).toEqual([1]);
  expect(measureRows(measures, {channel: 'phone'})).toEqual([1, 2, 0]);
});

test('verdicts are counted in their order, without those that none has', () => {
  expect(countVerdicts(measures, [0, 1, 2], ['worked', 'worse', 'too_early'])).toEqual([
    {verdict: 'worked', count: 2},
    {verdict: 'too_early', count: 1}
  ]);
});

test('a roll-out is marked where its month is drawn, and not otherwise', () => {
  expect(measureLine([1, 2, 3], 1, '三个月').text).toContain('class="rolled-out"');
  expect(measureLine([1, 2, 3], 3, '三个月').text).not.toContain('rolled-out');
  expect(measureLine([0], 0, '一个月').text).toContain('aria-label="一个月"');
});
