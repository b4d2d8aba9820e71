import type {KpiValue, LocalText, Locale, SiteData, SiteKpi} from '../../src/publish/siteData.ts';
import {EXAMPLE_CALENDAR, EXAMPLE_POLICY} from './examplePolicy.ts';
import {EXAMPLE_OPERATIONS} from './exampleOperations.ts';
import {EMPTY_REPORT, exampleReport} from './exampleFindings.ts';
import {EMPTY_PERFORMANCE, examplePerformance} from './examplePerformance.ts';
import {exampleDuties, exampleLatest, exampleRecords, exampleRegister, exampleSummary} from './exampleRecords.ts';

/** A site's data made up for tests: the same options give the same figures. */
export interface ExampleOptions {
  locale?: Locale;
  months?: number;
  departments?: readonly string[];
  hasTargets?: boolean;
  asOf?: string;
  /** Whether what a report reads beside the figures is judged, which takes a moment. */
  isReported?: boolean;
}

const DEPARTMENTS = ['售后服务部', '物流配送部', '门店运营部', '线上商城部', '呼叫中心', '财务结算部', ''];
const CATEGORIES = [
  '配送延迟',
  '商品质量',
  '退换货',
  '服务态度',
  '安装维修',
  '价格与促销',
  '发票',
  '账户与积分',
  '广告宣传',
  ''
];

/** Makes data with monthly, quarterly and yearly figures that end with a month that is not over. */
export function exampleSite(options: ExampleOptions = {}): SiteData {
  const {
    locale = 'zh-CN',
    months = 30,
    departments = DEPARTMENTS,
    hasTargets = true,
    asOf = '2026-11-05 06:00',
    isReported = true
  } = options;
  const values = months === 0 ? [] : exampleValues(months, departments, hasTargets);
  return {
    pipeline: {name: 'demo', title: text('云岭商贸', 'Yunling Trading'), time_zone: 'Asia/Shanghai', locale},
    policy: EXAMPLE_POLICY,
    calendar: EXAMPLE_CALENDAR,
    run: {id: '20261105T060000-4f2a', as_of: asOf, notices: []},
    kpis: EXAMPLE_KPIS,
    process_changes: [],
    signal_settings: {window: {month: 36}, provisional_from: 12, firm_from: 20, widen_below: 0.05, rules: 'anhoej'},
    dimensions: [
      {id: 'department', title: text('部门', 'Department')},
      {id: 'category', title: text('类别', 'Category')}
    ],
    values,
    latest: exampleLatest(values),
    ...exampleDuties(values),
    report: isReported ? exampleReport(values) : EMPTY_REPORT,
    performance: months === 0 ? EMPTY_PERFORMANCE : examplePerformance(),
    records: exampleRecords(values),
    case_figures: ['resolution_on_time'],
    summary: exampleSummary(values),
    register: months === 0 ? [] : exampleRegister(),
    operations: months === 0 ? {runs: [], sources: [], missed: []} : EXAMPLE_OPERATIONS,
    intake:
      months === 0
        ? []
        : [
            {
              source: 'crm',
              record: 'complaint',
              files: 30,
              rows_read: 41230,
              loaded: 1307,
              unchanged: 39881,
              quarantined: 42
            },
            {
              source: 'survey',
              record: 'survey_response',
              files: 4,
              rows_read: 9120,
              loaded: 512,
              unchanged: 8608,
              quarantined: 0
            }
          ],
    quarantine:
      months === 0
        ? []
        : [
            {
              source: 'crm',
              record: 'complaint',
              file: '2026-10.xlsx',
              field: 'received_at',
              reason: 'not_a_date',
              rows: 31
            },
            {source: 'crm', record: 'complaint', file: '2026-10.xlsx', field: null, reason: 'duplicate', rows: 11}
          ]
  };
}

/** One row of figures; only what differs from an unpublished zero is given. */
export function exampleValue(given: Partial<KpiValue> & Pick<KpiValue, 'kpi'>): KpiValue {
  return {
    grain: 'month',
    period_start: '2026-10-01',
    dimension: 'all',
    member: 'all',
    numerator: null,
    denominator: null,
    value: null,
    low: null,
    high: null,
    target: null,
    is_provisional: false,
    is_withheld: false,
    ...given
  };
}

