import {eventTable} from './eventTable.ts';
import {normalQuantile} from './normalQuantile.ts';

/** The share that has not ended, from one time at which something ends to the next. */
export interface SurvivalStep {
  readonly time: number;
  /** Still open just before. */
  readonly atRisk: number;
  readonly ended: number;
  readonly survival: number;
  /** Greenwood's; like the bounds null once nothing is left. */
  readonly standardError: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  /** The longest observation: nothing is known of what follows. Null without observations. */
  readonly until: number | null;
}

/** The scale on which the interval is symmetric. */
export type SurvivalScale = 'log-log' | 'log';

/**
 * The Kaplan–Meier curve of durations of which some still run, with Greenwood's standard error.
 *
 * @param times durations so far, in any unit
 * @param ended whether it ended at its time; otherwise it is censored there
 * @param options.confidence two-sided, 0.95 by default
 * @param options.scale of the interval; log-log, by default, stays within 0 and 1
 * @param options.weights how many cases each duration stands for; 1 by default
 * @see E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457–481; J. D. Kalbfleisch, R. L. Prentice (2002), 1.4
 * @example kaplanMeier([2, 3, 3, 5], [true, true, false, true]) // {steps: [{time: 2, atRisk: 4, ended: 1, survival: 0.75, …}, …], until: 5}
 */
export function kaplanMeier(
  times: readonly number[],
  ended: readonly boolean[],
  {
    confidence = 0.95,
    scale = 'log-log',
    weights
  }: {
    readonly confidence?: number | undefined;
    readonly scale?: SurvivalScale | undefined;
    readonly weights?: readonly number[] | undefined;
  } = {}
): SurvivalCurve {
  const z = normalQuantile(confidence);
  let survival = 1;
  let greenwood = 0;
  const steps = eventTable(times, ended.map(Number), weights).map(({time, atRisk, exits}) => {
    const exited = exits[0]!;
    survival *= 1 - exited / atRisk;
    greenwood += exited / (atRisk * (atRisk - exited));
    if (exited === atRisk)
      return {time, atRisk, ended: exited, survival: 0, standardError: null, low: null, high: null};
    const standardError = survival * Math.sqrt(greenwood);
    return {time, atRisk, ended: exited, survival, standardError, ...bounds(survival, z * Math.sqrt(greenwood), scale)};
  });
  return {steps, until: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b))};
}

/** @param half half the width on the log scale */
function bounds(survival: number, half: number, scale: SurvivalScale): {low: number; high: number} {
  if (scale === 'log') return {low: survival * Math.exp(-half), high: Math.min(1, survival * Math.exp(half))};
  const exponent = Math.exp(half / Math.log(survival));
  return {low: survival ** (1 / exponent), high: survival ** exponent};
}

/** A time by which a share has ended; null where the curve, or its bound, does not reach it. */
export interface CurveQuantile {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The first time by which a share has ended, with the interval of Brookmeyer and Crowley: where the bounds get there.
 * A curve that is level at exactly that share has the middle of the level.
 *
 * @param q share that has ended: 0.5 for the median
 * @see R. Brookmeyer, J. Crowley (1982), Biometrics 38, 29–41
 * @example curveQuantile(kaplanMeier([2, 3, 5], [true, true, true]), 0.5) // {value: 3, low: 2, high: null}
 */
export function curveQuantile({steps}: SurvivalCurve, q: number): CurveQuantile {
  const left = 1 - q;
  const reach = (level: (step: SurvivalStep) => number | null) => {
    const isAt = (share: number | null) => share !== null && Math.abs(share - left) < 1e-12;
    const first = steps.findIndex((step) => {
      const share = level(step);
      return share !== null && (share < left || isAt(share));
    });
    const step = steps[first];
    if (!step) return null;
    const next = steps[first + 1];
    return isAt(level(step)) && next ? (step.time + next.time) / 2 : step.time;
  };
  return {value: reach((step) => step.survival), low: reach((step) => step.low), high: reach((step) => step.high)};
}

/**
 * The share that has not ended by a time.
 *
 * @returns undefined after the longest observation, as long as not all have ended
 * @example survivalAt(kaplanMeier([2, 3, 5], [true, true, true]), 4) // {survival: 0.33333, standardError: 0.27217, low: 0.00896, high: 0.77415}
 */
export function survivalAt(
  {steps, until}: SurvivalCurve,
  time: number
): Pick<SurvivalStep, 'survival' | 'standardError' | 'low' | 'high'> | undefined {
  const step = steps.findLast((one) => one.time <= time);
  if (until === null || (time > until && step?.survival !== 0)) return undefined;
  if (!step) return {survival: 1, standardError: 0, low: 1, high: 1};
  const {survival, standardError, low, high} = step;
  return {survival, standardError, low, high};
}
