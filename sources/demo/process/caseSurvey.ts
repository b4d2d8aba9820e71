import {businessMoment} from './businessMoment.ts';
import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import {DAY} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';
import {answerEntries, scored} from './surveyAnswer.ts';

/** What the customer of a solved case answered afterwards, one answer per question; nothing from most. */
export function caseSurvey(company: Company, {case: each, way, findings}: CaseHistory): Entry[] {
  const survey = company.surveys?.after_case;
  const stream = new RandomStream(company.profile.seed, 'case survey', each.key);
  if (!survey || way.resolvedAt === undefined || !stream.chance(survey.share)) return [];
  const questionnaire = {
    number: each.number,
    at: businessMoment(company, way.closedAt + Math.min(stream.logNormal(survey.days, 0.7), 12) * DAY, stream),
    survey: survey.name,
    method: stream.weighted(survey.methods),
    department: each.department,
    service: each.service,
    caseNumber: each.number
  };
  const answers = Object.entries(survey.items).map(([item, shift]) => ({
    item,
    ...scored(company, findings.satisfaction + shift, stream)
  }));
  return answerEntries(questionnaire, answers);
}
