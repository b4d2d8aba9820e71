import type {ControlChart} from './controlChart.ts';
import {deviations, either, outsideLimits, runReached, someReached} from './rulePatterns.ts';
import {sides} from './runsTest.ts';
import type {BrokenRules} from './signalRules.ts';

/**
 * The four zone rules of the Western Electric handbook: outside the limits; two of three beyond 2σ on one side; four of five
 * beyond 1σ on one side; eight on one side. A point breaks a rule when the pattern is complete with it.
 *
 * @see Western Electric (1956), Statistical Quality Control Handbook, 25–28
 */
export function westernElectricRules(values: readonly number[], chart: ControlChart): BrokenRules {
  return {
    western_electric_1: outsideLimits(values, chart),
    western_electric_2: someBeyond(values, chart, {some: 2, length: 3, sigma: 2}),
    western_electric_3: someBeyond(values, chart, {some: 4, length: 5, sigma: 1}),
    western_electric_4: onOneSide(values, chart, 8)
  };
}

/** Per point, whether it is beyond so many σ as the last of some of the last points that are, all on one side. */
export function someBeyond(
  values: readonly number[],
  chart: ControlChart,
  {some, length, sigma}: {readonly some: number; readonly length: number; readonly sigma: number}
): boolean[] {
  const z = deviations(values, chart);
  const beyond = (side: number) => z.map((one) => side * one > sigma);
  return either(someReached(beyond(1), some, length), someReached(beyond(-1), some, length));
}

/** Per point, whether so many points up to it lie on one side of the centre. */
export function onOneSide(values: readonly number[], {centre}: ControlChart, length: number): boolean[] {
  const side = sides(values, centre);
  const on = (sign: number) => side.map((one) => one === sign);
  return either(runReached(on(1), length), runReached(on(-1), length));
}
