import {identifier, literal} from '../warehouse/quote.ts';

/** How long the periods are into which figures are rolled up. */
export const GRAINS = ['week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** How long a period of each grain is, as an SQL interval. */
export const GRAIN_LENGTHS: Readonly<Record<Grain, string>> = {
  week: '7 days',
  month: '1 month',
  quarter: '3 months',
  year: '1 year'
};

/** A FROM item with one row per grain. */
export function grainRows(grains: readonly Grain[]): string {
  return `(values ${grains.map((grain) => `(${literal(grain)})`).join(', ')}) as grains(grain)`;
}

export const GRAIN_ROWS = grainRows(GRAINS);

/**
 * How many records are rolled up in one statement. Much together costs little more to plan than a part of it; all that is together stands
 * in memory at once.
 */
export const MOST_RECORDS = 200_000;

/** SQL of the first day of the period of `grain`, a column, in which a day lies. */
export function periodStart(day: string): string {
  return `case grain ${GRAINS.map((grain) => `when ${literal(grain)} then date_trunc(${literal(grain)}, ${day})`).join(' ')} end::date`;
}

/** SQL columns `dimension` and `member` of a query that groups by `groupingSets`. A record without a member counts under ''. */
export function sliceColumns(dimensions: readonly string[]): string {
  if (dimensions.length === 0) return `'all' as dimension, 'all' as member`;
  const when = (then: (name: string) => string) =>
    dimensions.map((name) => `when grouping(${identifier(name)}) = 0 then ${then(name)}`).join(' ');
  return `case ${when(literal)} else 'all' end as dimension,
    case ${when((name) => `coalesce(${identifier(name)}, '')`)} else 'all' end as member`;
}

/** GROUP BY sets: the whole, and each dimension by itself. */
export function groupingSets(by: string, dimensions: readonly string[]): string {
  const sets = [`(${by})`, ...dimensions.map((name) => `(${by}, ${identifier(name)})`)];
  return `grouping sets (${sets.join(', ')})`;
}