function text(chinese: string, english: string): LocalText {
  return {'zh-CN': chinese, en: english};
}

function kpi(id: string, chinese: string, english: string, given: Partial<SiteKpi>): SiteKpi {
  return {
    id,
    title: text(chinese, english),
    kind: 'ratio',
    of: 'complaint',
    unit: 'percent',
    better: 'higher',
    counts: text('有效投诉', 'valid complaints'),
    clause: {'service-industry': '9.2.2.4'},
    guards: [],
    minimum: 10,
    sql: `select complaint_id as record_id, received_at as at\nfrom core.complaints\nwhere is_valid and '${id}' <> ''\n`,
    ...given
  };
}

const count = {kind: 'count', unit: 'count', better: 'neither', minimum: 0} as const;

export const EXAMPLE_KPIS: SiteKpi[] = [
  kpi('complaints', '投诉件数', 'Complaints', count),
  kpi('valid_complaints', '有效投诉', 'Valid complaints', count),
  kpi('resolution_on_time', '投诉处理及时率', 'Resolved on time', {
    numerator: text(
      '在期限内（含经批准的延期）办结的',
      'those resolved within the deadline, approved extensions allowed for'
    ),
    excludes: text('期限尚未届满的投诉', 'complaints whose deadline has not passed'),
    guards: ['resolution_on_time_original', 'reopen_rate']
  }),
  kpi('resolution_on_time_original', '原期限及时率', 'Resolved by the first deadline', {}),
  kpi('response_on_time', '首次响应及时率', 'Responded on time', {}),
  kpi('recurrence_rate', '投诉重复率', 'Recurrence rate', {better: 'lower'}),
  kpi('reopen_rate', '重新处理率', 'Reopened', {better: 'lower'}),
  kpi('transfer_rate', '转办率', 'Transferred', {better: 'lower'}),
  kpi('escalation_rate', '投诉升级率', 'Escalation rate', {better: 'lower'}),
  kpi('satisfaction', '处理满意度', 'Satisfaction with handling', {}),
  kpi('csat', '客户满意度', 'Customer satisfaction', {of: 'survey_response'}),
  kpi('nps', '净推荐值', 'Net promoter score', {of: 'survey_response', kind: 'mean', unit: 'points'}),
  kpi('open_complaints', '未办结投诉', 'Open complaints', {...count, kind: 'stock', better: 'lower'}),
  kpi('overdue_complaints', '逾期未办结投诉', 'Overdue complaints', {...count, kind: 'stock', better: 'lower'}),
  kpi('time_to_resolve', '办结用时中位数', 'Median time to resolve', {kind: 'duration', unit: 'days', better: 'lower'}),
  kpi('time_to_resolve_p90', '九成办结用时', 'Nine in ten resolved within', {
    kind: 'duration',
    unit: 'days',
    better: 'lower',
    quantile_of: 'time_to_resolve'
  }),
  kpi('invalid_rate', '无效投诉率', 'Invalid complaints', {better: 'neither'}),
  kpi('record_completeness', '记录完整率', 'Records complete', {})
];

const RATES: Record<string, {base: number; swing: number; late: number; target?: number}> = {
  resolution_on_time: {base: 0.945, swing: 0.008, late: -0.03, target: 0.95},
  resolution_on_time_original: {base: 0.9, swing: 0.01, late: -0.03},
  response_on_time: {base: 0.972, swing: 0.006, late: 0.004, target: 0.95},
  recurrence_rate: {base: 0.061, swing: 0.006, late: 0.002, target: 0.06},
  reopen_rate: {base: 0.034, swing: 0.004, late: 0},
  transfer_rate: {base: 0.118, swing: 0.01, late: 0.025},
  escalation_rate: {base: 0.021, swing: 0.004, late: 0, target: 0.03},
  satisfaction: {base: 0.884, swing: 0.01, late: -0.002, target: 0.9},
  invalid_rate: {base: 0.071, swing: 0.008, late: 0}
};

