import {poissonInterval} from './poissonInterval.ts';

/** Observed over expected events. */
export interface StandardisedRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The indirectly standardised ratio, with the exact interval below ten events and Byar's from ten on.
 *
 * @param observed events, whole
 * @param expected events, if each stratum had the rate of the reference
 * @param confidence two-sided, 0.95 by default
 * @returns undefined where nothing is expected
 * @see N. E. Breslow, N. E. Day (1987), Statistical Methods in Cancer Research II, 2.3
 * @example standardisedRatio(20, 16) // {ratio: 1.25, low: 0.76321, high: 1.93062}
 */
export function standardisedRatio(
  observed: number,
  expected: number,
  confidence = 0.95
): StandardisedRatio | undefined {
  if (!(expected > 0)) return undefined;
  const {low, high} = poissonInterval(observed, confidence);
  return {ratio: observed / expected, low: low / expected, high: high / expected};
}
