import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {RandomStream} from './randomStream.ts';

/** How far a case reaches: which share of the customers say the same, where somebody knows, and whether it is about a leader. */
export function reachOf(company: Company, each: ComplaintCase): {share: string | null; isAboutLeader: boolean} {
  const {reach} = company.process;
  const stream = new RandomStream(company.profile.seed, 'reach', each.key);
  if (!reach || each.kind !== 'complaint') return {share: null, isAboutLeader: false};
  const isKnown = stream.chance(reach.share_known);
  const usual = Math.min(stream.logNormal(reach.usual.median, reach.usual.spread), 0.4);
  const share = stream.chance(reach.share_wide) ? 0.5 + 0.4 * stream.uniform() : usual;
  return {share: isKnown ? share.toFixed(2) : null, isAboutLeader: stream.chance(reach.share_leader)};
}
