import type {ControlChart} from './controlChart.ts';
import {deviations, either, outsideLimits, runReached} from './rulePatterns.ts';
import type {BrokenRules} from './signalRules.ts';
import {onOneSide, someBeyond} from './westernElectricRules.ts';

/**
 * Nelson's eight rules. A point breaks a rule when the pattern is complete with it.
 *
 * 1 outside the limits; 2 nine on one side; 3 six going steadily up or down; 4 fourteen going up and down in turn; 5 two of
 * three beyond 2σ on one side; 6 four of five beyond 1σ on one side; 7 fifteen within 1σ; 8 eight beyond 1σ, on both sides.
 *
 * @see L. S. Nelson (1984), J. Quality Technology 16, 237–239
 */
export function nelsonRules(values: readonly number[], chart: ControlChart): BrokenRules {
  const z = deviations(values, chart);
  const steps = values.map((value, i) => (i === 0 ? 0 : value - values[i - 1]!));
  const up = steps.map((step) => step > 0);
  const down = steps.map((step) => step < 0);
  const turns = steps.map((step, i) => i > 1 && step * steps[i - 1]! < 0);
  const above = z.map((one) => one > 1);
  const below = z.map((one) => one < -1);
  return {
    nelson_1: outsideLimits(values, chart),
    nelson_2: onOneSide(values, chart, 9),
    nelson_3: either(runReached(up, 5), runReached(down, 5)),
    nelson_4: runReached(turns, 12),
    nelson_5: someBeyond(values, chart, {some: 2, length: 3, sigma: 2}),
    nelson_6: someBeyond(values, chart, {some: 4, length: 5, sigma: 1}),
    nelson_7: runReached(
      z.map((one) => Math.abs(one) <= 1),
      15
    ),
    nelson_8: runReached(either(above, below), 8).map((reached, i) => {
      const window = (held: readonly boolean[]) => held.slice(i - 7, i + 1).includes(true);
      return reached && window(above) && window(below);
    })
  };
}
