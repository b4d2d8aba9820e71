import {expect, test} from 'vitest';
import type {AnalysisKpi} from '../../../reports/client/context.ts';
import {compareParts, compareSums, sumSurvey, surveyInterval, surveyRows} from '../../../reports/client/surveyCells.ts';
import {exampleTable} from './exampleCases.ts';

const day = (text: string) => Date.parse(text) / 86_400_000;
const cells = exampleTable(
  {
    kpi: ['csat', 'csat', 'csat', 'nps', 'survey_response_rate'],
    survey: ['s', 's', 'other', 's', 's'],
    item: ['price', 'staff', 'price', 'advice', ''],
    period_start: ['2026-03-01', '2026-06-01', '2026-03-01', '2026-03-01', '2026-03-01'].map(day),
    department: ['南', '北', '南', '南', '南'],
    category: ['', '', '', '', ''],
    channel: ['', '', '', '', ''],
    numerator: [8, 3, 1, -2, 12],
    denominator: [10, 10, 1, 10, 40],
    squares: [8, 3, 1, 6, 12],
    scores: [41, 30, 5, null, null]
  },
  {period_start: 'day', numerator: 'integer', denominator: 'integer', squares: 'integer', scores: 'number'}
);
const kpi = (kind: AnalysisKpi['kind']) => ({kind}) as AnalysisKpi;
const sum = (numerator: number, denominator: number, squares = numerator) => ({
  numerator,
  denominator,
  squares,
  scores: 0
});

test('a figure of a survey is the sum of its cells under the filters', () => {
  const rows = surveyRows(cells, 'csat', 's', {});
  expect(sumSurvey(cells, rows, () => 'all').get('all')).toEqual({
    ...sum(11, 20),
    scores: 71
  });
  const march = surveyRows(cells, 'csat', 's', {to: '2026-03'});
  expect([...sumSurvey(cells, march, (row) => cells.text('item', row))]).toEqual([
    ['price', {...sum(8, 10), scores: 41}]
  ]);
  expect(surveyRows(cells, 'csat', 's', {department: '东'})).toHaveLength(0);
  expect(surveyRows(cells, 'csat', 'unheard of', {})).toHaveLength(0);
});

test('a share has the interval of Wilson, a net promoter score the normal one', () => {
  expect(surveyInterval(kpi('ratio'), sum(3, 10))!.low).toBeCloseTo(0.10779, 4);
  const nps = surveyInterval(kpi('mean'), sum(108, 324, 216))!;
  expect(nps.low).toBeCloseTo(0.25217, 4);
  expect(nps.high).toBeCloseTo(0.41449, 4);
});

test('a round is higher or lower than the one before only beyond chance', () => {
  expect(compareSums(kpi('ratio'), sum(300, 400), sum(340, 400))).toBe('higher');
  expect(compareSums(kpi('ratio'), sum(30, 40), sum(34, 40))).toBe('same');
  expect(compareSums(kpi('mean'), sum(200, 400, 300), sum(100, 400, 300))).toBe('lower');
  expect(compareSums(kpi('mean'), sum(0, 0), sum(1, 1))).toBe('same');
});

test('parts are told apart from all others together; a small one is not', () => {
  const parts = [sum(300, 400), sum(310, 400), sum(200, 400), sum(5, 9)];
  expect(compareParts(kpi('ratio'), parts, 0.05)).toEqual(['higher', 'higher', 'lower', 'same']);
  expect(compareParts(kpi('ratio'), [sum(3, 4)], 0.05)).toEqual(['same']);
  expect(compareParts(kpi('ratio'), [sum(30, 40), sum(31, 40)], 0.05)).toEqual(['same', 'same']);
});
