import {mean, shuffle} from 'simple-statistics';
import {seededRandom} from './seededRandom.ts';

/** Where a series most likely changed its level, once. */
export interface ChangePoint {
  /** Index of the first point after the change. */
  readonly after: number;
  /** Level before and from the change on, in the unit of the values or in counts per unit of exposure. */
  readonly before: number;
  readonly afterMean: number;
  /** By how much two levels fit better than one. */
  readonly statistic: number;
  /** The share of random orders of the points with a statistic as large, itself counted. */
  readonly p: number;
}

interface ChangePointOptions {
  /** How many points a segment has at least, 2 by default. */
  readonly minimumSegment?: number | undefined;
  /** How many random orders are drawn for p, 999 by default. */
  readonly permutations?: number | undefined;
}

/** How much better two segments fit than one, from the sums and the weights of both. */
type Gain = (sum: number, weight: number, otherSum: number, otherWeight: number) => number;

/**
 * The most likely single change of a Poisson rate (AMOC by the likelihood ratio). The statistic is no chi-square, since the place
 * is searched for: p comes from random orders of the points, which keeps their over-dispersion.
 *
 * @param counts in time order
 * @param options.exposures per count, > 0; 1 by default
 * @returns statistic: twice the log likelihood ratio; undefined with fewer than two segments of points
 * @see D. V. Hinkley, E. A. Hinkley (1970), Biometrika 57, 477–488
 * @example changePointOfCounts([5, 6, 5, 1, 0, 1]) // {after: 3, before: 5.33333, afterMean: 0.66667, statistic: 12.39534, p: …}
 */
export function changePointOfCounts(
  counts: readonly number[],
  {exposures, ...options}: ChangePointOptions & {readonly exposures?: readonly number[] | undefined} = {}
): ChangePoint | undefined {
  const term = (sum: number, relative: number) => (sum > 0 ? 2 * sum * Math.log(relative) : 0);
  const points = counts.map((value, i) => ({value, weight: exposures?.[i] ?? 1}));
  return findChange(points, options, (sum, weight, otherSum, otherWeight) => {
    const rate = (sum + otherSum) / (weight + otherWeight);
    return Math.max(0, term(sum, sum / weight / rate) + term(otherSum, otherSum / otherWeight / rate));
  });
}

/**
 * The most likely single change of a mean (AMOC by least squares), with p from random orders of the values.
 *
 * @param values in time order
 * @returns statistic: by how much the residual sum of squares falls; undefined with fewer than two segments of points
 * @see D. V. Hinkley (1970), Biometrika 57, 1–17
 * @example changePointOfMeans([1, 2, 1, 8, 9, 8]) // {after: 3, before: 1.33333, afterMean: 8.33333, statistic: 73.5, p: …}
 */
export function changePointOfMeans(
  values: readonly number[],
  options: ChangePointOptions = {}
): ChangePoint | undefined {
  if (values.length === 0) return undefined;
  const centre = mean([...values]);
  const points = values.map((value) => ({value: value - centre, weight: 1}));
  const change = findChange(points, options, (sum, weight, otherSum, otherWeight) => {
    const difference = sum / weight - otherSum / otherWeight;
    return ((weight * otherWeight) / (weight + otherWeight)) * difference ** 2;
  });
  return change && {...change, before: change.before + centre, afterMean: change.afterMean + centre};
}

interface Point {
  readonly value: number;
  readonly weight: number;
}

function findChange(
  points: readonly Point[],
  {minimumSegment = 2, permutations = 999}: ChangePointOptions,
  gain: Gain
): ChangePoint | undefined {
  const segment = Math.max(1, minimumSegment);
  if (points.length < 2 * segment) return undefined;
  const found = bestSplit(points, segment, gain);
  const random = seededRandom(points.length);
  let asLarge = 1;
  for (let i = 0; i < permutations; i++) {
    const other = bestSplit(shuffle([...points], random), segment, gain);
    if (other.statistic >= found.statistic * (1 - 1e-9)) asLarge++;
  }
  return {...found, p: asLarge / (permutations + 1)};
}

/** The first of the splits with the highest gain. */
function bestSplit(points: readonly Point[], segment: number, gain: Gain): Omit<ChangePoint, 'p'> {
  let [sum, weight, otherSum, otherWeight] = [0, 0, 0, 0];
  for (const point of points) {
    otherSum += point.value;
    otherWeight += point.weight;
  }
  let best = {after: segment, before: 0, afterMean: 0, statistic: -1};
  points.forEach((point, i) => {
    sum += point.value;
    weight += point.weight;
    otherSum -= point.value;
    otherWeight -= point.weight;
    const after = i + 1;
    if (after < segment || after > points.length - segment) return;
    const statistic = gain(sum, weight, otherSum, otherWeight);
    if (statistic > best.statistic) best = {after, before: sum / weight, afterMean: otherSum / otherWeight, statistic};
  });
  return best;
}
