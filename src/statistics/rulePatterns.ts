import type {ControlChart} from './controlChart.ts';

/** Per point, whether it lies outside the limits. */
export function outsideLimits(values: readonly number[], {lower, upper}: ControlChart): boolean[] {
  return values.map((value, i) => value > upper[i]! || value < lower[i]!);
}

/**
 * How far each point lies from the centre in its standard deviations: a third of the wider limit, since the other may be
 * clipped. A point away from limits without width is infinitely far.
 */
export function deviations(values: readonly number[], {centre, lower, upper}: ControlChart): number[] {
  return values.map((value, i) => {
    if (value === centre) return 0;
    return (3 * (value - centre)) / Math.max(upper[i]! - centre, centre - lower[i]!);
  });
}

/** Per point, whether it and all of the points before it, `length` in all, fulfil a condition. */
export function runReached(holds: readonly boolean[], length: number): boolean[] {
  let run = 0;
  return holds.map((held) => (run = held ? run + 1 : 0) >= length);
}

/** Per point, whether it belongs to a run that reached its length there or later. */
export function wholeRun(reached: readonly boolean[], length: number): boolean[] {
  return reached.map((_, i) => reached.slice(i, i + length).includes(true));
}

/** Per point, whether it fulfils a condition as the last of at least `some` of `length` points that do. */
export function someReached(holds: readonly boolean[], some: number, length: number): boolean[] {
  return holds.map((held, i) => {
    if (!held || i < length - 1) return false;
    return holds.slice(i - length + 1, i + 1).filter(Boolean).length >= some;
  });
}

/** Per point, whether one of two lists has it. */
export function either(one: readonly boolean[], other: readonly boolean[]): boolean[] {
  return one.map((held, i) => held || other[i]!);
}
