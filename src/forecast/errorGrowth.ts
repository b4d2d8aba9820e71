/** That of a walk without aim. */
const AIMLESS = 0.5;

/**
 * The power of the step with which errors grow: the slope of their mean against the step, both as logarithms. From a few folds it is a
 * rough estimate, so it counts for a third, and that of a walk without aim, whose errors grow with the root of the step, for the rest.
 *
 * @param errors with their steps, from 1
 * @returns from 0, where later steps err no more, to 1
 */
export function errorGrowth(errors: readonly {readonly step: number; readonly error: number}[]): number {
  const sums = new Map<number, {count: number; sum: number}>();
  for (const {step, error} of errors) {
    const {count, sum} = sums.get(step) ?? {count: 0, sum: 0};
    sums.set(step, {count: count + 1, sum: sum + error});
  }
  const means = [...sums].filter(([, {sum}]) => sum > 0);
  const points = means.map(([step, {count, sum}]) => ({x: Math.log(step), y: Math.log(sum / count), weight: count}));
  const total = points.reduce((sum, {weight}) => sum + weight, 0);
  const mean = (value: (point: {x: number; y: number}) => number) =>
    points.reduce((sum, point) => sum + point.weight * value(point), 0) / total;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const square = mean((point) => (point.x - x) ** 2);
  if (!(square > 0)) return AIMLESS;
  const slope = mean((point) => (point.x - x) * (point.y - y)) / square;
  return Math.min(1, Math.max(0, (slope + 2 * AIMLESS) / 3));
}
