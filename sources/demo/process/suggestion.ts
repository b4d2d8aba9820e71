import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {businessMoment} from './businessMoment.ts';
import {DAY, type LocalTime} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

export interface Decision {
  readonly at: LocalTime;
  readonly isAdopted: boolean;
  readonly reward?: string;
}

/** What was decided on a suggestion; nothing on other cases, and on suggestions that were left lying. */
export function decisionOn(company: Company, each: ComplaintCase, respondedAt: LocalTime): Decision | undefined {
  const {suggestions} = company.process;
  const stream = new RandomStream(company.profile.seed, 'suggestion', each.key);
  if (!suggestions || each.kind !== 'suggestion' || !stream.chance(suggestions.share_decided)) return undefined;
  const days = Math.min(stream.logNormal(suggestions.days.median, suggestions.days.spread), 60);
  const isAdopted = stream.chance(suggestions.share_adopted);
  const isRewarded = isAdopted && stream.chance(suggestions.share_rewarded);
  const reward = Math.ceil(stream.logNormal(suggestions.reward.median, suggestions.reward.spread) / 50) * 50;
  return {
    at: businessMoment(company, respondedAt + days * DAY, stream),
    isAdopted,
    ...(isRewarded && {reward: reward.toFixed(2)})
  };
}
