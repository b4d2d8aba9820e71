import {WEEKDAYS, type Calendar} from '../../pipelines/calendars/schema.ts';

/**
 * Whether people work on a day (YYYY-MM-DD). In a year that the calendar lacks, all days work but weekends and fixed
 * holidays.
 */
export function isWorkday(calendar: Calendar, day: string): boolean {
  const listed = Object.values(calendar.years);
  if (listed.some(({workdays}) => workdays.includes(day))) return true;
  if (listed.some(({holidays}) => holidays.some(({from, to = from}) => from <= day && day <= to))) return false;
  if (calendar.weekend.includes(weekdayOf(day))) return false;
  return isKnown(calendar, day) || !calendar.fixed_holidays.includes(day.slice(5));
}

/** Whether the year of a day (YYYY-MM-DD) stands in the calendar. */
export function isKnown(calendar: Calendar, day: string): boolean {
  return Object.hasOwn(calendar.years, day.slice(0, 4));
}

/** The day of the week of a day (YYYY-MM-DD). */
export function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}
