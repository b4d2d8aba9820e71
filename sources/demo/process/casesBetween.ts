import {isPrevented} from './cause.ts';
import type {Company} from './company.ts';
import type {ComplaintCase, NumberedCase} from './complaintCase.ts';
import {dayVolume} from './dayVolume.ts';
import {calendarMonth, DAY, dateText, type LocalTime, monthOf, startOfDay, startOfMonth, yearOf} from './localTime.ts';
import {planCase} from './planCase.ts';
import {RandomStream} from './randomStream.ts';
import {returningCase} from './returningCase.ts';
import {sheetNumbering} from './sheetNumber.ts';
import {standIn} from './standIn.ts';

/**
 * All cases from the first day of a month to the end of a day, in the order of receipt, with their numbers. A case does
 * not depend on where the span begins or ends: customers who return are sought far enough before it, and sheets are
 * numbered from the beginning of the year.
 */
export function casesBetween(company: Company, from: LocalTime, until: LocalTime): NumberedCase[] {
  const longestReturn = 2 * (Math.ceil(company.profile.returning.longest_days) + 1) * DAY;
  const beginning = company.profile.sheet_numbers ? startOfMonth(12 * yearOf(monthOf(from))) : from;
  const cases: ComplaintCase[] = [];
  for (let day = beginning - longestReturn; day <= startOfDay(until); day += DAY) {
    for (const first of firstCasesOf(company, day)) {
      for (let next: ComplaintCase | undefined = first; next; next = returningCase(company, next)) cases.push(next);
    }
  }
  const end = startOfDay(until) + DAY;
  const within = cases.filter(({receivedAt}) => receivedAt >= beginning && receivedAt < end);
  within.sort((a, b) => a.receivedAt - b.receivedAt || (a.key < b.key ? -1 : 1));
  return numbered(company, within).filter(({receivedAt}) => receivedAt >= from);
}

function* firstCasesOf(company: Company, day: LocalTime): Iterable<ComplaintCase> {
  const {seed} = company.profile;
  const date = dateText(day);
  const count = new RandomStream(seed, 'day', date).poisson(dayVolume(company, day));
  for (let i = 0; i < count; i++) {
    const each = planCase(company, day, `${date}/${i}`);
    if (!isPrevented(company, each)) yield each;
  }
  for (const outbreak of company.truths.cause_outbreaks) {
    const age = calendarMonth(monthOf(day)) - outbreak.month;
    if (yearOf(monthOf(day)) % 4 !== outbreak.year_modulo_4 || age < 0 || age >= outbreak.months) continue;
    const extra = new RandomStream(seed, 'outbreak', date).poisson(outbreak.extra_per_day);
    for (let i = 0; i < extra; i++) yield planCase(company, day, `${date}/outbreak/${i}`, outbreak);
  }
}

function numbered(company: Company, cases: readonly ComplaintCase[]): NumberedCase[] {
  const counts = new Map<string, number>();
  const count = (what: string): number => {
    const next = (counts.get(what) ?? 0) + 1;
    counts.set(what, next);
    return next;
  };
  const sheetNumberOf = sheetNumbering(company);
  return cases.map((each) => {
    const date = dateText(each.receivedAt).replaceAll('-', '');
    const ordinal = count(`${each.department} ${each.kind} ${date.slice(0, 6)}`);
    const sheetNumber = sheetNumberOf(each);
    return {
      ...each,
      handler: standIn(company, each, ordinal) ?? each.handler,
      number: `${company.profile.case_number_prefix}${date}${String(count(date)).padStart(3, '0')}`,
      ...(sheetNumber !== undefined && {sheetNumber})
    };
  });
}
