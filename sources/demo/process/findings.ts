import type {Cause} from './cause.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import type {Milestones} from './milestones.ts';
import {RandomStream} from './randomStream.ts';

/** What the company found out about a case and how it ended. */
export interface Findings {
  readonly outcome: string;
  readonly responsibility: string;
  readonly invalidReason: string;
  /** Who judged that the case does not stand. */
  readonly judge: string;
  readonly satisfaction: number;
  readonly compensation?: string;
  readonly cause?: Cause;
}

/** The findings on a case, as they stand at its end; whether they are known yet is for the reader to ask. */
export function findings(company: Company, each: ComplaintCase, way: Milestones): Findings {
  const {process, profile, departments, causes} = company;
  const stream = new RandomStream(profile.seed, 'findings', each.key);
  const isCoded = each.isOfOutbreak || !stream.chance(causes.not_coded);
  const outcome = stream.weighted(process.outcomes);
  const {compensation, validity} = process;
  const isCompensated = stream.chance(compensation.share);
  const isZeroNoted = stream.chance(compensation.share_zero_noted);
  const amount = (Math.round(stream.logNormal(compensation.median, compensation.spread) / 10) * 10).toFixed(2);
  const isJudgedByHotline = stream.chance(validity.share_judged_by_hotline);
  return {
    outcome,
    responsibility: stream.weighted(process.responsibilities),
    invalidReason: stream.weighted(validity.reasons),
    judge: isJudgedByHotline ? stream.pick(departments.hotline.staff) : each.handler,
    satisfaction: satisfaction(company, outcome, way, stream),
    ...((isCompensated || isZeroNoted) && {compensation: isCompensated ? amount : '0.00'}),
    ...(isCoded && {cause: each.cause})
  };
}

/** How satisfied the customer is, 1 to 5. */
function satisfaction({process}: Company, outcome: string, way: Milestones, stream: RandomStream): number {
  const {start, spread, late, reopened, outcomes} = process.satisfaction;
  const isLate = way.dueAt !== undefined && way.resolvedAt !== undefined && way.resolvedAt > way.dueAt;
  const level = start - (isLate ? late : 0) - (way.reopening ? reopened : 0) - (outcomes[outcome] ?? 0);
  return Math.min(5, Math.max(1, Math.round(level + spread * stream.normal())));
}
