import type {ControlChart} from './controlChart.ts';
import {outsideLimits} from './rulePatterns.ts';
import {runsTest} from './runsTest.ts';
import type {BrokenRules} from './signalRules.ts';

/** A point outside the limits; a run longer than chance makes it; fewer crossings of the centre than chance makes. */
export function anhoejRules(
  values: readonly number[],
  chart: ControlChart
): {broken: BrokenRules; series: readonly string[]} {
  const test = runsTest(values, chart.centre);
  return {
    broken: {
      outside_limits: outsideLimits(values, chart),
      long_run: test.runs.map((length) => length > test.longestRunLimit)
    },
    series: test.crossings < test.crossingsLimit ? ['few_crossings'] : []
  };
}
