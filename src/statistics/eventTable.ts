/** What happens at one time of observation. */
export interface EventTime {
  readonly time: number;
  /** Still under observation just before. */
  readonly atRisk: number;
  /** Exits by their cause: [0] those of cause 1, and so on. */
  readonly exits: readonly number[];
}

/**
 * The times at which something ends, in order, with how many are at risk. What is censored at a time is at risk at it.
 *
 * @param times of observation, in any unit
 * @param causes 0 where the observation ended without an exit, else 1, 2, …
 * @param weights how many cases each observation stands for; 1 by default
 */
export function eventTable(
  times: readonly number[],
  causes: readonly number[],
  weights?: readonly number[]
): EventTime[] {
  const kinds = causes.reduce((most, cause) => Math.max(most, cause), 0);
  const counts = new Map<number, number[]>();
  times.forEach((time, i) => {
    let count = counts.get(time);
    if (!count) counts.set(time, (count = new Array<number>(kinds + 1).fill(0)));
    count[causes[i]!]! += weights?.[i] ?? 1;
  });
  let atRisk = weights ? weights.reduce((sum, weight) => sum + weight, 0) : times.length;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([time, [censored, ...exits]]) => {
      const row = {time, atRisk, exits};
      atRisk -= exits.reduce((sum, count) => sum + count, censored!);
      return row;
    })
    .filter(({exits}) => exits.some((count) => count > 0));
}
