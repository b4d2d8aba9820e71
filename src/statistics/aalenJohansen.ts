import {eventTable} from './eventTable.ts';

/** The shares of each exit, from one time at which something ends to the next. */
export interface IncidenceStep {
  readonly time: number;
  /** The share that has not ended by any cause. */
  readonly free: number;
  /** The share that has ended by each cause: [0] by cause 1, and so on. */
  readonly incidence: readonly number[];
}

export interface IncidenceCurve {
  readonly steps: readonly IncidenceStep[];
  /** The longest observation: nothing is known of what follows. Null without observations. */
  readonly until: number | null;
  /** How many causes there are. */
  readonly causes: number;
}

/**
 * The Aalen–Johansen cumulative incidence of exits that exclude each other, with censoring.
 *
 * @param times durations so far, in any unit
 * @param causes 0 where it still runs, else the number of its exit: 1, 2, …
 * @param options.weights how many cases each duration stands for; 1 by default
 * @see O. O. Aalen, S. Johansen (1978), Scandinavian J. Statistics 5, 141–150
 * @example aalenJohansen([1, 2, 3, 4], [1, 2, 0, 1]) // {steps: [{time: 1, free: 0.75, incidence: [0.25, 0]}, …], until: 4, causes: 2}
 */
export function aalenJohansen(
  times: readonly number[],
  causes: readonly number[],
  {weights}: {readonly weights?: readonly number[] | undefined} = {}
): IncidenceCurve {
  const kinds = causes.reduce((most, cause) => Math.max(most, cause), 0);
  let free = 1;
  let incidence = new Array<number>(kinds).fill(0);
  const steps = eventTable(times, causes, weights).map(({time, atRisk, exits}) => {
    const before = free;
    incidence = incidence.map((share, cause) => share + (before * exits[cause]!) / atRisk);
    free *= 1 - exits.reduce((sum, count) => sum + count, 0) / atRisk;
    return {time, free, incidence};
  });
  return {steps, until: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)), causes: kinds};
}

/**
 * The shares of each exit by a time.
 *
 * @returns undefined after the longest observation, as long as not all have ended
 * @example incidenceAt(aalenJohansen([1, 2, 3, 4], [1, 2, 0, 1]), 2.5) // {free: 0.5, incidence: [0.25, 0.25]}
 */
export function incidenceAt(
  {steps, until, causes}: IncidenceCurve,
  time: number
): Omit<IncidenceStep, 'time'> | undefined {
  const step = steps.findLast((one) => one.time <= time);
  if (until === null || (time > until && step?.free !== 0)) return undefined;
  return step ? {free: step.free, incidence: step.incidence} : {free: 1, incidence: new Array<number>(causes).fill(0)};
}
