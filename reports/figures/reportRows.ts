import type {
  Compared,
  SiteCause,
  SiteChange,
  SiteDutyPeriod,
  SiteExplanation,
  SiteFinding,
  SiteForecast,
  SiteReport,
  SiteReview,
  SiteRisk,
  SiteSignal,
  SiteUnit
} from '../../src/publish/siteReport.ts';
import type {Figures} from './figures.ts';
import {groupBy} from './groupBy.ts';
import type {JudgedPoint, JudgedSeries} from './judgedSeries.ts';
import {monthOfText} from './month.ts';
import {isPublished} from './compareFigures.ts';
import {periodOf, shiftPeriod, type Period} from './period.ts';

/** Finds what the reports to leaders read beside the figures. It computes nothing. */
export class ReportRows {
  readonly #rows: SiteReport;
  readonly #findings: ReadonlyMap<string, SiteFinding[]>;
  readonly #signals: ReadonlyMap<string, SiteSignal>;
  readonly #changes: ReadonlyMap<string, SiteChange>;
  readonly #units: ReadonlyMap<string, SiteUnit[]>;
  readonly #duties: ReadonlyMap<string, SiteDutyPeriod[]>;

  constructor(rows: SiteReport) {
    this.#rows = rows;
    this.#findings = groupBy(rows.findings, periodKey);
    this.#signals = new Map(rows.signals.map((row) => [`${row.kpi}|${row.period_start}`, row]));
    this.#changes = new Map(rows.changes.map((row) => [`${row.kpi}|${periodKey(row)}|${row.compared}`, row]));
    this.#units = groupBy(rows.units, (row) => `${row.kpi}|${periodKey(row)}`);
    this.#duties = groupBy(rows.duty_periods, periodKey);
  }

  /** What is said first of a period that is over, in its order. */
  findings(period: Period): readonly SiteFinding[] {
    return this.#findings.get(keyOf(period)) ?? [];
  }

  /** A month of a figure against its limits. */
  signal(kpi: string, month: string): SiteSignal | undefined {
    return this.#signals.get(`${kpi}|${month}`);
  }

  /** Whether any figure has limits in a month: its first day. */
  isJudged(month: string): boolean {
    return this.#rows.signals.some(({period_start, centre}) => period_start === month && centre !== null);
  }

  /** How a figure differs from the period before, or from the same a year earlier. */
  change(kpi: string, period: Period, compared: Compared): SiteChange | undefined {
    return this.#changes.get(`${kpi}|${keyOf(period)}|${compared}`);
  }

