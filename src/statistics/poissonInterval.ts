import {normalQuantile} from './normalQuantile.ts';
import type {Interval} from './wilsonInterval.ts';

/** From this count on, Byar's approximation is as good as the exact limits. */
export const BYAR_FROM = 10;

/**
 * The interval of a count: exact (Garwood) below ten events, Byar's approximation from ten on.
 *
 * @param count events, a whole number ≥ 0
 * @param confidence two-sided, 0.95 by default
 * @returns low and high in events
 * @see F. Garwood (1936), Biometrika 28, 437–442; N. E. Breslow, N. E. Day (1987), Statistical Methods in Cancer Research II
 * @example poissonInterval(0) // {low: 0, high: 3.68888}
 */
export function poissonInterval(count: number, confidence = 0.95): Interval {
  return count < BYAR_FROM ? garwoodInterval(count, confidence) : byarInterval(count, confidence);
}

/** Byar's approximation to the limits of a Poisson count. */
export function byarInterval(count: number, confidence = 0.95): Interval {
  const z = normalQuantile(confidence);
  const bound = (n: number, side: number) => n * (1 - 1 / (9 * n) + (side * z) / (3 * Math.sqrt(n))) ** 3;
  return {low: count === 0 ? 0 : bound(count, -1), high: bound(count + 1, 1)};
}

/** The exact limits of a small Poisson count: the means at which the count is just as extreme as the tails allow. */
export function garwoodInterval(count: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: count === 0 ? 0 : solve((mean) => 1 - atMost(count - 1, mean) > tail, count + 1),
    high: solve((mean) => atMost(count, mean) <= tail, 4 * count + 40)
  };
}

/** P(X ≤ count) for a Poisson mean. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let i = 1; i <= count; i++) {
    term *= mean / i;
    sum += term;
  }
  return sum;
}

/** The smallest value in [0, top] from which on a condition holds, to the last bits. */
function solve(holds: (value: number) => boolean, top: number): number {
  let [low, high] = [0, top];
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
