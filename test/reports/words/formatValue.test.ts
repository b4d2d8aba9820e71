import {expect, test} from 'vitest';
import {
  formatCounts,
  formatDifference,
  formatInterval,
  formatTarget,
  formatValue
} from '../../../reports/words/formatValue.ts';
import {EXAMPLE_KPIS, exampleValue} from '../../publish/exampleSite.ts';

const kpi = (id: string) => EXAMPLE_KPIS.find((each) => each.id === id)!;

test('each unit is printed in its own way', () => {
  expect(formatValue(0.9212, 'percent', 'zh-CN')).toBe('92.1%');
  expect(formatValue(-0.125, 'points', 'en')).toBe('−12.5');
  expect(formatValue(1307, 'count', 'zh-CN')).toBe('1,307 件');
  expect(formatValue(1307, 'count', 'en')).toBe('1,307');
  expect(formatValue(2.45, 'days', 'en')).toBe('2.5 days');
  expect(formatValue(36, 'hours', 'zh-CN')).toBe('36.0 小时');
  expect(formatValue(4.125, 'score', 'zh-CN')).toBe('4.13 分');
  expect(formatValue(0.00321, 'per_1000', 'en')).toBe('3.2 per 1,000');
  expect(formatValue(0.00321, 'per_1000', 'zh-CN')).toBe('3.2‰');
  expect(formatValue(0.0125, 'per_100', 'en')).toBe('1.3 per 100');
  expect(formatValue(0.0125, 'per_100', 'zh-CN')).toBe('1.3 次/百件');
  expect(formatValue(1.25, 'per_week', 'zh-CN')).toBe('1.3 次/周');
});

test('differences and targets of rates are printed on the scale of the rate', () => {
  expect(formatDifference(0.0041, 0.0032, 'per_1000', 'zh-CN')).toBe('0.9‰');
  expect(formatTarget(0.003, 'per_1000', 'en')).toBe('3 per 1,000');
  expect(formatTarget(0.02, 'per_100', 'en')).toBe('2 per 100');
});

test('a value that rounds to zero has no sign', () => {
  expect(formatValue(-0.0001, 'points', 'en')).toBe('0.0');
});

test('a difference is that of the printed values, and none where they print alike', () => {
  expect(formatDifference(0.92149, 0.94351, 'percent', 'zh-CN')).toBe('2.3 个百分点');
  expect(formatDifference(0.9212, 0.9208, 'percent', 'en')).toBeUndefined();
  expect(formatDifference(1250, 1307, 'count', 'zh-CN')).toBe('57 件');
});

test('counts stand behind shares and durations, not behind counts', () => {
  const share = exampleValue({kpi: 'satisfaction', numerator: 1204, denominator: 1307, value: 0.921});
  expect(formatCounts(kpi('satisfaction'), share, 'zh-CN')).toBe('1,204/1,307');
  expect(formatCounts(kpi('satisfaction'), share, 'en')).toBe('1,204 of 1,307');
  const duration = exampleValue({kpi: 'time_to_resolve', denominator: 88, value: 3});
  expect(formatCounts(kpi('time_to_resolve'), duration, 'zh-CN')).toBe('共 88 件');
  const score = exampleValue({kpi: 'nps', numerator: 20, denominator: 88, value: 0.2});
  expect(formatCounts(kpi('nps'), score, 'zh-CN')).toBe('共 88 份');
  const count = exampleValue({kpi: 'complaints', numerator: 5, denominator: 5, value: 5});
  expect(formatCounts(kpi('complaints'), count, 'zh-CN')).toBe('');
});

test('an interval needs both limits; a target prints no decimals that say nothing', () => {
  const value = exampleValue({kpi: 'satisfaction', value: 0.921, low: 0.905, high: 0.934});
  expect(formatInterval(value, 'percent', 'zh-CN')).toBe('区间 90.5 至 93.4%');
  expect(formatInterval({...value, low: null}, 'percent', 'zh-CN')).toBe('');
  expect(formatTarget(0.95, 'percent', 'en')).toBe('95%');
  expect(formatTarget(0.985, 'percent', 'en')).toBe('98.5%');
});
