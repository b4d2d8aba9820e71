import {UsageError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {readPeriod} from './period.ts';

/**
 * The first day of the month that a command looks at: the one that is asked for, or the latest that a mart tells of and that is over.
 * Undefined where it tells of none. Throws a UsageError for what is no month, and for a month of which the mart tells nothing.
 *
 * @param mart a mart, with a condition where only some of its rows are of months
 */
export async function chooseMonth(
  asked: string | undefined,
  mart: string,
  database: Database
): Promise<string | undefined> {
  const months = await database.query<{month: string}>(
    `select distinct period_start::varchar as month
     from (from ${mart}), config.run
     where period_start + interval 1 month <= timezone(time_zone, as_of)
     order by month`
  );
  const known = months.map(({month}) => month);
  if (asked === undefined) return known.at(-1);
  const {grain, start} = readPeriod(asked);
  if (grain !== 'month') throw new UsageError(`--period: expected a month such as 2026-10, got "${asked}"`);
  if (known.includes(start)) return start;
  const span =
    known.length === 0 ? 'there is none yet' : `there are ${known[0]!.slice(0, 7)} to ${known.at(-1)!.slice(0, 7)}`;
  throw new UsageError(`--period: nothing is told of ${asked}; ${span}`);
}
