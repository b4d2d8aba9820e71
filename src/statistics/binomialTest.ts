import binomialCdf from '@stdlib/stats-base-dists-binomial-cdf';
import gammaln from '@stdlib/math-base-special-gammaln';

/**
 * The exact two-sided test of a binomial count: the probability of all counts that are not more likely than this one.
 *
 * @param count whole, 0 ≤ count ≤ total
 * @param probability of each, between 0 and 1, exclusive
 * @returns p
 * @example binomialTest(682, 925, 0.75) // 0.38249
 */
export function binomialTest(count: number, total: number, probability: number): number {
  const expected = total * probability;
  if (count === expected) return 1;
  const limit = logMass(count, total, probability) + 1e-7;
  const isUnlikely = (other: number) => logMass(other, total, probability) <= limit;
  const p =
    count < expected
      ? atMost(count, total, probability) +
        atLeast(first(isUnlikely, Math.ceil(expected), total + 1), total, probability)
      : atLeast(count, total, probability) +
        atMost(
          total - first((i) => isUnlikely(total - i), total - Math.floor(expected), total + 1),
          total,
          probability
        );
  return Math.min(1, p);
}

function logMass(count: number, total: number, probability: number): number {
  return (
    gammaln(total + 1) -
    gammaln(count + 1) -
    gammaln(total - count + 1) +
    count * Math.log(probability) +
    (total - count) * Math.log1p(-probability)
  );
}

function atMost(count: number, total: number, probability: number): number {
  return count < 0 ? 0 : binomialCdf(count, total, probability);
}

function atLeast(count: number, total: number, probability: number): number {
  return atMost(total - count, total, 1 - probability);
}

/** The smallest whole number in [from, to) from which on a condition holds; `to` when it never does. */
function first(holds: (i: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
