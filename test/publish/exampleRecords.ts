import type {
  KpiValue,
  SiteData,
  SiteDutyFigure,
  SiteFault,
  SiteLatest,
  SummaryCounts,
  SummaryTotal
} from '../../src/publish/siteData.ts';
import {EXAMPLE_POLICY} from './examplePolicy.ts';

/** The latest month of each figure that is over on 2026-11-01, as the mart would name it. */
export function exampleLatest(values: readonly KpiValue[]): SiteLatest[] {
  const latest = new Map<string, string>();
  for (const {kpi, grain, period_start, dimension, value} of values) {
    if (grain !== 'month' || dimension !== 'all' || value === null || period_start > '2026-10-01') continue;
    if ((latest.get(kpi) ?? '') < period_start) latest.set(kpi, period_start);
  }
  return [...latest].map(([kpi, period_start]) => ({kpi, grain: 'month', period_start}));
}

/** How the clauses of the example policy are kept by figures. */
export function exampleDuties(values: readonly KpiValue[]): Pick<SiteData, 'duties' | 'duty_states' | 'duty_figures'> {
  const latest = exampleLatest(values);
  const figures = EXAMPLE_POLICY.duties.flatMap((duty, index) =>
    duty.figures.map((kpi): SiteDutyFigure => {
      const at = latest.find((each) => each.kpi === kpi);
      const figure = values.find(
        ({kpi: id, grain, period_start, dimension}) =>
          id === kpi && grain === 'month' && period_start === at?.period_start && dimension === 'all'
      );
      if (at === undefined || figure?.value == null) {
        const reason = values.some((each) => each.kpi === kpi) ? 'too_few_records' : 'no_records';
        return {position: index + 1, kpi, grain: null, period_start: null, verdict: 'not_measurable', reason};
      }
      const {value, target} = figure;
      const verdict = target === null ? 'measured' : value >= target ? 'kept' : 'missed';
      return {position: index + 1, kpi, grain: 'month', period_start: at.period_start, verdict, reason: null};
    })
  );
  const states = ['missed', 'kept', 'measured', 'not_measurable'] as const;
  const duties = EXAMPLE_POLICY.duties.map((_, index) => {
    const verdicts = figures.filter(({position}) => position === index + 1).map(({verdict}) => verdict);
    return {position: index + 1, state: states.find((state) => verdicts.includes(state)) ?? 'not_measurable'};
  });
  const duty_states = states.map((state) => ({
    state,
    clauses: duties.filter((duty) => duty.state === state).length
  }));
  return {duties, duty_states, duty_figures: figures};
}

/** Three records behind each figure, and a hundred of which only these three are listed behind one. */
export function exampleRecords(values: readonly KpiValue[]): SiteData['records'] {
  return exampleLatest(values).map((period) => ({
    ...period,
    total: period.kpi === 'recurrence_rate' ? 100 : 3,
    columns: ['record_id', 'at', 'numerator', 'denominator', 'department', 'channel'],
    rows: [1, 0, 1].map((numerator, index) => [
      `T-${String(index + 1)}`,
      `${period.period_start} 09:0${String(index)}:00`,
      numerator,
      1,
      index === 2 ? null : '售后服务部',
      'phone'
    ])
  }));
}

/** A summary of two departments and three categories for each month, quarter and year with complaints. */
export function exampleSummary(values: readonly KpiValue[]): SiteData['summary'] {
  const periods = values.filter(
    ({kpi, dimension, grain}) => kpi === 'complaints' && dimension === 'all' && grain !== 'week'
  );
  const totals: SummaryTotal[] = [];
  const cells: SiteData['summary']['cells'] = [];
  for (const {grain, period_start} of periods) {
    if (grain === 'week') continue;
    const total = (dimension: SummaryTotal['dimension'], member: string, complaints: number, members: number) =>
      totals.push({grain, period_start, dimension, member, members, ...counts(complaints)});
    total('all', 'all', 12, 1);
    for (const [category, size] of [
      ['配送延迟', 4],
      ['', 2],
      ['商品质量', 6]
    ] as const) {
      total('category', category, size, 3);
      for (const department of ['售后服务部', '门店运营部']) {
        cells.push({grain, period_start, category, department, complaints: size / 2});
      }
    }
    total('department', '售后服务部', 6, 3);
    total('department', '门店运营部', 6, 3);
  }
  return {totals, cells};
}

function counts(complaints: number): SummaryCounts {
  return {
    complaints,
    valid: complaints - 1,
    done: complaints - 2,
    on_time: complaints - 2,
    late: 1,
    recurring: 0,
    reopened: 1,
    escalated: 0,
    compensation: complaints * 150
  };
}

/** One row of the register; only what is given differs from a case that is still open. */
export function exampleFault(given: Partial<SiteFault> = {}): SiteFault {
  return {
    complaint_id: 'T-1',
    sheet_number: null,
    received_at: '2026-10-03 09:00',
    product: null,
    category: null,
    subcategory: null,
    severity: null,
    department: null,
    responsibility: null,
    cause_root: null,
    resolved_at: null,
    state: 'running',
    outcome: null,
    is_recurrence: false,
    is_reopened: false,
    nonconformance_id: null,
    defect: null,
    answered_at: null,
    closed_at: null,
    ...given
  };
}

/** The register of October 2026. */
export function exampleRegister(): SiteData['register'] {
  return [
    {
      period_start: '2026-10-01',
      total: 2,
      rows: [
        exampleFault(),
        exampleFault({
          complaint_id: 'T-2',
          sheet_number: 'XS-2026-0002',
          product: '藤编篮',
          category: '商品质量',
          subcategory: '开裂',
          severity: 'urgent',
          department: '售后服务部',
          responsibility: 'not_ours',
          cause_root: '来料检验缺失',
          resolved_at: '2026-10-09 16:00',
          state: 'met_by_extension',
          outcome: 'partly',
          is_recurrence: true,
          is_reopened: true,
          nonconformance_id: 'BHG-7',
          defect: '开裂',
          answered_at: '2026-10-05 10:00',
          closed_at: '2026-10-20 10:00'
        })
      ]
    }
  ];
}
