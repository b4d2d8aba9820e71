import {judgeCauses} from '../../src/methods/judgeCauses.ts';
import type {CauseMonth, TrendSettings} from '../../src/methods/trends.ts';
import {causeMonths, exposuresOf, validRows} from './causeCounts.ts';
import {FILTER_DIMENSIONS, type Filters} from './filters.ts';
import {monthOfText, monthText} from '../figures/month.ts';
import {selectRows} from './selectRows.ts';
import {tableRows} from './tableRows.ts';
import type {TableStore} from './tableStore.ts';

/** A cause at the end of a month, as marts.cause_trends tells it. */
export interface CauseTrend {
  dimension: string;
  member: string;
  latest_year: number;
  /** latest_1, latest_3, trend; null where nothing was tested. */
  test: string | null;
  ratio: number | null;
  low: number | null;
  high: number | null;
  q: number | null;
  change_point: string | null;
  causes: number;
  tests: number;
  direction: 'rising' | 'falling' | null;
  verdict: 'act' | 'look' | 'none' | 'too_few' | 'list_changed';
}

/** All causes of all dimensions at the end of a month, with the cases of each month up to it. */
export interface CauseTrends {
  /** Months since year 0. */
  last: number;
  settings: TrendSettings;
  /** The dimensions that are judged together. */
  dimensions: readonly string[];
  trends: readonly CauseTrend[];
  counts: (dimension: string, member: string) => readonly number[];
}

/**
 * Judges the causes at the end of the filtered period. The mart's own rows are used where it has them; where a department, category or
 * channel is chosen, or the month is too long ago, the same method judges the cases that are left.
 *
 * @returns undefined where the release has no trends
 */
export async function readTrends(store: TableStore, filters: Filters): Promise<CauseTrends | undefined> {
  const [entry, mart, monthly, cases] = await Promise.all([
    store.entry('cause_trends'),
    store.table('cause_trends'),
    store.table('monthly_causes'),
    store.table('cases')
  ]);
  if (!entry || !mart || !monthly || !cases) return undefined;
  const settings = entry.settings as unknown as TrendSettings;
  const exposures = exposuresOf(monthly);
  const last = Math.min(filters.to === undefined ? Infinity : monthOfText(filters.to), exposures.months.at(-1)!);
  const dimensions = mart.texts('dimension').members;
  const narrowed = FILTER_DIMENSIONS.filter((name) => filters[name] !== undefined);
  const others = Object.fromEntries(narrowed.map((name) => [name, filters[name]!]));
  const rows = validRows(cases, selectRows(cases, 'received_at', others));
  const months = causeMonths(cases, rows, dimensions, exposures, last);
  const starts = mart.months('period_start');
  const told = narrowed.length > 0 ? [] : tableRows(mart, (row) => starts[row] === last);
  const judged = told.length > 0 ? told : atLast(months, settings, last);
  const byMember = new Map<string, number[]>();
  for (const {dimension, member, count} of months) {
    const key = `${dimension} ${member}`;
    const list = byMember.get(key);
    if (list) list.push(count);
    else byMember.set(key, [count]);
  }
  return {
    last,
    settings,
    dimensions,
    trends: judged as unknown as CauseTrend[],
    counts: (dimension, member) => byMember.get(`${dimension} ${member}`) ?? []
  };
}

function atLast(months: readonly CauseMonth[], settings: TrendSettings, last: number) {
  return judgeCauses(months, {...settings, looked_at: 1}).filter(
    ({period_start}) => period_start === `${monthText(last)}-01`
  );
}
