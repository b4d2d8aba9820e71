import {anhoejRules} from './anhoejRules.ts';
import type {ControlChart} from './controlChart.ts';
import {nelsonRules} from './nelsonRules.ts';
import {nhsRules} from './nhsRules.ts';
import {westernElectricRules} from './westernElectricRules.ts';

/** Points that break a rule, by the rule's name. */
export type BrokenRules = Readonly<Record<string, readonly boolean[]>>;

export type RuleSet = 'anhoej' | 'nhs' | 'western_electric' | 'nelson';

/** Which rules a series breaks. */
export interface Signals {
  /** Per point, the names of the rules that it breaks. */
  readonly points: readonly (readonly string[])[];
  /** The rules that the series breaks as a whole. */
  readonly series: readonly string[];
}

/**
 * Looks for signals by one of four sets of rules.
 *
 * - anhoej: outside_limits, long_run (all points of the run); of the series: few_crossings.
 * - nhs ("Making Data Count"): outside_limits, shift, trend (all seven points), two_of_three.
 * - western_electric: western_electric_1 to _4; nelson: nelson_1 to _8 (the points from which on a pattern is complete).
 *
 * @param values in time order; one that is not finite breaks no rule
 * @param chart limits for these values; a third of the wider one is the standard deviation of a point
 * @example findSignals([1, 2, 9], {centre: 2, lower: [0, 0, 0], upper: [4, 4, 4], dispersion: 1}) // {points: [[], [], ['outside_limits']], series: []}
 */
export function findSignals(values: readonly number[], chart: ControlChart, rules: RuleSet = 'anhoej'): Signals {
  const {broken, series} = find(values, chart, rules);
  const names = Object.entries(broken);
  return {points: values.map((_, i) => names.filter(([, points]) => points[i]).map(([name]) => name)), series};
}

function find(
  values: readonly number[],
  chart: ControlChart,
  rules: RuleSet
): {broken: BrokenRules; series: readonly string[]} {
  switch (rules) {
    case 'anhoej':
      return anhoejRules(values, chart);
    case 'nhs':
      return {broken: nhsRules(values, chart), series: []};
    case 'western_electric':
      return {broken: westernElectricRules(values, chart), series: []};
    case 'nelson':
      return {broken: nelsonRules(values, chart), series: []};
  }
}