  explanation({kpi, grain, period_start, dimension, member}: SiteFinding): SiteExplanation | undefined {
    return this.#rows.explanations.find(
      (row) =>
        row.kpi === kpi &&
        row.grain === grain &&
        row.period_start === period_start &&
        row.dimension === dimension &&
        row.member === member
    );
  }

  /** The causes that rise or fall, looked at at the end of a month: its first day. */
  causes(month: string): readonly SiteCause[] {
    return this.#rows.causes.filter(({period_start}) => period_start === month);
  }

  /** Whether there was history enough at the end of a month to test causes. */
  areCausesTested(month: string): boolean {
    return this.#rows.cause_months.includes(month);
  }

  /** The departments of a figure beside each other, those with most cases first. */
  units(kpi: string, grain: SiteUnit['grain'], start: string): readonly SiteUnit[] {
    return this.#units.get(`${kpi}|${grain}|${start}`) ?? [];
  }

  /** The departments beside each other in a period; of a month over the twelve months up to it, where they are compared, for one alone is short. */
  departments(kpi: string, period: Period): readonly SiteUnit[] {
    const year = period.grain === 'month' ? this.units(kpi, 'twelve_months', shiftPeriod(period, -11).start) : [];
    return year.length > 0 ? year : this.units(kpi, period.grain, period.start);
  }

  /** What was forecast of a figure from a month on: its first day. */
  forecast(kpi: string, origin: string): readonly SiteForecast[] {
    return this.#rows.forecasts.filter((row) => row.kpi === kpi && row.origin === origin);
  }

  /** What had been forecast of a month one month before. */
  forecastOf(kpi: string, month: string): SiteForecast | undefined {
    return this.#rows.forecasts.find((row) => row.kpi === kpi && row.period_start === month && row.horizon === 1);
  }

  /** The reviews of measures that fell due in a period. */
  reviews(period: Period): readonly SiteReview[] {
    const end = shiftPeriod(period, 1).start;
    return this.#rows.reviews.filter(({last_month}) => last_month >= period.start && last_month < end);
  }

  /** The latest review of a measure against a cause up to the end of a period. */
  reviewAgainst(dimension: string, member: string, period: Period): SiteReview | undefined {
    const end = shiftPeriod(period, 1).start;
    return this.#rows.reviews.findLast(
      (row) => row.dimension === dimension && row.member === member && row.last_month < end
    );
  }

  review(measure: string, months: number): SiteReview | undefined {
    return this.#rows.reviews.find(({measure_id, review}) => measure_id === measure && review === months);
  }

  /** The first of the cases that were late or grave at the end of a period, and how many there were. */
  risks(period: Period): {count: number; late: number; grave: number; cases: readonly SiteRisk[]} {
    const key = keyOf(period);
    const counts = this.#rows.risk_counts.find((row) => periodKey(row) === key);
    const cases = this.#rows.risks.filter((row) => periodKey(row) === key);
    return {count: counts?.cases ?? 0, late: counts?.late ?? 0, grave: counts?.grave ?? 0, cases};
  }

  /** Whether the clauses of the policy were kept in a period, by each figure that has a value in it. */
  duties(period: Period): readonly SiteDutyPeriod[] {
    return this.#duties.get(keyOf(period)) ?? [];
  }

  get comparisonSettings(): SiteReport['comparison_settings'] {
    return this.#rows.comparison_settings;
  }
}

/** A figure month by month up to a period's end against its limits, at most so many months. */
export function judgedSeries(figures: Figures, kpi: string, period: Period, count: number): JudgedSeries {
  const last = lastMonth(figures, period);
  const steps = figures.series(kpi, last, count);
  const rows = steps.map((step) => ({...step, signal: figures.report.signal(kpi, step.period.start)}));
  const judged = rows.findLast(({signal}) => signal?.centre != null)?.signal;
  return {
    points: rows.map(({period: {start}, figure, signal}): JudgedPoint => {
      const value = isPublished(figure) ? figure.value : null;
      return {
        month: monthOfText(start),
        numerator: figure?.numerator ?? null,
        denominator: figure?.denominator ?? null,
        value,
        centre: signal?.centre ?? null,
        lower: signal?.lower ?? null,
        upper: signal?.upper ?? null,
        rules: signal?.rules ? signal.rules.split(',') : [],
        side: signal?.side ?? null,
        since: signal?.since?.slice(0, 7) ?? null,
        rebased: signal?.rebased_on?.slice(0, 7) ?? null,
        verdict: signal?.verdict ?? 'too_few'
      };
    }),
    chart: judged?.chart ?? null,
    dispersion: judged?.dispersion ?? 1,
    judged: judged?.points ?? 0,
    isFirm: judged?.limits === 'firm',
    seriesRules: judged?.series_rules ? judged.series_rules.split(',') : [],
    assurance: judged?.assurance ?? null,
    target: steps.at(-1)?.figure?.target ?? undefined
  };
}

/** The last month of a period; of one that is not over, the one that is going on. */
export function lastMonth(figures: Figures, period: Period): Period {
  const last = shiftPeriod(periodOf('month', shiftPeriod(period, 1).start), -1);
  const current = periodOf('month', `${figures.data.run.as_of.slice(0, 7)}-01`);
  return last.start < current.start ? last : current;
}

function keyOf({grain, start}: Period): string {
  return `${grain}|${start}`;
}

function periodKey({grain, period_start}: {grain: string; period_start: string}): string {
  return `${grain}|${period_start}`;
}
