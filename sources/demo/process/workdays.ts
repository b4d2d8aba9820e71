import type {Company} from './company.ts';
import {DAY, dateText, type LocalTime, monthOf, startOfDay, yearOf} from './localTime.ts';
import {springFestival} from './springFestival.ts';

const ends = new WeakMap<Company, Map<string, LocalTime>>();

/**
 * The last second of the n-th working day after the day of a moment. Roughly: holidays have fixed lengths and nobody makes up
 * for them. It only decides who hurries; what is on time, the policy's own calendar says.
 */
export function endOfWorkday(company: Company, at: LocalTime, count: number): LocalTime {
  const known = ends.get(company) ?? new Map<string, LocalTime>();
  ends.set(company, known);
  const key = `${startOfDay(at)} ${count}`;
  const end = known.get(key) ?? search(company, startOfDay(at), count);
  known.set(key, end);
  return end;
}

function search(company: Company, from: LocalTime, count: number): LocalTime {
  let day = from;
  for (let rest = count; rest > 0;) {
    day += DAY;
    if (isWorkday(company, day)) rest--;
  }
  return day + DAY - 1000;
}

function isWorkday({profile}: Company, day: LocalTime): boolean {
  const weekday = new Date(day).getUTCDay();
  const [first, last] = profile.holidays.spring_festival;
  const distance = Math.round((day - springFestival(yearOf(monthOf(day)))) / DAY);
  const isFestival = first <= distance && distance <= last;
  return weekday !== 0 && weekday !== 6 && !isFestival && !profile.holidays.fixed.includes(dateText(day).slice(5));
}
