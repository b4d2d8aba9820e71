import {expect, test} from 'vitest';
import {judgeTarget} from '../../../reports/figures/judgeTarget.ts';
import {EXAMPLE_KPIS, exampleValue} from '../../publish/exampleSite.ts';

const kpi = (id: string) => EXAMPLE_KPIS.find((each) => each.id === id)!;
const value = exampleValue({kpi: 'satisfaction', value: 0.9, low: 0.87, high: 0.92, target: 0.9});

test('meeting the target exactly is meeting it, whichever direction is better', () => {
  expect(judgeTarget(kpi('satisfaction'), value)).toEqual({target: 0.9, isMet: true, isClose: true});
  expect(judgeTarget(kpi('recurrence_rate'), value)).toEqual({target: 0.9, isMet: true, isClose: true});
});

test('a target outside the interval is no matter of chance', () => {
  expect(judgeTarget(kpi('satisfaction'), {...value, target: 0.95})).toEqual({
    target: 0.95,
    isMet: false,
    isClose: false
  });
  expect(judgeTarget(kpi('recurrence_rate'), {...value, target: 0.95})).toEqual({
    target: 0.95,
    isMet: true,
    isClose: false
  });
});

test('no verdict without target, value or direction', () => {
  expect(judgeTarget(kpi('satisfaction'), {...value, target: null})).toBeUndefined();
  expect(judgeTarget(kpi('satisfaction'), {...value, is_withheld: true})).toBeUndefined();
  expect(judgeTarget(kpi('invalid_rate'), value)).toBeUndefined();
});
