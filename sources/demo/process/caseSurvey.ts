import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import {wholeSecond} from './businessMoment.ts';
import {DAY} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {scored, type SurveyAnswer} from './surveyAnswer.ts';

/** What the customer of a solved case answered afterwards, one answer per question; nothing from most. */
export function caseSurvey(company: Company, {case: each, way, findings}: CaseHistory): SurveyAnswer[] {
  const {case_survey: survey} = company.process;
  const stream = new RandomStream(company.profile.seed, 'case survey', each.key);
  if (way.resolvedAt === undefined || !stream.chance(survey.share)) return [];
  const questionnaire = {
    at: wholeSecond(way.closedAt + Math.min(stream.logNormal(survey.days, 0.7), 12) * DAY),
    survey: survey.name,
    method: stream.weighted(survey.methods),
    department: each.department,
    service: each.service,
    caseNumber: each.number
  };
  return Object.entries(survey.items).map(([item, shift], i) => ({
    ...questionnaire,
    number: `${each.number}-${i + 1}`,
    item,
    ...scored(company, findings.satisfaction + shift, stream)
  }));
}
