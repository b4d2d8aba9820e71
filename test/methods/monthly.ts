import {seededRandom} from '../../src/statistics/seededRandom.ts';

/** The first days of so many months up to October 2026. */
export function months(count: number): string[] {
  return Array.from({length: count}, (_, i) =>
    new Date(Date.UTC(2026, 9 - (count - 1 - i), 1)).toISOString().slice(0, 10)
  );
}

/** Draws from Poisson distributions, the same for the same seed. */
export function poissonDraws(seed: number): (mean: number) => number {
  const random = seededRandom(seed);
  return (mean) => {
    const limit = Math.exp(-mean);
    let [count, product] = [0, random()];
    while (product > limit) {
      product *= random();
      count++;
    }
    return count;
  };
}
