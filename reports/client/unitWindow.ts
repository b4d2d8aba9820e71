import type {Filters} from './filters.ts';
import {monthOfText} from '../figures/month.ts';

/** The months over which units are compared, since year 0, both included. */
export interface UnitWindow {
  /** By which name marts know such a period; null for months that are chosen one by one. */
  grain: 'month' | 'quarter' | 'year' | 'twelve_months' | null;
  from: number;
  to: number;
}

/** The lengths of a period that can be chosen, in months; a window that ends with its month is `isRolling`. */
export const SPANS = {
  twelve_months: {months: 12, isRolling: true},
  year: {months: 12, isRolling: false},
  quarter: {months: 3, isRolling: false},
  month: {months: 1, isRolling: false}
} as const;
export type Span = keyof typeof SPANS;

/**
 * The period that a view is of: from the first to the last chosen month where a first one is chosen; else the period of the chosen
 * length that holds the last one, which is the latest that is over where none is chosen.
 *
 * @param asOf local time, YYYY-MM-DD HH:MM
 */
export function windowOf(span: Span, {from, to}: Filters, asOf: string): UnitWindow {
  const end = to === undefined ? monthOfText(asOf) - 1 : monthOfText(to);
  if (from !== undefined) return {grain: null, from: monthOfText(from), to: end};
  const {months, isRolling} = SPANS[span];
  const start = isRolling ? end - months + 1 : end - (end % months);
  return {grain: span, from: start, to: start + months - 1};
}

/** The window of the same length before it, or the same months a year earlier; alike where it is a whole number of years. */
export function windowBefore({grain, from, to}: UnitWindow, compared: 'before' | 'last_year'): UnitWindow {
  const length = to - from + 1;
  const back = compared === 'last_year' ? Math.ceil(length / 12) * 12 : length;
  return {grain, from: from - back, to: to - back};
}
