import type {SiteKpi} from '../../src/publish/siteData.ts';

/** What charts and sentences need to know of a KPI. */
export type ShownKpi = Pick<SiteKpi, 'id' | 'title' | 'kind' | 'of' | 'unit' | 'better' | 'minimum' | 'counts'>;

/** What was counted in a month. The value is null where nothing was, or too little to be told. */
export interface MonthlyPoint {
  /** Months since year 0. */
  month: number;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/** A month of a series against its limits. Limits are null where nothing is judged. */
export interface JudgedPoint extends MonthlyPoint {
  centre: number | null;
  lower: number | null;
  upper: number | null;
  /** The rules that this month breaks, by name. */
  rules: readonly string[];
  side: 'above' | 'below' | null;
  /** Since which month the signal has gone on, YYYY-MM. */
  since: string | null;
  /** The month in which its limits began anew, YYYY-MM; null where they never did. */
  rebased: string | null;
  verdict: 'ordinary' | 'better' | 'worse' | 'changed' | 'too_few' | 'unfinished' | 'before_window';
}

/** A series with what is to be known of it as a whole. */
export interface JudgedSeries {
  points: readonly JudgedPoint[];
  chart: 'p' | 'p_prime' | 'u' | 'u_prime' | 'xmr' | null;
  dispersion: number;
  /** How many months make the limits. */
  judged: number;
  isFirm: boolean;
  seriesRules: readonly string[];
  assurance: 'met' | 'missed' | 'unsure' | null;
  target: number | undefined;
}
