import {basename} from 'node:path';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {weekdayOf} from './workday.ts';

/** All mistakes of a calendar that came from a file, as `path: what, got value; remedy`. */
export function calendarProblems(calendar: Calendar, path: string): string[] {
  const problems: string[] = [];
  const name = basename(path).replace(/\.ya?ml$/, '');
  if (calendar.id !== name) problems.push(`id: expected the file's name "${name}", got "${calendar.id}"`);
  for (const [year, {holidays, workdays}] of Object.entries(calendar.years)) {
    holidays.forEach(({from, to = from}, i) => {
      const at = `years.${year}.holidays.${String(i)}`;
      if (to < from) problems.push(`${at}.to: a holiday can't end before it begins on ${from}, got "${to}"`);
      else if (!belongs(from, year) || !to.startsWith(year))
        problems.push(`${at}: ${from} to ${to} does not lie in ${year}; list it under its own year`);
    });
    workdays.forEach((day, i) => {
      const at = `years.${year}.workdays.${String(i)}`;
      if (!belongs(day, year)) problems.push(`${at}: ${day} does not lie in ${year}; list it under its own year`);
      if (!calendar.weekend.includes(weekdayOf(day)))
        problems.push(`${at}: ${day} is a ${weekdayOf(day)}, on which people work anyway; take it out`);
      if (workdays.indexOf(day) < i) problems.push(`${at}: ${day} stands twice; take one out`);
      const holiday = holidays.find(({from, to = from}) => from <= day && day <= to);
      if (holiday) problems.push(`${at}: ${day} is also a holiday (${holiday.name}); take it out of one`);
    });
  }
  return problems;
}

/** Whether a day may be announced with a year: it lies in it, or in the December before. */
function belongs(day: string, year: string): boolean {
  return day.startsWith(year) || day.startsWith(`${String(Number(year) - 1)}-12`);
}
