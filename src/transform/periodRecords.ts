import {identifier} from '../warehouse/quote.ts';
import type {Counted} from './counted.ts';
import type {KpiHeader} from './model.ts';
import {GRAIN_LENGTHS, type Grain} from './slices.ts';

/** A period: its grain and its first day, YYYY-MM-DD. */
export interface GrainPeriod {
  readonly grain: Grain;
  readonly start: string;
}

/**
 * A SELECT of the records that a figure counts in a period: record_id, `at` (local time), what the KPI's kind takes of each
 * record (numerator and denominator; seconds and is_open of a duration; until of a stock), and one text column per dimension.
 * Of a stock, these are the records that are there at the period's end.
 *
 * @param dimensions those to return; all that the records have where nothing is said
 */
export function periodRecords(
  {kpi, sql, dimensions: all}: Counted,
  period: GrainPeriod,
  dimensions: readonly string[] = all
): string {
  const {kind} = kpi.header;
  const start = `date '${period.start}'`;
  const within = withinPeriod(kind, start, `${start} + interval ${GRAIN_LENGTHS[period.grain]}`);
  const columns = [
    'record_id',
    localTime('local_at', 'at'),
    ...takenOf(kind),
    ...(kind === 'stock' ? [localTime('local_until', 'until')] : []),
    ...dimensions.map(identifier)
  ];
  return `select ${columns.join(', ')} from (${sql}) as counted where ${within}`;
}

/** What a figure of a kind takes of each record that it counts; of a stock, that it is there. */
export function takenOf(kind: KpiHeader['kind']): string[] {
  if (kind === 'stock') return [];
  return kind === 'duration' ? ['seconds', 'is_open'] : ['numerator', 'denominator'];
}

/** SQL of whether a figure of a kind counts a record in a period, by SQL of the period's first day and of the day after its last. */
export function withinPeriod(kind: KpiHeader['kind'], start: string, end: string): string {
  return kind === 'stock'
    ? `local_at < ${end} and coalesce(local_until >= least(${end}, (select timezone(time_zone, as_of) from config.run)), true)`
    : `local_at >= ${start} and local_at < ${end}`;
}

function localTime(column: string, name: string): string {
  return `strftime(${column}, '%Y-%m-%d %H:%M:%S') as ${identifier(name)}`;
}
