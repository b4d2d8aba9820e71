import {z} from 'zod';
import {benjaminiHochberg} from '../statistics/benjaminiHochberg.ts';
import {poissonRegression} from '../statistics/poissonRegression.ts';
import {normalQuantile} from '../statistics/normalQuantile.ts';
import {pearsonDispersion} from '../statistics/pearsonDispersion.ts';
import {rateRatio, type RateRatio} from '../statistics/rateRatio.ts';
import {widenRatio} from '../statistics/widenRatio.ts';
import {groupsOf} from './groups.ts';
import {defineMethod, type MethodRow} from './method.ts';
import {monthOf, seasonTerms} from './season.ts';

const options = z.strictObject({
  confidence: z.number().gt(0).lt(1),
  least_months: z.int().min(1).describe('how many months after the roll-out a judgement needs'),
  most_months: z.int().min(1).describe('how many months after the roll-out are looked at'),
  least_expected: z.number().gt(0).describe('how many cases one must expect for a judgement'),
  act: z.number().gt(0).lt(1).describe('q from which on a measure is judged to have changed anything'),
  reviews: z
    .array(z.int().min(1))
    .describe('after how many months a measure is looked at once and for all, beside what is known of it now'),
  segments_from: z.int().describe('from how many months on a regression with trend and season is made')
});

const input = z.strictObject({
  measure_id: z.string(),
  title: z.string(),
  dimension: z.string(),
  member: z.string(),
  department: z.string().nullable(),
  rolled_out_on: z.string(),
  period_start: z.string(),
  count: z.number(),
  exposure: z.number(),
  phase: z.enum(['long_before', 'before', 'between', 'after'])
});
type Month = z.output<typeof input>;
type Options = z.output<typeof options>;

/**
 * Whether measures worked: the rate of what each is against, after its roll-out and before it was proposed. Of many measures some seem to
 * have worked by chance, so all that are looked at at one time are judged together: all of them by what is known now (review is null), and
 * each once for all when it has been in force for so many months. Looking again every month until one has worked would find that of most.
 */
export const effects = defineMethod({
  options,
  input,
  columns: {
    measure_id: 'varchar',
    title: 'varchar',
    dimension: 'varchar',
    member: 'varchar',
    department: 'varchar',
    rolled_out_on: 'date',
    review: 'integer',
    last_month: 'date',
    months_before: 'integer',
    months_after: 'integer',
    count_before: 'double',
    count_after: 'double',
    exposure_before: 'double',
    exposure_after: 'double',
    expected: 'double',
    ratio: 'double',
    low: 'double',
    high: 'double',
    p: 'double',
    q: 'double',
    measures: 'integer',
    segmented_ratio: 'double',
    segmented_low: 'double',
    segmented_high: 'double',
    verdict: 'varchar'
  },
  run: (rows, settings) => {
    const measures = groupsOf(rows, ['measure_id']);
    const reviews = measures.flatMap((months) =>
      settings.reviews.flatMap((review) => reviewed(months, review, settings))
    );
    const now = measures.map((months) => test(months, null, settings));
    const together = [now, ...groupsOf(reviews, ['last_month'])];
    return together.flatMap((findings) => judge(findings, settings));
  }
});

/** What a review after so many months finds; nothing before it is due. */
function reviewed(months: readonly Month[], review: number, settings: Options): Finding[] {
  const after = months.filter(({phase}) => phase === 'after');
  if (after.length < review) return [];
  const last = after[review - 1]!.period_start;
  const known = months.filter(({period_start}) => period_start <= last);
  return [test(known, review, settings)];
}

/** Judges those together that are looked at together. */
function judge(together: readonly Finding[], {act}: Options): MethodRow[] {
  const tested = together.flatMap(({found}) => found ?? []);
  const q = benjaminiHochberg(tested.map(({p}) => p));
  return together.map((one) => {
    const {facts, found} = one;
    if (!found) return {...facts, ...NOTHING, measures: tested.length, verdict: one.untold};
    const own = q[tested.indexOf(found)]!;
    const direction = found.ratio < 1 ? 'worked' : 'worse';
    return {
      ...facts,
      ...found,
      ratio: finite(found.ratio),
      high: finite(found.high),
      q: own,
      measures: tested.length,
      verdict: own <= act ? direction : 'no_sign'
    };
  });
}

