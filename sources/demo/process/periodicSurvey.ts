import {businessMoment} from './businessMoment.ts';
import type {Company} from './company.ts';
import {type Customer, customerAt, placeOfCustomer} from './customer.ts';
import {
  calendarMonth,
  DAY,
  type LocalTime,
  knownTime,
  dateTimeText,
  type Month,
  monthText,
  startOfMonth,
  yearOf
} from './localTime.ts';
import {departmentFor} from './planCase.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';
import {type Answer, answerEntries, scored} from './surveyAnswer.ts';

type Periodic = NonNullable<NonNullable<Company['surveys']>['periodic']>;

/** The survey among all customers that is due in some months of the year: whom it asks, and what they answer. */
export function periodicSurvey(company: Company, month: Month): Entry[] {
  const survey = company.surveys?.periodic;
  if (!survey?.months.includes(calendarMonth(month)) || isForgotten(company, month)) return [];
  const invited = Object.entries(survey.methods).flatMap(([method, {asked}]) => Array<string>(asked).fill(method));
  return invited.flatMap((method, i) => {
    const stream = new RandomStream(company.profile.seed, 'periodic survey', monthText(month), i);
    const number = `${monthText(month).replace('-', '')}Q${String(i + 1).padStart(4, '0')}`;
    return invitationAndAnswers(company, survey, {month, method, number}, stream);
  });
}

/** Whether nobody thought of the survey in a year in which it was due. */
export function isForgotten({truths}: Company, month: Month): boolean {
  return truths.forgotten_survey?.year_modulo_3 === yearOf(month) % 3;
}

function invitationAndAnswers(
  company: Company,
  survey: Periodic,
  {month, method, number}: {month: Month; method: string; number: string},
  stream: RandomStream
): Entry[] {
  const way = survey.methods[method];
  const place = placeOfCustomer(company, stream);
  const customer = customerAt(company, place);
  const names = Object.keys(company.services);
  const service = stream.pickByWeight(names, (name) => company.services[name]?.weight ?? 0);
  const department = departmentFor(company, service, customer.district);
  const day = survey.from_day - 1 + survey.days * stream.uniform();
  const sentAt = businessMoment(company, startOfMonth(month) + day * DAY, stream);
  const isAnswered = stream.chance(way?.share_answered ?? 0);
  const isBlank = stream.chance(way?.share_blank ?? 0);
  const days = Math.min(stream.logNormal(way?.days.median ?? 1, way?.days.spread ?? 0), 40);
  const at = isAnswered || isBlank ? businessMoment(company, sentAt + days * DAY, stream) : undefined;
  const about = {survey: survey.name, method, department, service};
  const invitation = invitationEntry({...about, number, customer, sentAt, returnedAt: at});
  if (at === undefined || !isAnswered) return [invitation];
  const answers = answersOf(company, survey, department, month, stream);
  return [
    invitation,
    ...answerEntries({...about, number, at, invitation: number, customerNumber: customer.number}, answers)
  ];
}

interface Invitation {
  readonly number: string;
  readonly survey: string;
  readonly method: string;
  readonly department: string;
  readonly service: string;
  readonly customer: Customer;
  readonly sentAt: LocalTime;
  readonly returnedAt: LocalTime | undefined;
}

function invitationEntry({number, customer, sentAt, returnedAt, ...about}: Invitation): Entry {
  return {
    kind: 'survey_invitation',
    at: sentAt,
    order: number,
    row: (asOf) => ({
      invitation_id: number,
      sent_at: dateTimeText(sentAt),
      survey_id: about.survey,
      method: about.method,
      returned_at: knownTime(returnedAt, asOf),
      customer_id: customer.number,
      customer_name: customer.name,
      customer_phone: customer.mobile,
      customer_segment: customer.segment,
      department: about.department,
      product: about.service,
      region: customer.district
    })
  };
}

function answersOf(
  company: Company,
  survey: Periodic,
  department: string,
  month: Month,
  stream: RandomStream
): Answer[] {
  const {slow_department: slow, low_survey_items: low} = company.truths;
  const cost = department === slow.department ? slow.costs_satisfaction : 0;
  const level = survey.start - cost + 0.7 * stream.normal();
  const lowered = low.filter((one) => one.year_modulo_3 === yearOf(month) % 3 && one.month === calendarMonth(month));
  const scores = Object.entries(survey.items).map(([item, shift]) => {
    const costs = lowered.find((one) => one.item === item)?.costs ?? 0;
    return {item, ...scored(company, level + shift - costs, stream)};
  });
  if (survey.recommend_item === undefined) return scores;
  const likelihood = Math.min(10, Math.max(0, Math.round(2.1 * level - 0.8 + 1.1 * stream.normal())));
  return [...scores, {item: survey.recommend_item, likelihood}];
}
