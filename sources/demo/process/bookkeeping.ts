import {caseHistory} from './caseHistory.ts';
import {caseSurvey} from './caseSurvey.ts';
import type {Company} from './company.ts';
import type {NumberedCase} from './complaintCase.ts';
import {complaintEntry} from './complaintEntry.ts';
import {departmentRows} from './departmentRows.ts';
import {eventEntries} from './eventEntries.ts';
import {exposureEntries} from './exposureEntries.ts';
import type {LocalTime, Month} from './localTime.ts';
import {measureEntries} from './measureEntries.ts';
import {nonconformanceEntries} from './nonconformanceEntries.ts';
import {periodicSurvey} from './periodicSurvey.ts';
import type {Entry, Row} from './row.ts';
import {serviceOrderEntries} from './serviceOrderEntries.ts';
import {staffRows} from './staffRows.ts';
import {violationEntries} from './violationEntries.ts';

/** All that a case leaves behind in the books, in whatever month it happens. */
export function caseEntries(company: Company, each: NumberedCase): Entry[] {
  const history = caseHistory(company, each);
  return [
    complaintEntry(company, history),
    ...eventEntries(company, history),
    ...caseSurvey(company, history),
    ...nonconformanceEntries(company, history),
    ...violationEntries(company, history)
  ];
}

/** All that a month brings beside its cases. */
export function monthEntries(company: Company, month: Month, until: LocalTime): Entry[] {
  return [
    ...periodicSurvey(company, month),
    ...measureEntries(company, month),
    ...serviceOrderEntries(company, month, until),
    ...exposureEntries(company, month, until)
  ];
}

/** The rows of a book that is kept as it stands, without months. Throws for a record kind that has none. */
export function standingRows(company: Company, kind: string, until: LocalTime): Row[] {
  if (kind === 'staff') return staffRows(company, until);
  if (kind === 'department') return departmentRows(company);
  throw new Error(`source.yaml, records.${kind}.files: no * for the month in the name`);
}