/** What is found of one measure; of one that can't be tested, why. */
type Finding =
  | (Looked & {readonly found: RateRatio & ReturnType<typeof segmented>})
  | (Looked & {readonly found?: never; readonly untold: 'too_early' | 'too_few'});

interface Looked {
  readonly facts: MethodRow;
  readonly last_month: string;
}

function test(months: readonly Month[], review: number | null, settings: Options): Finding {
  const before = months.filter(({phase}) => phase === 'before');
  const after = months.filter(({phase}) => phase === 'after').slice(0, settings.most_months);
  const [countBefore, countAfter] = [sumOf(before, 'count'), sumOf(after, 'count')];
  const [exposureBefore, exposureAfter] = [sumOf(before, 'exposure'), sumOf(after, 'exposure')];
  const expected = exposureBefore > 0 ? (countBefore * exposureAfter) / exposureBefore : null;
  const {measure_id, title, dimension, member, department, rolled_out_on} = months[0]!;
  const last_month = months.at(-1)!.period_start;
  const facts = {
    ...{measure_id, title, dimension, member, department, rolled_out_on, review, last_month},
    months_before: before.length,
    months_after: after.length,
    count_before: countBefore,
    count_after: countAfter,
    exposure_before: exposureBefore,
    exposure_after: exposureAfter,
    expected
  };
  const isLongEnough = after.length >= settings.least_months && before.length >= settings.least_months;
  if (!isLongEnough) return {facts, last_month, untold: 'too_early'};
  if (expected === null || Math.max(expected, countAfter) < settings.least_expected) {
    return {facts, last_month, untold: 'too_few'};
  }
  const ratio = rateRatio(
    {events: [countBefore, countAfter], exposures: [exposureBefore, exposureAfter]},
    settings.confidence
  )!;
  return {
    facts,
    last_month,
    found: {...widenRatio(ratio, dispersionOf([before, after])), ...segmented(months, settings)}
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

const NOTHING = {
  ratio: null,
  low: null,
  high: null,
  p: null,
  q: null,
  segmented_ratio: null,
  segmented_low: null,
  segmented_high: null
};

/** The change of level at the roll-out by a quasi-Poisson regression with trend and season. */
function segmented(months: readonly Month[], {segments_from, confidence}: Options) {
  const none = {segmented_ratio: null, segmented_low: null, segmented_high: null};
  const used = months.filter(({phase}) => phase !== 'between');
  if (used.length < segments_from) return none;
  const first = monthOf(used[0]!.period_start);
  const fit = poissonRegression({
    y: used.map(({count}) => count),
    x: used.map(({period_start, phase}) => {
      const month = monthOf(period_start);
      return [1, phase === 'after' ? 1 : 0, (month - first) / 12, ...seasonTerms(month)];
    }),
    offset: used.map(({exposure}) => Math.log(exposure))
  });
  if (!fit) return none;
  const [level, error] = [fit.coefficients[1]!, fit.standardErrors[1]!];
  const half = normalQuantile(confidence) * error;
  const [ratio, low, high] = [level, level - half, level + half].map(Math.exp);
  if (![ratio, low, high].every(Number.isFinite)) return none;
  return {segmented_ratio: ratio!, segmented_low: low!, segmented_high: high!};
}

/** By how much the counts of each phase vary more about its rate than Poisson's. */
function dispersionOf(phases: readonly (readonly Month[])[]): number {
  const months = phases.flatMap((phase) => {
    const rate = sumOf(phase, 'count') / sumOf(phase, 'exposure');
    return phase.map(({count, exposure}) => ({count, mean: rate * exposure}));
  });
  return pearsonDispersion(months, phases.length);
}

function sumOf(months: readonly Month[], column: 'count' | 'exposure'): number {
  return months.reduce((total, month) => total + month[column], 0);
}
