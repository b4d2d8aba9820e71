import {z} from 'zod';
import {agreeingForecasts, type Agreed} from '../forecast/agreeingForecasts.ts';
import {coverageOf, outcomeOf, type Outcome} from '../forecast/coverage.ts';
import {forecastSeries, type SeriesForecast} from '../forecast/forecastSeries.ts';
import {REST, historyOf, membersToForecast, type MemberSeries} from '../forecast/members.ts';
import {monthAfter} from '../forecast/months.ts';
import {pastForecasts, type PastForecasts} from '../forecast/pastForecasts.ts';
import {forecastSettings} from '../forecast/settings.ts';
import {CONFIDENCES, intervalsAround} from '../forecast/spread.ts';
import type {Interval} from '../statistics/wilsonInterval.ts';
import {groupsOf} from './groups.ts';
import {defineMethod, type MethodRow} from './method.ts';

const options = z.strictObject({
  ...forecastSettings.shape,
  record: z
    .int()
    .min(0)
    .describe('from how many months before the last one forecasts are made as well, to see what came of them'),
  coverage_tolerance: z
    .number()
    .gt(0)
    .lt(1)
    .describe('how far under its promise coverage may be before a note says so'),
  minimum_cases: z.int().min(0).describe('how many cases in the last season a member needs to be forecast by itself'),
  most_members: z.int().min(1).describe('how many members of a dimension are forecast by themselves, the largest')
});
type Settings = z.output<typeof options>;

const input = z.strictObject({
  kpi: z.string(),
  grain: z.literal('month'),
  /** `all`, whose one member is the total, or a division of it. */
  dimension: z.string(),
  member: z.string(),
  period_start: z.string(),
  /** A count; a month that a member has no row for is one without a case. */
  value: z.number().min(0)
});
type Point = z.output<typeof input>;

/** A series from its first case on, with what it takes to forecast it. */
interface Subject {
  readonly dimension: string;
  readonly member: string;
  readonly values: readonly number[];
  readonly forecasts: PastForecasts;
}

/**
 * Forecasts of counts by month, of the total and of the parts of each division, which agree. The newest origin, the last month of the
 * total, has all steps; each of the last months before it has the one step whose outcome is known, as it would have been forecast
 * then by the same rules from the counts before. The total's months have no gap.
 */
export const forecasts = defineMethod({
  options,
  input,
  columns: {
    kpi: 'varchar',
    grain: 'varchar',
    dimension: 'varchar',
    member: 'varchar',
    origin: 'date',
    period_start: 'date',
    horizon: 'integer',
    model: 'varchar',
    point: 'double',
    low80: 'double',
    high80: 'double',
    low95: 'double',
    high95: 'double',
    actual: 'double',
    is_outside95: 'boolean',
    folds: 'integer',
    mase: 'double',
    mase_naive: 'double',
    rmsse: 'double',
    coverage80: 'double',
    coverage95: 'double',
    beats_naive: 'boolean',
    note: 'varchar'
  },
  run: (rows, settings) => groupsOf(rows, ['kpi', 'grain']).flatMap((group) => forecastGroup(group, settings))
});

function forecastGroup(points: readonly Point[], settings: Settings): MethodRow[] {
  const {kpi, grain} = points[0]!;
  const months = points
    .filter(({dimension}) => dimension === 'all')
    .map(({period_start}) => period_start)
    .sort();
  const [total, ...divisions] = divisionsOf(points, months, settings);
  if (total === undefined) return [];
  const outcomes = new Map<Subject, Outcome[]>();
  const rows: MethodRow[] = [];
  for (let origin = Math.max(1, months.length - settings.record); origin <= months.length; origin++) {
    const isNewest = origin === months.length;
    for (const forecast of forecastFrom(origin, total[0]!, divisions, months, settings)) {
      const {subject, step, bounds} = forecast;
      const period = origin + step - 1;
      const actual = subject.values[subject.values.length - months.length + period] ?? null;
      if (isNewest || step === 1) {
        const coverage = coverageOf(outcomes.get(subject) ?? [], origin);
        rows.push({
          kpi,
          grain,
          dimension: subject.dimension,
          member: subject.member,
          origin: months[origin - 1]!,
          period_start: monthAfter(months[origin - 1]!, step),
          horizon: step,
          ...told(forecast, actual, coverage, settings)
        });
      }
      if (actual !== null) {
        outcomes.set(subject, [...(outcomes.get(subject) ?? []), outcomeOf(period, actual, bounds)]);
      }
    }
  }
  return rows;
}

