import type {ControlChart} from './controlChart.ts';
import {deviations, outsideLimits, runReached, wholeRun} from './rulePatterns.ts';
import {sides} from './runsTest.ts';
import type {BrokenRules} from './signalRules.ts';

const RUN = 7;

/** The rules of NHS England's "Making Data Count". All points of a shift or a trend break its rule. */
export function nhsRules(values: readonly number[], chart: ControlChart): BrokenRules {
  const outside = outsideLimits(values, chart);
  const isClose = deviations(values, chart).map((z, i) => Math.abs(z) > 2 && !outside[i]);
  const side = sides(values, chart.centre);
  const isReached = (signs: readonly number[]) => signs.map((sign) => sign !== 0);
  const windows = twoOfThree(isClose, side);
  return {
    outside_limits: outside,
    shift: wholeRun(isReached(shiftReached(side)), RUN),
    trend: wholeRun(isReached(trendReached(values)), RUN),
    two_of_three: isClose.map((close, i) => close && windows[i]!)
  };
}

/** Per point 1 or −1 when it and the six before it lie on that side of the centre, else 0. */
export function shiftReached(side: readonly number[]): number[] {
  const [above, below] = [1, -1].map((sign) =>
    runReached(
      side.map((one) => one === sign),
      RUN
    )
  );
  return side.map((_, i) => Number(above![i]) - Number(below![i]));
}

/** Per point 1 or −1 when it and the six before it go steadily up or down, else 0. */
export function trendReached(values: readonly number[]): number[] {
  const steps = values.map((value, i) => (i === 0 ? 0 : Math.sign(value - values[i - 1]!)));
  const [up, down] = [1, -1].map((sign) =>
    runReached(
      steps.map((step) => step === sign),
      RUN - 1
    )
  );
  return values.map((_, i) => Number(up![i]) - Number(down![i]));
}

/** Per point, whether it belongs to three neighbours on one side of which at least two are close to the limit. */
export function twoOfThree(isClose: readonly boolean[], side: readonly number[]): boolean[] {
  const isWindow = side.map((_, i) => {
    const window = side.slice(i, i + 3);
    const together = window.length === 3 && Math.abs(window.reduce((sum, one) => sum + one, 0)) === 3;
    return together && isClose.slice(i, i + 3).filter(Boolean).length >= 2;
  });
  return side.map((_, i) => isWindow.slice(Math.max(0, i - 2), i + 1).includes(true));
}
