import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import {choleskyFactor, choleskySolve} from './cholesky.ts';
import {eventTable} from './eventTable.ts';

/** Whether durations differ between groups. */
export interface LogRank {
  /** Chi-square. */
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** Exits per group, and those expected if all groups were alike. */
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/**
 * The log-rank test of equal durations in two or more groups.
 *
 * @param groups each with durations so far and whether they ended
 * @returns statistic 0 and p 1 where nothing can be compared: fewer than two groups, or no exits while several are at risk
 * @see N. Mantel (1966), Cancer Chemotherapy Reports 50, 163–170; R. Peto, J. Peto (1972), J. R. Stat. Soc. A 135, 185–207
 * @example logRank([{times: [1, 2], ended: [true, true]}, {times: [3, 4], ended: [true, true]}]) // {statistic: 2.88235, degrees: 1, p: 0.08956, …}
 */
export function logRank(
  groups: readonly {readonly times: readonly number[]; readonly ended: readonly boolean[]}[]
): LogRank {
  const size = groups.length;
  const pooled = eventTable(
    groups.flatMap(({times}) => times),
    groups.flatMap(({ended}) => ended.map(Number))
  );
  const sorted = groups.map(({times}) => [...times].sort((a, b) => a - b));
  const passed = groups.map(() => 0);
  const expected = groups.map(() => 0);
  const observed = groups.map(({ended}) => ended.filter(Boolean).length);
  const variance = groups.map(() => groups.map(() => 0));
  for (const {time, atRisk, exits} of pooled) {
    const exited = exits[0]!;
    const shares = sorted.map((times, g) => {
      while (times[passed[g]!]! < time) passed[g]!++;
      return (times.length - passed[g]!) / atRisk;
    });
    const spread = atRisk > 1 ? (exited * (atRisk - exited)) / (atRisk - 1) : 0;
    for (let g = 0; g < size; g++) {
      expected[g]! += exited * shares[g]!;
      for (let h = 0; h < size; h++) variance[g]![h]! += spread * shares[g]! * ((g === h ? 1 : 0) - shares[h]!);
    }
  }
  // A group that is never at risk with another says nothing; one of those that do follows from the others.
  const compared = groups.map((_, g) => g).filter((g) => variance[g]![g]! > 0);
  const free = compared.slice(1);
  const differences = free.map((g) => observed[g]! - expected[g]!);
  const factor = choleskyFactor(free.map((g) => free.map((h) => variance[g]![h]!)));
  if (free.length === 0 || !factor) return {statistic: 0, degrees: free.length, p: 1, observed, expected};
  const solved = choleskySolve(factor, differences);
  const statistic = differences.reduce((sum, difference, i) => sum + difference * solved[i]!, 0);
  return {
    statistic,
    degrees: free.length,
    p: Math.max(0, 1 - chisquareCdf(statistic, free.length)),
    observed,
    expected
  };
}
