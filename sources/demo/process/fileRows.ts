import type {CaseEvent} from './caseEvents.ts';
import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import {complaintRow} from './complaintRow.ts';
import {asWritten, type Row} from './dirtyRows.ts';
import {eventRow} from './eventRow.ts';
import type {LocalTime} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {isStandIn} from './standIn.ts';
import type {SurveyAnswer} from './surveyAnswer.ts';
import {surveyRow} from './surveyRow.ts';

const COMPLAINT = {number: '投诉编号', time: '受理时间', channel: '渠道', amount: '补偿金额'};
const EVENT = {number: '投诉编号', time: '时间'};
const SURVEY = {number: '答卷编号', time: '填写时间', score: '得分'};

/** The rows of a month's complaints in the order of receipt, with what was known at a moment. */
export function* complaintRows(
  company: Company,
  month: string,
  histories: readonly CaseHistory[],
  asOf: LocalTime
): Iterable<Row> {
  const stream = new RandomStream(company.profile.seed, 'dirt', 'complaints', month);
  for (const history of histories) {
    const row = complaintRow(company, history, asOf);
    if (isStandIn(company, history.case.handler)) yield row;
    else yield* asWritten(company, 'complaints', COMPLAINT, row, stream);
  }
}

/** The rows of a month's process log in order of time. */
export function* eventRows(company: Company, month: string, events: readonly CaseEvent[]): Iterable<Row> {
  const stream = new RandomStream(company.profile.seed, 'dirt', 'events', month);
  for (const event of events.toSorted((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1))) {
    yield* asWritten(company, 'events', EVENT, eventRow(event), stream);
  }
}

/** The rows of a month's survey answers in order of time. */
export function* surveyRows(company: Company, month: string, answers: readonly SurveyAnswer[]): Iterable<Row> {
  const stream = new RandomStream(company.profile.seed, 'dirt', 'surveys', month);
  for (const answer of answers.toSorted((a, b) => a.at - b.at || (a.number < b.number ? -1 : 1))) {
    yield* asWritten(company, 'surveys', SURVEY, surveyRow(answer), stream);
  }
}
