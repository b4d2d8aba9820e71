import type {ReportGrain} from './siteData.ts';
import type {SiteUnit} from './siteReport.ts';

/** Whom a card is for: a department, or a member of staff. */
export type CardDimension = 'department' | 'handler';

interface OfPeriod {
  grain: ReportGrain;
  period_start: string;
}

interface OfUnit extends OfPeriod {
  dimension: CardDimension;
  member: string;
}

/** One row of marts.standing_cards: a card with the sum of its points. */
export interface SiteCard extends OfUnit {
  /** The role in which a person is compared. */
  role: string;
  /** The department of a person; a department's own name. */
  department: string;
  most_cases: number;
  heads: number;
  counted_heads: number;
  counted_weight: number;
  is_ruled: boolean;
  /** Null where the counted heads weigh too little. */
  points: number | null;
  full_points: number;
  is_provisional: boolean;
  /** The edition in which it was frozen. */
  edition: string | null;
}

/** One row of marts.standing_card_heads: a head of a card. Of one that is left out, only its counts are told. */
export interface SiteCardHead extends OfUnit {
  position: number;
  kpi: string;
  weight: number;
  used_weight: number | null;
  target: number;
  floor: number;
  minimum: number;
  attribution: 'record' | 'deadline' | 'time';
  count: number;
  total: number;
  value: number | null;
  low: number | null;
  high: number | null;
  adjusted: number | null;
  shrunk: number | null;
  centre: number | null;
  /** The limits of the funnel for so many cases, at 95 % and 99.8 %. */
  low95: number | null;
  high95: number | null;
  low998: number | null;
  high998: number | null;
  compared_units: number | null;
  verdict: 'as_expected' | 'look' | 'investigate' | 'cannot_tell' | null;
  direction: SiteUnit['direction'];
  earlier_count: number;
  earlier_total: number;
  is_left_out: boolean;
  /** What earned the points: its own figure, as it is or with its cases allowed for, or that of all peers. */
  basis: 'plain' | 'adjusted' | 'peers' | null;
  scored: number | null;
  achieved: number | null;
  points: number | null;
}

/** A figure to be read beside a head, of one unit or (`all`) of the whole. */
export interface SiteGuard extends OfPeriod {
  dimension: CardDimension | 'all';
  member: string;
  kpi: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/** One row of marts.conduct. */
export interface SiteConduct extends OfUnit {
  praises: number;
  commended: number;
  violations: number;
  fines: number;
}

/** One row of marts.ledger. Times are local, YYYY-MM-DD HH:MM. */
export interface SiteLedgerEntry extends OfPeriod {
  entry: string;
  kind: 'adjustment' | 'objection';
  record_id: string;
  kpi: string;
  ask: 'exclude' | 'in_favour' | 'reassign';
  dimension: CardDimension | null;
  member: string | null;
  asked_by: string;
  asked_at: string;
  reason: string;
  state: 'open' | 'granted' | 'refused' | 'void';
  void_reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
  decision_reason: string | null;
}

/** One row of marts.editions. `frozen_at` is local, YYYY-MM-DD HH:MM. */
export interface SiteEdition extends OfPeriod {
  edition: string;
  number: number;
  frozen_at: string;
  by: string | null;
  reason: string | null;
  sha256: string;
  is_latest: boolean;
  open_objections: number;
}

/** A figure of a frozen period, of the whole or of a department, that is another one today. */
export interface SiteRestatedFigure extends OfPeriod {
  kpi: string;
  dimension: string;
  member: string;
  published_value: number | null;
  present_value: number | null;
  is_redefined: boolean;
}

/** One row of marts.restated_cards. */
export interface SiteRestatedCard extends OfUnit {
  published_points: number | null;
  present_points: number | null;
}

/** One row of marts.restated_records. */
export interface SiteRestatedRecord extends OfPeriod {
  kpi: string;
  record_id: string;
  change: 'added' | 'removed' | 'changed';
}

/** One row of marts.restated_evidence: a case that counts to a head of a card in another way than it did. */
export interface SiteRestatedCase extends OfUnit {
  kpi: string;
  record_id: string;
  published_count: number;
  published_total: number;
  present_count: number;
  present_total: number;
  /** Of the ledger. */
  entry: string | null;
}

/** What the pages of performance draw. It names people: no other page may read it. */
export interface SitePerformance {
  cards: SiteCard[];
  heads: SiteCardHead[];
  guards: SiteGuard[];
  conduct: SiteConduct[];
  ledger: SiteLedgerEntry[];
  editions: SiteEdition[];
  restated_figures: SiteRestatedFigure[];
  restated_cards: SiteRestatedCard[];
  restated_records: SiteRestatedRecord[];
  restated_evidence: SiteRestatedCase[];
}
