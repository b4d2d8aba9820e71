import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {calendarMonth, monthOf, yearOf} from './localTime.ts';

/**
 * Who stands in for the usual handler: somebody takes the first two complaints of a department in one month of the year.
 * `ordinal` counts the department's cases of that kind in the month, from 1.
 */
export function standIn({truths}: Company, each: ComplaintCase, ordinal: number): string | undefined {
  const month = monthOf(each.receivedAt);
  if (each.kind !== 'complaint' || ordinal > 2) return undefined;
  return truths.two_case_handlers.find(
    (person) =>
      person.department === each.department &&
      person.month === calendarMonth(month) &&
      person.year_modulo_4 === yearOf(month) % 4
  )?.handler;
}

/** Whether a name is that of a stand-in; the rows of their two cases are kept clean, so that two remain two. */
export function isStandIn({truths}: Company, handler: string): boolean {
  return truths.two_case_handlers.some((person) => person.handler === handler);
}
