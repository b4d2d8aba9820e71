import type {SiteCard, SiteCardHead, SitePerformance} from '../../src/publish/sitePerformance.ts';

export const EMPTY_PERFORMANCE: SitePerformance = {
  cards: [],
  heads: [],
  guards: [],
  conduct: [],
  ledger: [],
  editions: [],
  restated_figures: [],
  restated_cards: [],
  restated_records: [],
  restated_evidence: []
};

const PERIOD = {grain: 'quarter', period_start: '2026-07-01'} as const;

/** One card of a department and one of a person, both of the third quarter, with one head that counts. */
export function examplePerformance(): SitePerformance {
  const units = [
    {...PERIOD, dimension: 'department', member: '售后服务部'},
    {...PERIOD, dimension: 'handler', member: '林晓'},
    {...PERIOD, dimension: 'handler', member: '代班人'}
  ] as const;
  return {
    ...EMPTY_PERFORMANCE,
    cards: units.map((unit, i): SiteCard => ({
      ...unit,
      role: '',
      department: '售后服务部',
      most_cases: i === 2 ? 2 : 40,
      heads: 1,
      counted_heads: i === 2 ? 0 : 1,
      counted_weight: i === 2 ? 0 : 1,
      is_ruled: false,
      points: i === 2 ? null : 60,
      full_points: 100,
      is_provisional: false,
      edition: null
    })),
    heads: units.map((unit, i) => exampleHead({...unit, ...(i === 2 && LEFT_OUT)}))
  };
}

const LEFT_OUT = {
  count: 1,
  total: 2,
  value: null,
  low: null,
  high: null,
  adjusted: null,
  verdict: null,
  used_weight: null,
  is_left_out: true,
  basis: null,
  scored: null,
  achieved: null,
  points: null
} as const;

/** A head with 36.5 of 40 cases. */
export function exampleHead(given: Partial<SiteCardHead> & Pick<SiteCardHead, 'dimension' | 'member'>): SiteCardHead {
  return {
    ...PERIOD,
    position: 1,
    kpi: 'resolution_on_time',
    weight: 1,
    used_weight: 1,
    target: 0.95,
    floor: 0.8,
    minimum: 10,
    attribution: 'deadline',
    count: 36.5,
    total: 40,
    value: 0.9125,
    low: 0.79,
    high: 0.97,
    adjusted: 0.89,
    shrunk: null,
    centre: 0.9,
    low95: 0.82,
    high95: 0.96,
    low998: 0.75,
    high998: 0.99,
    compared_units: 6,
    verdict: 'as_expected',
    direction: null,
    earlier_count: 36.5,
    earlier_total: 40,
    is_left_out: false,
    basis: 'adjusted',
    scored: 0.89,
    achieved: 0.6,
    points: 60,
    ...given
  };
}
