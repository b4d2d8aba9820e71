/** What the clock on the wall shows, in milliseconds since 1970 as if the wall stood in Greenwich. */
export type LocalTime = number;

/** Months since year 0: 2024-03 is 2024 · 12 + 2. */
export type Month = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The wall clock in a place that is a fixed number of hours ahead of UTC. */
export function localTime(instant: Date, utcOffsetHours: number): LocalTime {
  return instant.getTime() + utcOffsetHours * HOUR;
}

export function startOfDay(at: LocalTime): LocalTime {
  return Math.floor(at / DAY) * DAY;
}

export function monthOf(at: LocalTime): Month {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export function startOfMonth(month: Month): LocalTime {
  return Date.UTC(Math.floor(month / 12), month % 12, 1);
}

export function yearOf(month: Month): number {
  return Math.floor(month / 12);
}

/** The month of the calendar, 1 to 12. */
export function calendarMonth(month: Month): number {
  return (month % 12) + 1;
}

/** `2024-03` */
export function monthText(month: Month): string {
  return `${yearOf(month)}-${String(calendarMonth(month)).padStart(2, '0')}`;
}

/** Reads `2024-03`. */
export function parseMonth(text: string): Month {
  return monthOf(Date.parse(`${text}-01T00:00:00Z`));
}

const dateTexts = new Map<LocalTime, string>();

/** `2024-03-05` */
export function dateText(at: LocalTime): string {
  const day = startOfDay(at);
  const text = dateTexts.get(day) ?? new Date(day).toISOString().slice(0, 10);
  dateTexts.set(day, text);
  return text;
}

/** `2024-03-05 09:12:33` */
export function dateTimeText(at: LocalTime): string {
  const second = Math.floor((at - startOfDay(at)) / 1000);
  return `${dateText(at)} ${twoDigits(second / 3600)}:${twoDigits((second / 60) % 60)}:${twoDigits(second % 60)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${Math.floor(value)}` : String(Math.floor(value));
}

/** `2024/3/5 9:12`, as a spreadsheet shows it. */
export function slashText(at: LocalTime): string {
  const date = new Date(at);
  const day = `${date.getUTCFullYear()}/${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
  return `${day} ${date.getUTCHours()}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
}

/** A moment as it is written, if it had come by then. */
export function knownTime(at: LocalTime | undefined, asOf: LocalTime): string | null {
  return at !== undefined && at <= asOf ? dateTimeText(at) : null;
}
