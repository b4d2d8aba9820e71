import {CONFIDENCES} from './spread.ts';
import type {Interval} from '../statistics/wilsonInterval.ts';

/** What came of one step of a forecast that was made in the past. */
export interface Outcome {
  /** The place of its period in the series, from 0. */
  readonly period: number;
  /** By confidence, whether the actual count lay within the interval. */
  readonly isWithin: readonly boolean[];
}

/** Whether an actual count lay within the intervals forecast for it, one per confidence. */
export function outcomeOf(period: number, actual: number, intervals: readonly Interval[]): Outcome {
  return {period, isWithin: intervals.map(({low, high}) => actual >= low && actual <= high)};
}

/**
 * How many of the actual counts lay within the intervals that were forecast for them, by confidence, as shares; null where none has come. The
 * forecasts were made, and their models chosen, without knowing what came: no interval has been fitted to what it is judged by.
 *
 * @param outcomes of past forecasts
 * @param known how many periods of the series are known; outcomes of later ones are left out
 */
export function coverageOf(outcomes: readonly Outcome[], known: number): (number | null)[] {
  const came = outcomes.filter(({period}) => period < known);
  return CONFIDENCES.map((_, i) =>
    came.length === 0 ? null : came.filter(({isWithin}) => isWithin[i]).length / came.length
  );
}
