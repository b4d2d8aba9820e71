import {WEEKDAYS, type Calendar} from '../../pipelines/calendars/schema.ts';
import {isWorkday, weekdayOf} from '../calendar/workday.ts';
import {suggestion} from '../config/nearest.ts';

const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
type Period = (typeof PERIODS)[number];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** Words of a schedule, such as `second working day of the month 09:00`: on which days, and at what time of day. */
export interface WorkdayRule {
  readonly hour: number;
  readonly minute: number;
  /** Whether the rule means a day, YYYY-MM-DD. */
  readonly isDay: (day: string) => boolean;
}

/**
 * Reads the words of a schedule.
 *
 * @returns undefined when the text is not in this form
 */
export function readWorkdayRule(text: string, calendar: Calendar): WorkdayRule | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  const form =
    /^(?:(every)|(last)|(\d+)(?:st|nd|rd|th)|([a-z]+)) working day(?: of the (\w+))? ([01]?\d|2[0-3]):([0-5]\d)$/;
  const match = form.exec(words);
  if (!match) return undefined;
  const [, every, last, digits, ordinal, periodWord, hour, minute] = match;
  const time = {hour: Number(hour), minute: Number(minute)};
  if (every !== undefined)
    return periodWord === undefined ? {...time, isDay: (day) => isWorkday(calendar, day)} : undefined;
  const period = PERIODS.find((one) => one === periodWord);
  const place = last === undefined ? (digits === undefined ? ORDINALS.indexOf(ordinal!) + 1 : Number(digits)) : 0;
  if (period === undefined || (place < 1 && last === undefined)) return undefined;
  return {...time, isDay: last === undefined ? isNth(place, period, calendar) : isLast(period, calendar)};
}

/** What is wrong with the words of a schedule: the first one that is unknown, with what may be meant. */
export function unknownWord(text: string): string | undefined {
  const known = ['every', 'last', ...ORDINALS, 'working', 'day', 'of', 'the', ...PERIODS];
  const words = text.trim().toLowerCase().split(/\s+/);
  const wrong = words.find((word) => /^[a-z]+$/.test(word) && !known.includes(word));
  return wrong === undefined ? undefined : `"${wrong}" is unknown${suggestion(wrong, known)}`;
}

function isNth(place: number, period: Period, calendar: Calendar): (day: string) => boolean {
  return (day) => {
    if (!isWorkday(calendar, day)) return false;
    let rank = 1;
    for (let one = daysAfter(day, -1); rank <= place && inSame(period, one, day); one = daysAfter(one, -1))
      if (isWorkday(calendar, one)) rank++;
    return rank === place;
  };
}

function isLast(period: Period, calendar: Calendar): (day: string) => boolean {
  return (day) => {
    if (!isWorkday(calendar, day)) return false;
    let one = daysAfter(day, 1);
    while (inSame(period, one, day) && !isWorkday(calendar, one)) one = daysAfter(one, 1);
    return !inSame(period, one, day);
  };
}

function inSame(period: Period, one: string, other: string): boolean {
  return periodOf(period, one) === periodOf(period, other);
}

/** The period that a day is in, named in a way of its own; weeks begin on Monday. */
function periodOf(period: Period, day: string): string {
  switch (period) {
    case 'week':
      return daysAfter(day, -WEEKDAYS.indexOf(weekdayOf(day)));
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** The day (YYYY-MM-DD) that is some days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
