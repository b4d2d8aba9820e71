/** A text in each of the site's languages. */
export interface LocalText {
  'zh-CN': string;
  en: string;
}

export type Locale = keyof LocalText;
export type Grain = 'week' | 'month' | 'quarter' | 'year';

/** How a KPI's value is to be printed. `percent`, `points`, `per_100` and `per_1000` are stored as fractions. */
export type Unit =
  | 'percent'
  | 'points'
  | 'count'
  | 'per_100'
  | 'per_1000'
  | 'per_week'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'score'
  | 'money';

/** The header of one file in pipelines/kpis, as pages need it. */
export interface SiteKpi {
  id: string;
  title: LocalText;
  kind: 'ratio' | 'mean' | 'rate' | 'sum' | 'count' | 'duration' | 'stock';
  of: string;
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
  /** What is counted, in words. */
  counts: LocalText;
  numerator?: LocalText;
  excludes?: LocalText;
  /** The clause of each written policy that asks for it, by policy id. */
  clause: Record<string, string>;
  /** KPIs to be read beside this one. */
  guards: string[];
  /** The denominator under which the value is withheld. */
  minimum: number;
  /** The query that returns the counted records. */
  sql: string;
}

/** One row of marts.kpi_values. `period_start` is a local date, YYYY-MM-DD. */
export interface KpiValue {
  kpi: string;
  grain: Grain;
  period_start: string;
  dimension: string;
  member: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  target: number | null;
  is_provisional: boolean;
  is_withheld: boolean;
}

/** What one run did with one record kind of one source. */
export interface SiteIntake {
  source: string;
  record: string;
  files: number;
  rows_read: number;
  loaded: number;
  unchanged: number;
  quarantined: number;
}

/** One reason for which rows were set aside, with how many. */
export interface SiteQuarantine {
  source: string;
  record: string;
  file: string;
  field: string | null;
  reason: string;
  rows: number;
}

/** Everything that the pages read. It holds figures only, no records. */
export interface SiteData {
  pipeline: {name: string; title: LocalText; time_zone: string; locale: Locale};
  policy: {id: string; title: LocalText};
  /** `as_of` is local time of the pipeline, YYYY-MM-DD HH:MM. */
  run: {id: string; as_of: string; notices: LocalText[]};
  kpis: SiteKpi[];
  /** The dimensions that hold at least one member, `all` left out. */
  dimensions: {id: string; title: LocalText}[];
  values: KpiValue[];
  intake: SiteIntake[];
  quarantine: SiteQuarantine[];
}
