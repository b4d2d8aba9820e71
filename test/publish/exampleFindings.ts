import {compareUnits} from '../../src/methods/compareUnits.ts';
import {judgeSeries} from '../../src/methods/judgeSeries.ts';
import type {KpiValue, ReportGrain} from '../../src/publish/siteData.ts';
import type {SiteChange, SiteFinding, SiteReport, SiteSignal, SiteUnit} from '../../src/publish/siteReport.ts';
import {EXAMPLE_POLICY} from './examplePolicy.ts';

const COMPARISON = {trim: 0.1, look: 0.95, investigate: 0.998, least_units: 3, widest: 0.2, confidence: 0.95};
const SIGNALS = {window: {month: 36}, provisional_from: 12, firm_from: 20, widen_below: 0.05, rules: 'anhoej'} as const;
const LAST = '2026-10-01';

/** What a report reads beside the figures, where nothing was judged. */
export const EMPTY_REPORT: SiteReport = {
  findings: [],
  signals: [],
  changes: [],
  explanations: [],
  causes: [],
  cause_months: [],
  units: [],
  forecasts: [],
  reviews: [],
  risks: [],
  risk_counts: [],
  duty_periods: [],
  comparison_settings: COMPARISON
};

/** A report on the figures of a site: what can be judged is judged by the engine's own methods, the rest is made up for October 2026. */
export function exampleReport(values: readonly KpiValue[]): SiteReport {
  const wholes = values.filter(({dimension}) => dimension === 'all');
  if (!wholes.some(({period_start}) => period_start === LAST))
    return {...EMPTY_REPORT, changes: exampleChanges(values)};
  return {
    findings: exampleFindings(wholes),
    signals: exampleSignals(wholes),
    changes: exampleChanges(values),
    explanations: [
      {
        ...{kpi: 'resolution_on_time', grain: 'month', period_start: LAST, compared: 'before'},
        ...{dimension: 'category', member: '配送延迟', change: -0.02, within: -0.016, mix: -0.005}
      }
    ],
    causes: [
      {
        ...{
          dimension: 'category',
          member: '配送延迟',
          period_start: LAST,
          test: 'latest_3',
          observed: 97,
          expected: 15.5
        },
        ...{ratio: 6.25, low: 4.5, high: 8.7, q: 1e-9, change_point: '2026-08-01', direction: 'rising', verdict: 'act'}
      }
    ],
    cause_months: [LAST, month(9)],
    units: exampleUnits(values),
    forecasts: [1, 2, 3].map((horizon) => ({
      ...{kpi: 'valid_complaints', origin: LAST, period_start: month(10 + horizon), horizon, model: 'mstl'},
      ...{point: 1180, low80: 1090, high80: 1275, low95: 1040, high95: 1330},
      ...{actual: null, is_outside95: null, coverage80: 0.79, note: null}
    })),
    reviews: [
      {
        ...{
          measure_id: 'M-031',
          title: '配件改由区域仓直发',
          dimension: 'category',
          member: '配送延迟',
          department: null
        },
        ...{rolled_out_on: '2026-04-10', review: 6, last_month: LAST, count_before: 120, count_after: 61, expected: 60},
        ...{ratio: 1.02, low: 0.74, high: 1.39, verdict: 'no_sign'}
      }
    ],
    risks: [1, 2].map((number) => ({
      ...{
        grain: 'month',
        period_start: LAST,
        complaint_id: `TS2026091800${String(number)}`,
        received_at: '2026-09-18 09:30'
      },
      ...{due_at: '2026-09-29 00:00', department: '物流配送部', category: '配送延迟', severity: null, risk: null},
      ...{is_grave: number === 2, days_late: 33, is_open: number === 1}
    })),
    risk_counts: [{grain: 'month', period_start: LAST, cases: 2, late: 2, grave: 1}],
    duty_periods: EXAMPLE_POLICY.duties.flatMap(({figures}, index) =>
      wholes
        .filter(({kpi, value}) => figures.includes(kpi) && value !== null)
        .map(({kpi, grain, period_start, value, target, high}) => ({
          ...{position: index + 1, kpi, grain: grain as ReportGrain, period_start},
          verdict: target === null ? ('measured' as const) : value! >= target ? ('kept' as const) : ('missed' as const),
          is_sure: target !== null && high !== null && high < target
        }))
    ),
    comparison_settings: COMPARISON
  };
}

