import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Period} from '../figures/period.ts';
import type {Report} from './component.ts';

/** The version of the policy by which the cards of a period are made. */
export function appraisalRules({figures}: Report, period: Period): PolicyVersion | undefined {
  return figures.data.policy.versions
    .toSorted((a, b) => (a.effective_from < b.effective_from ? -1 : 1))
    .findLast(({effective_from}) => effective_from <= period.start);
}
