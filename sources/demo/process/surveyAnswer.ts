import type {Company} from './company.ts';
import type {LocalTime} from './localTime.ts';
import {remark} from './narrative.ts';
import type {RandomStream} from './randomStream.ts';

/** What a survey says about all its answers: where and how it was asked. */
export interface Questionnaire {
  readonly at: LocalTime;
  readonly survey: string;
  readonly method: string;
  readonly department: string;
  readonly service: string;
  readonly caseNumber?: string;
  readonly customerNumber?: string;
}

/** One question and what was said to it: a score of 1 to 5, or a likelihood of 0 to 10. */
export interface SurveyAnswer extends Questionnaire {
  readonly number: string;
  readonly item: string;
  readonly score?: number;
  readonly likelihood?: number;
  readonly comment?: string | null;
}

/** A score around a level, with a comment from some. */
export function scored(company: Company, level: number, stream: RandomStream): {score: number; comment: string | null} {
  const {share, high, low} = company.narrative.comments;
  const score = Math.min(5, Math.max(1, Math.round(level + 0.5 * stream.normal())));
  const isCommented = stream.chance(share);
  return {score, comment: isCommented ? remark(company, score >= 4 ? high : low, stream) : null};
}
