import {dotInterval, scaleEnds, scaleOf} from '../drawing/dotInterval.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {say} from '../words/locale.ts';
import type {AnalysisContext} from './context.ts';

/** A row of a table of estimates; a value of null is withheld. */
export interface IntervalRow {
  name: Printable;
  value: number | null;
  low: number | null;
  high: number | null;
  /** What the value was counted from. */
  counts: string;
  /** Further cells, one for each further column. */
  further?: readonly Printable[];
}

export interface IntervalTableOptions {
  /** The head of the names. */
  head: string;
  /** The head of the values. */
  value: string;
  /** The head of the counts. */
  counts: string;
  print: (value: number) => string;
  /** What stands in for a value that is withheld. */
  withheld: string;
  further?: readonly Column[];
  /** All together, an upright line beside each dot. */
  overall: number | undefined;
}

/** Draws estimates as dots with their intervals on one scale, beside their numbers. */
export function intervalTable(
  {locale}: AnalysisContext,
  rows: readonly IntervalRow[],
  {head, value, counts, print, withheld, further = [], overall}: IntervalTableOptions
): Markup {
  const ends = rows.flatMap((row) =>
    row.value === null ? [] : [row.value, row.low ?? row.value, row.high ?? row.value]
  );
  const scale = scaleOf(ends.length === 0 ? [0] : [...ends, ...(overall === undefined ? [] : [overall])]);
  const spanOf = (low: number | null, high: number | null) =>
    low === null || high === null ? '' : markup`<span class="muted">${print(low)}–${print(high)}</span>`;
  const dots = markup`${say(locale, 'interval_head')}${
    ends.length === 0 ? '' : scaleEnds({low: print(scale.low), high: print(scale.high)})
  }`;
  return table(
    [{head}, {head: value, isNumber: true}, {head: counts, isNumber: true}, {head: dots}, ...further],
    rows.map((row) => [
      row.name,
      row.value === null
        ? markup`<span class="muted">${withheld}</span>`
        : markup`${print(row.value)} ${spanOf(row.low, row.high)}`,
      row.counts,
      row.value === null ? '' : dotInterval({value: row.value, low: row.low, high: row.high}, scale, overall),
      ...(row.further ?? [])
    ]),
    head,
    'estimates'
  );
}