function exampleValues(months: number, departments: readonly string[], hasTargets: boolean): KpiValue[] {
  const periods = Array.from({length: months}, (_, index) => {
    const place = 2026 * 12 + 10 - (months - 1 - index);
    return {year: Math.floor(place / 12), month: (place % 12) + 1, index};
  });
  const volumes = periods.map(({month, index}) =>
    Math.round((900 + 9 * index + 120 * Math.sin(month)) * (index === months - 1 ? 0.13 : 1))
  );
  return (['month', 'quarter', 'year'] as const).flatMap((grain) => {
    const size = grain === 'month' ? 1 : grain === 'quarter' ? 3 : 12;
    const groups = new Map<string, number[]>();
    for (const {year, month, index} of periods) {
      const start = `${year}-${String(Math.floor((month - 1) / size) * size + 1).padStart(2, '0')}-01`;
      groups.set(start, [...(groups.get(start) ?? []), index]);
    }
    return [...groups].flatMap(([start, indexes]) => {
      const volume = indexes.reduce((sum, index) => sum + volumes[index]!, 0);
      const isLast = indexes.includes(months - 1);
      const late = indexes.at(-1)! >= months - 4 ? 1 : 0;
      const at = {grain, period_start: start, is_provisional: isLast};
      return [
        ...wholeFigures(volume, indexes[0]!, late, hasTargets).map((each) => ({...each, ...at})),
        ...parts(volume, departments, 'department', indexes[0]!).map((each) => ({...each, ...at})),
        ...parts(volume, CATEGORIES, 'category', indexes[0]!).map((each) => ({...each, ...at}))
      ];
    });
  });
}

function wholeFigures(volume: number, index: number, late: number, hasTargets: boolean): KpiValue[] {
  const rates = Object.entries(RATES).map(([id, {base, swing, late: change, target}], place) => {
    const denominator = Math.round(volume * (0.5 + 0.06 * place));
    const rate = base + swing * Math.sin(index * 1.7 + place) + change * late;
    return share(id, Math.round(rate * denominator), denominator, hasTargets ? (target ?? null) : null);
  });
  const open = Math.round(volume / 9 + 8 * Math.sin(index));
  const half = 0.6 / Math.sqrt(volume / 400);
  const days = 2.4 + 0.3 * Math.sin(index) + 0.5 * late;
  const duration = (id: string, value: number) =>
    exampleValue({kpi: id, numerator: null, denominator: volume, value, low: value - half / 3, high: value + half / 3});
  return [
    amount('complaints', Math.round(volume * 1.07)),
    amount('valid_complaints', volume),
    ...rates,
    exampleValue({kpi: 'nps', numerator: volume / 8, denominator: volume / 4, value: 0.312, low: 0.262, high: 0.362}),
    duration('time_to_resolve', days),
    duration('time_to_resolve_p90', days * 3.6),
    exampleValue({kpi: 'open_complaints', value: open, numerator: open}),
    exampleValue({kpi: 'overdue_complaints', value: Math.round(open / 8), numerator: Math.round(open / 8)}),
    exampleValue({kpi: 'csat', numerator: 3, denominator: 4, is_withheld: true})
  ];
}

function parts(volume: number, members: readonly string[], dimension: string, index: number): KpiValue[] {
  const weights = members.map((_, place) => 1 / (place + 1.4));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return members.flatMap((member, place) => {
    const size = Math.round((volume * weights[place]!) / total);
    const rate = 0.93 + 0.05 * Math.sin(place * 2.1 + index / 9);
    return [
      amount('valid_complaints', size),
      share('resolution_on_time', Math.round(size * rate), size, null),
      share('satisfaction', Math.round(size * 0.4 * (rate - 0.05)), Math.round(size * 0.4), null)
    ].map((each) => ({...each, dimension, member}));
  });
}

function amount(id: string, size: number): KpiValue {
  const half = 1.96 * Math.sqrt(size);
  return exampleValue({kpi: id, numerator: size, value: size, low: Math.max(0, size - half), high: size + half});
}

/** A share with Wilson's interval; under ten it is withheld. */
function share(id: string, numerator: number, denominator: number, target: number | null): KpiValue {
  if (denominator < 10) return exampleValue({kpi: id, numerator, denominator, target, is_withheld: true});
  const p = numerator / denominator;
  const z = 1.96;
  const middle = (p + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half =
    (z * Math.sqrt((p * (1 - p)) / denominator + (z * z) / (4 * denominator * denominator))) /
    (1 + (z * z) / denominator);
  return exampleValue({kpi: id, numerator, denominator, value: p, low: middle - half, high: middle + half, target});
}
