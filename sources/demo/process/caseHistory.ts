import type {Company} from './company.ts';
import type {NumberedCase} from './complaintCase.ts';
import {type Findings, findings} from './findings.ts';
import {type Milestones, milestones} from './milestones.ts';

/** A case with its whole way and its end. Some of it may lie in the future: whoever writes it out leaves that away. */
export interface CaseHistory {
  readonly case: NumberedCase;
  readonly way: Milestones;
  readonly findings: Findings;
}

/** Works out what becomes of a case. */
export function caseHistory(company: Company, each: NumberedCase): CaseHistory {
  const way = milestones(company, each);
  return {case: each, way, findings: findings(company, each, way)};
}
