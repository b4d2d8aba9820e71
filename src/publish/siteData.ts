import type {Policy} from '../../pipelines/policies/schema.ts';
import type {SignalSettings} from '../methods/signals.ts';
import type {SitePerformance} from './sitePerformance.ts';
import type {SiteReport} from './siteReport.ts';

/** A text in each of the site's languages. */
export interface LocalText {
  'zh-CN': string;
  en: string;
}

export type Locale = keyof LocalText;
export type Grain = 'week' | 'month' | 'quarter' | 'year';
/** The dimensions by which pages tell of every period; by the others they tell of the one in which a figure is read. */
export const PERIOD_DIMENSIONS = ['department', 'category', 'cause_root'] as const;

/** The grains that have pages. */
export type ReportGrain = Exclude<Grain, 'week'>;

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
  /** The KPI of whose duration this is a further quantile. */
  quantile_of?: string;
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

/** One run. Times are local, YYYY-MM-DD HH:MM; without an end it was killed, or goes on. */
export interface SiteRun {
  id: number;
  started_at: string;
  seconds: number | null;
  trigger: 'hand' | 'schedule' | 'catch_up';
  state: 'running' | 'done' | 'unchanged' | 'failed' | 'interrupted';
  rows_read: number;
  loaded: number;
  unchanged: number;
  quarantined: number;
}

/** What became of one source in the latest run that came to its sources. */
export interface SiteSource {
  source: string;
  state: 'read' | 'unchanged' | 'failed';
  /** Why it failed. */
  message: string | null;
  /** When it was last read without failure, local; the seconds from then until the run began are the age of its data. */
  read_at: string | null;
  age_seconds: number | null;
  seconds: number;
  retries: readonly {reason: string; times: number}[];
  /** Records by the source's own count and by ours. */
  counts: readonly {record: string; theirs: number; ours: number}[];
  notes: readonly string[];
}

/** What an operator sees: how runs went, and what is due. */
export interface SiteOperations {
  /** The latest ones, the last one first. */
  runs: SiteRun[];
  sources: SiteSource[];
  /** Scheduled times at which no run was made, local, the last one first. */
  missed: string[];
}

/** One row of marts.latest_figures: the period in which a figure is read where no other is named. */
export interface SiteLatest {
  kpi: string;
  grain: ReportGrain;
  period_start: string;
}

/** Whether a clause of the policy is kept: by the targets of its figures, and as far as they have values. */
export type DutyState = 'missed' | 'kept' | 'measured' | 'not_measurable';

/** One row of marts.duties; `position` is the clause's place in the policy's duties, from 1. */
export interface SiteDuty {
  position: number;
  state: DutyState;
}

/** One row of marts.duty_figures. Without a value there is a reason and no period. */
export interface SiteDutyFigure {
  position: number;
  kpi: string;
  grain: ReportGrain | null;
  period_start: string | null;
  verdict: DutyState;
  reason: 'no_records' | 'too_few_records' | null;
}

/**
 * The records that a figure counts in its latest period. `columns` name the values of each row: record_id, at, what the
 * KPI's kind takes of a record, and the dimensions that are not of people.
 */
export interface SiteRecords {
  kpi: string;
  grain: ReportGrain;
  period_start: string;
  /** How many there are; `rows` may hold fewer. */
  total: number;
  columns: string[];
  rows: (string | number | boolean | null)[][];
}

/** What is counted of complaints in the summary. */
export interface SummaryCounts {
  complaints: number;
  valid: number;
  done: number;
  on_time: number;
  late: number;
  recurring: number;
  reopened: number;
  escalated: number;
  compensation: number;
}

/** One row of marts.complaint_totals; `members` counts those of the dimension in that period, told here or not. */
export interface SummaryTotal extends SummaryCounts {
  grain: ReportGrain;
  period_start: string;
  dimension: 'all' | 'category' | 'department';
  member: string;
  members: number;
}

/** How many complaints of a category a department had. */
export interface SummaryCell {
  grain: ReportGrain;
  period_start: string;
  category: string;
  department: string;
  complaints: number;
}

/** One row of marts.fault_register. Times are local, YYYY-MM-DD HH:MM. */
export interface SiteFault {
  complaint_id: string;
  sheet_number: string | null;
  received_at: string;
  product: string | null;
  category: string | null;
  subcategory: string | null;
  severity: string | null;
  department: string | null;
  responsibility: string | null;
  cause_root: string | null;
  resolved_at: string | null;
  state: string | null;
  outcome: string | null;
  is_recurrence: boolean | null;
  is_reopened: boolean | null;
  nonconformance_id: string | null;
  defect: string | null;
  answered_at: string | null;
  closed_at: string | null;
}

/** The register of faults of one month. */
export interface SiteRegister {
  period_start: string;
  /** How many rows there are; `rows` may hold fewer. */
  total: number;
  rows: SiteFault[];
}

/** By which days the policy counts: the years that are known, each with the announcements that fix it. */
export interface SiteCalendar {
  id: string;
  title: LocalText;
  years: {year: string; notices: string[]}[];
}

/** Everything that the pages read: figures, and the records behind the latest of them; without persons, but for `performance`. */
export interface SiteData {
  pipeline: {name: string; title: LocalText; time_zone: string; locale: Locale};
  policy: Policy;
  calendar: SiteCalendar;
  /** `as_of` is local time of the pipeline, YYYY-MM-DD HH:MM. */
  run: {id: string; as_of: string; notices: LocalText[]};
  kpis: SiteKpi[];
  /** The settings by which marts.kpi_signals judges a series; null where there is no such mart. */
  signal_settings: SignalSettings | null;
  /** Changes of the work at which control limits begin anew; `month` is YYYY-MM. */
  process_changes: {month: string; kpis: string[]; what: LocalText}[];
  /** The dimensions that are not of people, `all` left out. */
  dimensions: {id: string; title: LocalText}[];
  values: KpiValue[];
  latest: SiteLatest[];
  duties: SiteDuty[];
  duty_states: {state: DutyState; clauses: number}[];
  duty_figures: SiteDutyFigure[];
  report: SiteReport;
  performance: SitePerformance;
  records: SiteRecords[];
  /** The figures whose records a page of analysis lists. */
  case_figures: string[];
  summary: {totals: SummaryTotal[]; cells: SummaryCell[]};
  register: SiteRegister[];
  operations: SiteOperations;
  intake: SiteIntake[];
  quarantine: SiteQuarantine[];
}
