import type {KpiValue, ReportGrain, SiteData, SiteKpi} from '../../src/publish/siteData.ts';
import {isOver, periodOf, shiftPeriod, type Period} from './period.ts';
import {PerformanceRows} from './performanceRows.ts';
import {ReportRows} from './reportRows.ts';

/** One step of a series: the figure may be missing. */
export interface SeriesStep {
  period: Period;
  figure: KpiValue | undefined;
}

/** Finds figures in the site's data. It computes none. */
export class Figures {
  readonly #kpis: Map<string, SiteKpi>;
  readonly #values = new Map<string, Map<string, KpiValue>>();
  readonly #withData = new Set<string>();
  readonly #periods: Record<ReportGrain, Period[]>;
  readonly #latest: Map<string, Period>;
  readonly #pages: Set<string>;
  /** What the reports to leaders read beside the figures. */
  readonly report: ReportRows;
  /** What the pages of performance read; it names people. */
  readonly performance: PerformanceRows;

  constructor(readonly data: SiteData) {
    this.report = new ReportRows(data.report);
    this.performance = new PerformanceRows(data.performance);
    this.#kpis = new Map(data.kpis.map((kpi) => [kpi.id, kpi]));
    const starts: Record<ReportGrain, Set<string>> = {month: new Set(), quarter: new Set(), year: new Set()};
    for (const value of data.values) {
      const key = keyOf(value.kpi, value.grain, value.period_start, value.dimension);
      let members = this.#values.get(key);
      if (members === undefined) this.#values.set(key, (members = new Map<string, KpiValue>()));
      members.set(value.member, value);
      if (value.dimension !== 'all' || isEmpty(value)) continue;
      this.#withData.add(value.kpi);
      // A stock is counted at every period's end, also long after the last record came in.
      if (value.grain !== 'week' && this.#kpis.get(value.kpi)?.kind !== 'stock') {
        starts[value.grain].add(value.period_start);
      }
    }
    const today = data.run.as_of.slice(0, 10);
    const listed = (grain: ReportGrain) =>
      [...starts[grain]]
        .sort()
        .filter((start) => start < today)
        .map((start) => periodOf(grain, start));
    this.#periods = {month: listed('month'), quarter: listed('quarter'), year: listed('year')};
    this.#latest = new Map(data.latest.map(({kpi, grain, period_start}) => [kpi, periodOf(grain, period_start)]));
    const named = new Set(data.policy.duties.flatMap((duty) => duty.figures));
    this.#pages = new Set(
      data.kpis
        .filter(({id, quantile_of}) => quantile_of === undefined && (this.hasData(id) || named.has(id)))
        .map(({id}) => id)
    );
  }

  /** The header of a KPI. */
  kpi(id: string): SiteKpi | undefined {
    return this.#kpis.get(id);
  }

  /** Whether any period of this pipeline has records that the KPI counts. */
  hasData(id: string): boolean {
    return this.#withData.has(id);
  }

  /** The KPIs that have a page: those with records, and those that a clause of the policy names. */
  pages(): string[] {
    return [...this.#pages];
  }

  /** The page on which a figure opens, as a path in the site; a further quantile stands on the page of its KPI. */
  pageOf({id, quantile_of = id}: SiteKpi): string | undefined {
    return this.#pages.has(quantile_of) ? `/figures/${quantile_of}` : undefined;
  }

  /** The period in which a figure is read where no other is named: the latest that is over and has a value. */
  latest(id: string): Period | undefined {
    return this.#latest.get(id);
  }

  /** A KPI's further quantiles. */
  quantiles(id: string): SiteKpi[] {
    return this.data.kpis.filter(({quantile_of}) => quantile_of === id);
  }

  /** The figure of a KPI for a period, for everything or for one member of a dimension. */
  find(kpi: string, period: Period, dimension = 'all', member = 'all'): KpiValue | undefined {
    return this.#values.get(keyOf(kpi, period.grain, period.start, dimension))?.get(member);
  }

  /** The figures of all members of a dimension, in the order of the data. */
  members(kpi: string, period: Period, dimension: string): KpiValue[] {
    return [...(this.#values.get(keyOf(kpi, period.grain, period.start, dimension))?.values() ?? [])];
  }

  /** The periods up to and with `last`, by the calendar, from the first that has a figure; at most `count`. */
  series(kpi: string, last: Period, count: number): SeriesStep[] {
    const steps: SeriesStep[] = [];
    for (let back = count - 1; back >= 0; back--) {
      const period = shiftPeriod(last, -back);
      const figure = this.find(kpi, period);
      if (steps.length > 0 || (figure !== undefined && !isEmpty(figure))) steps.push({period, figure});
    }
    return steps;
  }

  /** The periods of a grain that have records and have begun, oldest first. */
  periods(grain: ReportGrain): Period[] {
    return this.#periods[grain];
  }

  /** The last month that is over; where none is, the last month; undefined without any. */
  latestMonth(): Period | undefined {
    const months = this.#periods.month;
    return months.findLast((month) => isOver(month, this.data.run.as_of)) ?? months.at(-1);
  }
}

function keyOf(kpi: string, grain: string, start: string, dimension: string): string {
  return `${kpi}|${grain}|${start}|${dimension}`;
}

function isEmpty({value, denominator}: KpiValue): boolean {
  return !value && !denominator;
}
