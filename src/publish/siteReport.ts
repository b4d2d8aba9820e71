import type {ComparisonSettings} from '../methods/comparisons.ts';
import type {Grain, ReportGrain} from './siteData.ts';

/** One row of marts.findings: what a report says of a period, and the rows it refers to. Days are YYYY-MM-DD. */
export interface SiteFinding {
  grain: ReportGrain;
  period_start: string;
  position: number;
  kind: 'volume' | 'figure' | 'explanation' | 'cause' | 'department' | 'measure' | 'duty' | 'quiet' | 'outlook';
  kpi: string | null;
  /** Of a cause; of a department, the grain of the comparison that is meant. */
  dimension: string | null;
  member: string | null;
  month: string | null;
  compared: Compared | null;
  measure_id: string | null;
  review: number | null;
  clause: number | null;
  others: number;
  urgency: number;
}

export type Compared = 'before' | 'last_year';

/** One row of marts.kpi_signals: a month of a figure as a whole against its limits. */
export interface SiteSignal {
  kpi: string;
  period_start: string;
  value: number | null;
  target: number | null;
  chart: 'p' | 'p_prime' | 'u' | 'u_prime' | 'xmr' | null;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  dispersion: number | null;
  points: number | null;
  limits: string | null;
  /** Names with commas between. */
  rules: string | null;
  series_rules: string | null;
  side: 'above' | 'below' | null;
  since: string | null;
  rebased_on: string | null;
  verdict: 'ordinary' | 'better' | 'worse' | 'changed' | 'too_few' | 'unfinished' | 'before_window';
  assurance: 'met' | 'missed' | 'unsure' | null;
}

/** One row of marts.kpi_changes. */
export interface SiteChange {
  kpi: string;
  grain: ReportGrain;
  period_start: string;
  compared: Compared;
  value: number;
  earlier: number;
  low: number | null;
  high: number | null;
  is_real: boolean | null;
}

/** What one member brought about of a change that a finding speaks of: a row of marts.change_explanations. `mix` is that of all members. */
export interface SiteExplanation {
  kpi: string;
  grain: ReportGrain;
  period_start: string;
  compared: Compared;
  dimension: string;
  member: string;
  change: number;
  within: number;
  mix: number;
}

/** One row of marts.cause_trends that tells of something. */
export interface SiteCause {
  dimension: string;
  member: string;
  period_start: string;
  test: 'latest_1' | 'latest_3' | 'trend';
  observed: number;
  expected: number;
  ratio: number;
  low: number;
  high: number;
  q: number;
  change_point: string | null;
  direction: 'rising' | 'falling';
  verdict: 'act' | 'look';
}

/** One department in one period: a row of marts.unit_comparisons. `grain` may be twelve_months. */
export interface SiteUnit {
  kpi: string;
  grain: Exclude<Grain, 'week'> | 'twelve_months';
  period_start: string;
  period_end: string;
  member: string;
  count: number;
  total: number;
  value: number;
  expected: number | null;
  adjusted: number | null;
  centre: number | null;
  dispersion: number | null;
  z: number | null;
  verdict: 'as_expected' | 'look' | 'investigate' | 'cannot_tell';
  direction: 'better' | 'worse' | 'higher' | 'lower' | null;
}

/** One row of marts.forecasts for a figure as a whole. */
export interface SiteForecast {
  kpi: string;
  origin: string;
  period_start: string;
  horizon: number;
  model: string;
  point: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
  actual: number | null;
  is_outside95: boolean | null;
  coverage80: number | null;
  note: string | null;
}

/** One review of an improvement measure: a row of marts.measure_effects. */
export interface SiteReview {
  measure_id: string;
  title: string;
  dimension: string;
  member: string;
  department: string | null;
  rolled_out_on: string;
  review: number;
  last_month: string;
  count_before: number;
  count_after: number;
  expected: number | null;
  ratio: number | null;
  low: number | null;
  high: number | null;
  verdict: 'worked' | 'worse' | 'no_sign' | 'too_early' | 'too_few';
}

/** One row of marts.cases_at_risk; times are local. */
export interface SiteRisk {
  grain: ReportGrain;
  period_start: string;
  complaint_id: string;
  received_at: string;
  due_at: string | null;
  department: string | null;
  category: string | null;
  severity: string | null;
  risk: string | null;
  is_grave: boolean;
  days_late: number | null;
  is_open: boolean;
}

/** One row of marts.duty_periods. */
export interface SiteDutyPeriod {
  position: number;
  kpi: string;
  grain: ReportGrain;
  period_start: string;
  verdict: 'kept' | 'missed' | 'measured';
  is_sure: boolean;
}

/** What the reports to leaders read beside the figures themselves. */
export interface SiteReport {
  findings: SiteFinding[];
  signals: SiteSignal[];
  changes: SiteChange[];
  explanations: SiteExplanation[];
  causes: SiteCause[];
  /** The months at whose end there was history enough to test them. */
  cause_months: string[];
  units: SiteUnit[];
  forecasts: SiteForecast[];
  reviews: SiteReview[];
  risks: SiteRisk[];
  /** How many cases at risk each period has, for `risks` holds the first of them. */
  risk_counts: {grain: ReportGrain; period_start: string; cases: number; late: number; grave: number}[];
  duty_periods: SiteDutyPeriod[];
  /** The settings of the funnel's limits; null where there is no such mart. */
  comparison_settings: ComparisonSettings | null;
}