/** How figures differ from the period before and the year before, as marts.kpi_changes puts their intervals together. */
export function exampleChanges(values: readonly KpiValue[]): SiteChange[] {
  const wholes = values.filter(
    ({dimension, value, is_withheld}) => dimension === 'all' && value !== null && !is_withheld
  );
  return wholes.flatMap((later) => {
    const length = {week: 0, month: 1, quarter: 3, year: 12}[later.grain];
    return (['before', 'last_year'] as const).flatMap((compared): SiteChange[] => {
      const start = earlierMonth(later.period_start, compared === 'before' ? length : 12);
      const earlier = wholes.find(
        ({kpi, grain, period_start}) => kpi === later.kpi && grain === later.grain && period_start === start
      );
      if (earlier === undefined || (compared === 'last_year' && later.grain === 'year')) return [];
      const interval = differenceInterval(later, earlier);
      return [
        {
          ...{kpi: later.kpi, grain: later.grain as ReportGrain, period_start: later.period_start, compared},
          ...{value: later.value!, earlier: earlier.value!, low: interval?.[0] ?? null, high: interval?.[1] ?? null},
          is_real: interval === undefined ? null : interval[0] > 0 || interval[1] < 0
        }
      ];
    });
  });
}

function differenceInterval(later: KpiValue, earlier: KpiValue): [number, number] | undefined {
  if (later.low === null || later.high === null || earlier.low === null || earlier.high === null) return undefined;
  const change = later.value! - earlier.value!;
  return [
    change - Math.hypot(later.value! - later.low, earlier.high - earlier.value!),
    change + Math.hypot(later.high - later.value!, earlier.value! - earlier.low)
  ];
}

function exampleSignals(wholes: readonly KpiValue[]): SiteSignal[] {
  const kpis = [
    ...new Set(wholes.filter(({target, denominator}) => target !== null && denominator !== null).map(({kpi}) => kpi))
  ];
  return kpis.flatMap((id) => {
    const series = wholes.filter(({kpi, grain}) => kpi === id && grain === 'month');
    const points = series.map(({period_start, numerator, denominator, value, target}) => ({
      ...{kpi: id, grain: 'month', dimension: 'all', member: 'all', period_start, family: 'proportion' as const},
      ...{
        numerator,
        denominator,
        value,
        target,
        better: 'higher' as const,
        rebased_on: null,
        is_over: period_start <= LAST
      }
    }));
    return judgeSeries(points, SIGNALS) as unknown as SiteSignal[];
  });
}

function exampleUnits(values: readonly KpiValue[]): SiteUnit[] {
  const units = values.filter(
    ({kpi, grain, dimension, period_start, denominator, member}) =>
      ['resolution_on_time', 'satisfaction'].includes(kpi) &&
      [grain, dimension, period_start].join() === ['month', 'department', LAST].join() &&
      denominator !== null &&
      member !== ''
  );
  return compareUnits(
    units.map(({kpi, member, numerator, denominator, value}) => ({
      ...{kpi, grain: 'month', period_start: LAST, period_end: '2026-11-01', dimension: 'department', role: '', member},
      kind: 'ratio',
      ...{better: 'higher' as const, minimum: 10, count: numerator!, total: denominator!, reference: value},
      expected: 0.93 * denominator!
    })),
    COMPARISON
  ) as unknown as SiteUnit[];
}

function exampleFindings(wholes: readonly KpiValue[]): SiteFinding[] {
  const periods = [...new Set(wholes.map(({grain, period_start}) => `${grain} ${period_start}`))].map((text) =>
    text.split(' ')
  );
  const nothing = {
    ...{kpi: null, dimension: null, member: null, month: null, compared: null, measure_id: null},
    ...{review: null, clause: null, others: 0, urgency: 0}
  };
  return periods.flatMap(([grain, period_start]) => {
    const period = {...nothing, grain: grain as ReportGrain, period_start: period_start!};
    const told: Partial<SiteFinding>[] =
      grain === 'month' && period_start === LAST
        ? [
            {kind: 'figure', kpi: 'resolution_on_time', urgency: 2},
            {
              kind: 'explanation',
              kpi: 'resolution_on_time',
              dimension: 'category',
              member: '配送延迟',
              compared: 'before'
            },
            {kind: 'cause', dimension: 'category', member: '配送延迟', month: LAST, urgency: 3},
            {kind: 'measure', measure_id: 'M-031', review: 6, others: 1, urgency: 2},
            {kind: 'duty', kpi: 'resolution_on_time', clause: 2, others: 1, urgency: 2},
            {kind: 'outlook', kpi: 'valid_complaints', month: LAST}
          ]
        : [{kind: 'quiet'}];
    return [{kind: 'volume', kpi: 'valid_complaints'} as const, ...told].map(
      (finding, index) => ({...period, ...finding, position: index + 1}) as SiteFinding
    );
  });
}

/** The first day of a month of 2026, or of the year after. */
function month(number: number): string {
  return earlierMonth('2026-01-01', 1 - number);
}

function earlierMonth(day: string, months: number): string {
  const place = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${String(Math.floor(place / 12))}-${String((place % 12) + 1).padStart(2, '0')}-01`;
}
