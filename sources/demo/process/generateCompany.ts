import type {GeneratedFile} from '../generatedFile.ts';
import {type CaseEvent, caseEvents} from './caseEvents.ts';
import {type CaseHistory, caseHistory} from './caseHistory.ts';
import {casesBetween} from './casesBetween.ts';
import {caseSurvey} from './caseSurvey.ts';
import type {Company} from './company.ts';
import {COMPLAINT_COLUMNS} from './complaintRow.ts';
import {complaintRows, eventRows, surveyRows} from './fileRows.ts';
import {EVENT_COLUMNS} from './eventRow.ts';
import {localTime, type LocalTime, monthOf, monthText, startOfMonth} from './localTime.ts';
import {periodicSurvey} from './periodicSurvey.ts';
import type {SurveyAnswer} from './surveyAnswer.ts';
import {SURVEY_COLUMNS} from './surveyRow.ts';

/** Cases received this many months before the first file may still move in it: they are worked out as well. */
const MONTHS_BEFORE = 3;

/**
 * What a company exported up to a moment: for the month of that moment and the whole months before it, a file of the
 * complaints received in it, one of the steps taken in it and one of the survey answers given in it. Nothing in them is
 * later than the moment.
 *
 * Steps and answers never change once their month is over. The register shows each case as it stands, so a month's
 * complaints change until its last case has been settled, which takes eleven weeks at most.
 */
export function* generateCompany(company: Company, asOf: Date): Iterable<GeneratedFile> {
  const until = localTime(asOf, company.profile.utc_offset_hours);
  const last = monthOf(until);
  const first = last - company.profile.months;
  const cases = casesBetween(company, startOfMonth(first - MONTHS_BEFORE), until);
  let events: CaseEvent[] = [];
  let answers: SurveyAnswer[] = [];
  for (let month = first - MONTHS_BEFORE; month <= last; month++) {
    const end = Math.min(startOfMonth(month + 1) - 1, until);
    const start = startOfMonth(month);
    const histories = cases
      .filter(({receivedAt}) => receivedAt >= start && receivedAt <= end)
      .map((each) => caseHistory(company, each));
    events = [...events, ...histories.flatMap((history) => caseEvents(company, history))];
    answers = [
      ...answers,
      ...histories.flatMap((history) => caseSurvey(company, history)),
      ...periodicSurvey(company, month)
    ];
    if (month >= first)
      yield* filesOf(company, monthText(month), until, {
        histories,
        events: events.filter(({at}) => at <= end),
        answers: answers.filter(({at}) => at <= end)
      });
    events = events.filter(({at}) => at > end);
    answers = answers.filter(({at}) => at > end);
  }
}

interface MonthOfCases {
  readonly histories: readonly CaseHistory[];
  readonly events: readonly CaseEvent[];
  readonly answers: readonly SurveyAnswer[];
}

function* filesOf(company: Company, name: string, until: LocalTime, month: MonthOfCases): Iterable<GeneratedFile> {
  const {histories, events, answers} = month;
  yield file(`complaints-${name}.csv`, COMPLAINT_COLUMNS, () => complaintRows(company, name, histories, until));
  yield file(`events-${name}.csv`, EVENT_COLUMNS, () => eventRows(company, name, events));
  yield file(`surveys-${name}.csv`, SURVEY_COLUMNS, () => surveyRows(company, name, answers));
}

/** A file whose rows are worked out when they are read, each time anew. */
function file(
  name: string,
  columns: readonly string[],
  rowsOf: () => Iterable<Readonly<Record<string, string | null>>>
): GeneratedFile {
  return {
    name,
    columns,
    rows: {
      *[Symbol.iterator]() {
        for (const row of rowsOf()) yield columns.map((column) => row[column] ?? null);
      }
    }
  };
}
