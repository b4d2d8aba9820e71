import {z} from 'zod';
import {aalenJohansen, incidenceAt} from '../statistics/aalenJohansen.ts';
import {curveQuantile, kaplanMeier, survivalAt, type CurveQuantile} from '../statistics/kaplanMeier.ts';
import {groupsOf} from './groups.ts';
import {defineMethod, type MethodRow} from './method.ts';

const HOURS_A_DAY = 24;

const share = z.number().gt(0).lt(1);
const options = z.strictObject({
  confidence: share,
  least_cases: z.int().min(1).describe('how many cases a curve needs'),
  quantiles: z.tuple([share, share]).describe('the two shares of solved cases whose times are told'),
  days: z.int().min(1).describe('how many days curves are drawn')
});

const input = z.strictObject({
  dimension: z.string(),
  member: z.string(),
  /** How long after receipt, in whole hours. */
  hours: z.number(),
  solved: z.number(),
  /** Cases that ended in another way. */
  gone: z.number(),
  /** Cases that are that old and not ended. */
  still_open: z.number()
});
type Count = z.output<typeof input>;
type Options = z.output<typeof options>;

/** Curves of what is still open so many days after receipt, with open cases counted for as long as they are known. */
export const survival = defineMethod({
  options,
  input,
  columns: {
    dimension: 'varchar',
    member: 'varchar',
    day: 'integer',
    cases: 'integer',
    at_risk: 'integer',
    still_open: 'double',
    low: 'double',
    high: 'double',
    solved: 'double',
    gone: 'double',
    median_days: 'double',
    median_low: 'double',
    median_high: 'double',
    p90_days: 'double',
    p90_low: 'double',
    p90_high: 'double'
  },
  run: (rows, settings) => groupsOf(rows, ['dimension', 'member']).flatMap((counts) => curveOf(counts, settings))
});

function curveOf(counts: readonly Count[], {confidence, least_cases, quantiles, days}: Options): MethodRow[] {
  const groups = counts
    .flatMap(({hours, solved, gone, still_open}) => [
      {hours, cause: 1, cases: solved},
      {hours, cause: 2, cases: gone},
      {hours, cause: 0, cases: still_open}
    ])
    .filter((group) => group.cases > 0);
  const times = groups.map(({hours}) => hours);
  const weights = groups.map((group) => group.cases);
  const causes = groups.map(({cause}) => cause);
  const cases = weights.reduce((total, weight) => total + weight, 0);
  if (cases < least_cases) return [];
  const curve = kaplanMeier(
    times,
    causes.map((cause) => cause === 1),
    {confidence, weights}
  );
  const ways = aalenJohansen(times, causes, {weights});
  const [median, late] = quantiles.map((quantile) => inDays(curveQuantile(curve, quantile)));
  const {dimension, member} = counts[0]!;
  const last = Math.min(days, Math.ceil(times.reduce((longest, time) => Math.max(longest, time), 0) / HOURS_A_DAY));
  return Array.from({length: last + 1}, (_, day) => {
    const hours = day * HOURS_A_DAY;
    const at = survivalAt(curve, hours);
    const left = incidenceAt(ways, hours);
    return {
      dimension,
      member,
      day,
      cases,
      at_risk: groups.reduce((total, group) => total + (group.hours >= hours ? group.cases : 0), 0),
      still_open: at?.survival ?? null,
      low: at?.low ?? null,
      high: at?.high ?? null,
      solved: left ? (left.incidence[0] ?? 0) : null,
      gone: left ? (left.incidence[1] ?? 0) : null,
      median_days: median!.value,
      median_low: median!.low,
      median_high: median!.high,
      p90_days: late!.value,
      p90_low: late!.low,
      p90_high: late!.high
    };
  });
}

function inDays({value, low, high}: CurveQuantile): CurveQuantile {
  const days = (hours: number | null) => (hours === null ? null : hours / HOURS_A_DAY);
  return {value: days(value), low: days(low), high: days(high)};
}
