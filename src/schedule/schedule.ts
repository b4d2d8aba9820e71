import {CronExpressionParser} from 'cron-parser';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {localTime} from '../calendar/localTime.ts';
import {messageOf} from '../config/problems.ts';
import {daysAfter, readWorkdayRule, unknownWord, type WorkdayRule} from './workdayRule.ts';

/** When a pipeline is to be run. */
export interface Schedule {
  /** As it was written. */
  readonly text: string;
  /** IANA zone. */
  readonly timeZone: string;
  /** Five cron fields, or what words mean. */
  readonly rule: string | WorkdayRule;
}

const EXAMPLES =
  'expected five cron fields such as "0 6 * * *", or words such as "every working day 08:30" or "first working day of the month 09:00"';

/** The longest wait between two days that words can mean, in days. */
const LONGEST_WAIT = 2 * 366;

/**
 * Reads a schedule: a cron expression, or words such as `last working day of the quarter 18:00`, whose working days are those
 * of a calendar.
 *
 * @param from the instant after which it has to give a time
 * @throws Error that tells what was expected and what was got.
 */
export function readSchedule(text: string, timeZone: string, calendar: Calendar, from: Date): Schedule {
  const rule = readWorkdayRule(text, calendar);
  if (rule) {
    const schedule = {text, timeZone, rule};
    if (!nextTime(schedule, from))
      throw new Error(`${EXAMPLES}, got "${text}", a day that does not come within two years; name an earlier one`);
    return schedule;
  }
  const fields = text.trim().split(/\s+/);
  const isCron = fields.length === 5 && /^[\d*]/.test(fields[0]!);
  const problem = isCron ? cronProblem(text.trim()) : (unknownWord(text) ?? '');
  if (problem !== undefined) throw new Error(`${EXAMPLES}, got "${text}"${problem === '' ? '' : `: ${problem}`}`);
  return {text, timeZone, rule: fields.join(' ')};
}

/**
 * The instants t of a schedule with after < t <= until, in their order. Where the wall clock leaps over a time, it is as much
 * later; where the clock shows a time twice, the first one counts.
 */
export function scheduledTimes(schedule: Schedule, after: Date, until: Date): Date[] {
  const times: Date[] = [];
  for (const time of timesAfter(schedule, after)) {
    if (time > until) break;
    times.push(time);
  }
  return times;
}

/** The last ones of `scheduledTimes`, found without going through all of them. */
export function latestTimes(schedule: Schedule, after: Date, until: Date, most: number): Date[] {
  for (let hours = 1; ; hours *= 4) {
    const from = new Date(Math.max(after.getTime(), until.getTime() - hours * 3_600_000));
    const times = scheduledTimes(schedule, from, until);
    if (times.length >= most || from <= after) return times.slice(-most);
  }
}

/** The first instant of a schedule after another; undefined when words give none within two years. */
export function nextTime(schedule: Schedule, after: Date): Date | undefined {
  return timesAfter(schedule, after).next().value;
}

/** Whether an instant is one of a schedule's times. */
export function isTimeOf(schedule: Schedule, at: Date): boolean {
  return nextTime(schedule, new Date(at.getTime() - 1))?.getTime() === at.getTime();
}

/** The times of a schedule, in their order; they end with a wait that is too long. */
function* timesAfter({rule, timeZone}: Schedule, after: Date): Generator<Date, undefined> {
  if (typeof rule === 'string') {
    const times = CronExpressionParser.parse(rule, {tz: timeZone, currentDate: after});
    for (;;) yield times.next().toDate();
  }
  let waited = 0;
  for (let day = localTime(after, timeZone).slice(0, 10); waited <= LONGEST_WAIT; day = daysAfter(day, 1)) {
    waited++;
    if (!rule.isDay(day)) continue;
    const time = timeOn(day, rule, timeZone);
    if (time <= after) continue;
    yield time;
    waited = 0;
  }
  return undefined;
}

/** The instant at which the wall clock shows a time of day. */
function timeOn(day: string, {hour, minute}: WorkdayRule, timeZone: string): Date {
  // No zone is farther from UTC than 14 hours.
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - 15 * 3_600_000);
  const [, month, date] = day.split('-').map(Number);
  const cron = [minute, hour, date, month, '*'].join(' ');
  return CronExpressionParser.parse(cron, {tz: timeZone, currentDate: before}).next().toDate();
}

function cronProblem(text: string): string | undefined {
  try {
    CronExpressionParser.parse(text, {tz: 'UTC'}).next();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}
