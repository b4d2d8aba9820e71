import type {Company} from './company.ts';
import {customerNumber, districtOf, placeOfCustomer} from './customer.ts';
import {calendarMonth, type Month, monthText, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {type Questionnaire, scored, type SurveyAnswer} from './surveyAnswer.ts';

/** The answers of a quarter's survey among all customers; none in the months between. */
export function periodicSurvey(company: Company, month: Month): SurveyAnswer[] {
  const survey = company.process.periodic_survey;
  if (!survey.months.includes(calendarMonth(month))) return [];
  return Array.from({length: survey.answers}, (_, i) => {
    const stream = new RandomStream(company.profile.seed, 'periodic survey', monthText(month), i);
    const number = `${monthText(month).replace('-', '')}Q${String(i + 1).padStart(4, '0')}`;
    return answersOf(company, number, questionnaire(company, month, stream), stream);
  }).flat();
}

function questionnaire(company: Company, month: Month, stream: RandomStream): Questionnaire {
  const {services, departments} = company;
  const survey = company.process.periodic_survey;
  const place = placeOfCustomer(company, stream);
  const names = Object.keys(services);
  const service = stream.pickByWeight(names, (name) => services[name]?.weight ?? 0);
  const district = departments.districts[districtOf(company, place)];
  const second = Math.floor((survey.from_day - 1 + survey.days * stream.uniform()) * 86_400);
  return {
    at: startOfMonth(month) + second * 1000,
    survey: survey.name,
    method: stream.weighted(survey.methods),
    department: services[service]?.department ?? district?.department ?? '',
    service,
    customerNumber: customerNumber(company, place)
  };
}

function answersOf(company: Company, number: string, given: Questionnaire, stream: RandomStream): SurveyAnswer[] {
  const {slow_department: slow} = company.truths;
  const survey = company.process.periodic_survey;
  const cost = given.department === slow.department ? slow.costs_satisfaction : 0;
  const level = survey.start - cost + 0.7 * stream.normal();
  const scores = Object.entries(survey.items).map(([item, shift], i) => ({
    ...given,
    number: `${number}-${i + 1}`,
    item,
    ...scored(company, level + shift, stream)
  }));
  const likelihood = Math.min(10, Math.max(0, Math.round(2.1 * level - 0.8 + 1.1 * stream.normal())));
  return [...scores, {...given, number: `${number}-${scores.length + 1}`, item: survey.recommend_item, likelihood}];
}
