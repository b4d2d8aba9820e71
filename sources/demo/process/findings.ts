import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import type {Milestones} from './milestones.ts';
import {RandomStream} from './randomStream.ts';

export interface Cause {
  readonly direct: string;
  readonly indirect: string;
  readonly root: string;
}

/** What the company found out about a case and how it ended. */
export interface Findings {
  readonly outcome: string;
  readonly responsibility: string;
  readonly invalidReason: string;
  readonly satisfaction: number;
  readonly compensation?: string;
  readonly cause?: Cause;
}

/** The findings on a case, as they stand at its end; whether they are known yet is for the reader to ask. */
export function findings(company: Company, each: ComplaintCase, way: Milestones): Findings {
  const {process, profile} = company;
  const stream = new RandomStream(profile.seed, 'findings', each.key);
  const cause = causeOf(company, each, stream);
  const outcome = stream.weighted(process.outcomes);
  const {compensation} = process;
  const isCompensated = stream.chance(compensation.share);
  const amount = (Math.round(stream.logNormal(compensation.median, compensation.spread) / 10) * 10).toFixed(2);
  return {
    outcome,
    responsibility: stream.weighted(process.responsibilities),
    invalidReason: stream.weighted(process.invalid_reasons),
    satisfaction: satisfaction(company, outcome, way, stream),
    ...(isCompensated && {compensation: amount}),
    ...(cause && {cause})
  };
}

function causeOf({causes}: Company, each: ComplaintCase, stream: RandomStream): Cause | undefined {
  const isCoded = !stream.chance(causes.not_coded);
  const drawn = stream.pickByWeight(causes.chains, ({weight, categories}) =>
    categories.includes(each.category) ? weight : 0
  );
  const root = each.outbreakRoot;
  if (root !== undefined) return causes.chains.find((chain) => chain.root === root);
  return isCoded ? drawn : undefined;
}

/** How satisfied the customer is, 1 to 5. */
function satisfaction({process}: Company, outcome: string, way: Milestones, stream: RandomStream): number {
  const {start, spread, late, reopened, outcomes} = process.satisfaction;
  const isLate = way.dueAt !== undefined && way.resolvedAt !== undefined && way.resolvedAt > way.dueAt;
  const level = start - (isLate ? late : 0) - (way.reopening ? reopened : 0) - (outcomes[outcome] ?? 0);
  return Math.min(5, Math.max(1, Math.round(level + spread * stream.normal())));
}