/** The total as a division of its own, then the divisions by their dimensions. */
function divisionsOf(points: readonly Point[], months: readonly string[], settings: Settings): Subject[][] {
  const places = new Map(months.map((month, i) => [month, i]));
  const divisions = groupsOf(points, ['dimension']).map((division) => ({dimension: division[0]!.dimension, division}));
  divisions.sort(
    (a, b) => Number(b.dimension === 'all') - Number(a.dimension === 'all') || (a.dimension < b.dimension ? -1 : 1)
  );
  return divisions.map(({dimension, division}) => {
    const members = groupsOf(division, ['member']).map((series): MemberSeries => {
      const values = months.map(() => 0);
      for (const {period_start, value} of series) values[places.get(period_start)!] = value;
      return {member: series[0]!.member, values};
    });
    const chosen = dimension === 'all' ? members : membersToForecast(members, settings);
    return chosen.map(({member, values}) => {
      const own = member === REST ? values : values.slice(-historyOf(values));
      return {dimension, member, values: own, forecasts: pastForecasts(own, settings)};
    });
  });
}

interface Forecast {
  readonly subject: Subject;
  /** From 1. */
  readonly step: number;
  /** The expected count, a whole number. */
  readonly point: number;
  /** One per confidence: the outermost whole numbers within the interval, which never leave the point out. */
  readonly bounds: readonly Interval[];
  readonly made: SeriesForecast;
}

/** The forecasts of all series from one origin, the total first, step by step. A series that can't be forecast yet has none. */
function forecastFrom(
  origin: number,
  total: Subject,
  divisions: readonly (readonly Subject[])[],
  months: readonly string[],
  settings: Settings
): Forecast[] {
  const make = (subject: Subject) => {
    const known = subject.values.length - months.length + origin;
    return {subject, known, made: forecastSeries(subject.values, known, subject.forecasts, settings)};
  };
  const [whole, parts] = [make(total), divisions.map((division) => division.map(make))];
  if (whole.made === undefined) return [];
  return Array.from({length: settings.horizon}, (_, i) => i + 1).flatMap((step) => {
    const base = ({subject, known, made}: ReturnType<typeof make>) =>
      made?.points[step - 1] ?? meanOf(subject.values.slice(0, Math.max(0, known)));
    const agreed = agreeingForecasts({total: base(whole), parts: parts.map((division) => division.map(base))});
    const all = [whole, ...parts.flat()];
    return [agreed.total, ...agreed.parts.flat()].flatMap((one, i) => {
      const {subject, made} = all[i]!;
      return made ? [{subject, step, point: one.whole, bounds: boundsOf(one, step, made), made}] : [];
    });
  });
}

function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function boundsOf({exact, whole}: Agreed, step: number, {spread}: SeriesForecast): Interval[] {
  return intervalsAround(exact, step, spread).map(({low, high}) => ({
    low: Math.min(whole, Math.ceil(low)),
    high: Math.max(whole, Math.floor(high))
  }));
}

/** What a row tells of a forecast. */
function told(
  {point, bounds, made}: Forecast,
  actual: number | null,
  coverage: readonly (number | null)[],
  {coverage_tolerance}: Settings
) {
  const [narrow, wide] = bounds as [Interval, Interval];
  const isLow = coverage.some((share, i) => share !== null && share < CONFIDENCES[i]! - coverage_tolerance);
  return {
    model: made.model,
    point,
    low80: narrow.low,
    high80: narrow.high,
    low95: wide.low,
    high95: wide.high,
    actual,
    is_outside95: actual === null ? null : actual < wide.low || actual > wide.high,
    folds: made.record.folds,
    mase: made.record.mase,
    mase_naive: made.naiveMase,
    rmsse: made.record.rmsse,
    coverage80: coverage[0]!,
    coverage95: coverage[1]!,
    beats_naive: made.beatsNaive,
    note: [...made.notes, ...(isLow ? ['coverage_low'] : [])].join(',')
  };
}
