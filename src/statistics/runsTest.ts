import binomialQuantile from '@stdlib/stats-base-dists-binomial-quantile';

/** What the runs of a series about its centre say. */
export interface RunsTest {
  /** Points that don't lie on the centre. */
  readonly useful: number;
  readonly longestRun: number;
  /** Longer runs are a signal. */
  readonly longestRunLimit: number;
  readonly crossings: number;
  /** Fewer crossings are a signal. */
  readonly crossingsLimit: number;
  readonly isSignal: boolean;
  /** Per point, the length of the whole run that it belongs to; 0 on the centre. */
  readonly runs: readonly number[];
}

/**
 * Anhøj's rules for shifts of a process: an unusually long run on one side of the centre, or unusually few crossings of it.
 * Points on the centre neither count nor end a run.
 *
 * @param values in time order, in the unit of the centre; a value that is not finite counts as on the centre
 * @returns numbers of points
 * @see J. Anhøj, A. V. Olesen (2014), PLoS ONE 9, e113825
 * @example runsTest([1, 1, 1, 3, 3, 3], 2) // {useful: 6, longestRun: 3, longestRunLimit: 6, crossings: 1, crossingsLimit: 1, …}
 */
export function runsTest(values: readonly number[], centre: number): RunsTest {
  const runs = values.map(() => 0);
  const found: number[][] = [];
  let last = 0;
  sides(values, centre).forEach((side, i) => {
    if (side === 0) return;
    if (side === last) found.at(-1)!.push(i);
    else found.push([i]);
    last = side;
  });
  for (const run of found) for (const point of run) runs[point] = run.length;
  const useful = runs.filter((length) => length > 0).length;
  const longestRun = Math.max(0, ...found.map((run) => run.length));
  const crossings = Math.max(0, found.length - 1);
  const {longestRunLimit, crossingsLimit} = runsLimits(useful);
  const isSignal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return {useful, longestRun, longestRunLimit, crossings, crossingsLimit, isSignal, runs};
}

/**
 * The longest run and the fewest crossings that a series of so many useful points has without a signal.
 *
 * @example runsLimits(24) // {longestRunLimit: 8, crossingsLimit: 8}
 */
export function runsLimits(useful: number): {longestRunLimit: number; crossingsLimit: number} {
  if (useful < 2) return {longestRunLimit: useful, crossingsLimit: 0};
  return {
    longestRunLimit: Math.round(Math.log2(useful)) + 3,
    crossingsLimit: binomialQuantile(0.05, useful - 1, 0.5)
  };
}

/** Per value 1 above the centre, −1 below, 0 on it (but for rounding) or not finite. */
export function sides(values: readonly number[], centre: number): number[] {
  return values.map((value) => {
    const distance = value - centre;
    return Math.abs(distance) > 1e-12 * Math.abs(centre) ? Math.sign(distance) : 0;
  });
}
