import type {Company} from './company.ts';
import {dateTimeText, type LocalTime} from './localTime.ts';
import {remark} from './narrative.ts';
import type {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';

/** What all answers of one customer to a survey have in common. */
export interface Questionnaire {
  /** Its answers are numbered behind it. */
  readonly number: string;
  readonly at: LocalTime;
  readonly survey: string;
  readonly method: string;
  readonly department: string;
  readonly service: string;
  readonly invitation?: string;
  readonly caseNumber?: string;
  readonly customerNumber?: string;
}

/** One answer: a score of 1 to 5, or a likelihood of 0 to 10. */
export interface Answer {
  readonly item: string;
  readonly score?: number;
  readonly likelihood?: number;
  readonly comment?: string | null;
}

/** The answers of one customer, one record each. */
export function answerEntries(given: Questionnaire, answers: readonly Answer[]): Entry[] {
  return answers.map(({item, score, likelihood, comment}, i): Entry => {
    const row = {
      response_id: `${given.number}-${i + 1}`,
      answered_at: dateTimeText(given.at),
      survey_id: given.survey,
      invitation_id: given.invitation ?? null,
      item,
      score: score === undefined ? null : String(score),
      scale_low: score === undefined ? null : '1',
      scale_high: score === undefined ? null : '5',
      likelihood_to_recommend: likelihood === undefined ? null : String(likelihood),
      method: given.method,
      complaint_id: given.caseNumber ?? null,
      customer_id: given.customerNumber ?? null,
      department: given.department,
      product: given.service,
      comment: comment ?? null
    };
    return {kind: 'survey_response', at: given.at, order: row.response_id, row: () => row};
  });
}

/** A score around a level, with a comment from some. */
export function scored(company: Company, level: number, stream: RandomStream): {score: number; comment: string | null} {
  const {share, high, low} = company.narrative.comments;
  const score = Math.min(5, Math.max(1, Math.round(level + 0.5 * stream.normal())));
  const isCommented = stream.chance(share);
  return {score, comment: isCommented ? remark(company, score >= 4 ? high : low, stream) : null};
}
