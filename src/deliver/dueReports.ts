import {isOver, periodAround, periodOf, shiftPeriod, type Period} from '../../reports/figures/period.ts';
import {localTime} from '../calendar/localTime.ts';
import type {ReportGrain} from '../publish/siteData.ts';
import type {Journal} from '../run/journal.ts';
import {nextTime, type Schedule} from '../schedule/schedule.ts';
import type {Delivery} from './readDeliveries.ts';
import {sentTimes} from './sentTimes.ts';

/** A report that a reader should have by now. */
export interface DueReport {
  readonly delivery: Delivery;
  readonly period: Period;
}

/**
 * The reports that scheduled readers should have by a time and have not got. A report is due from the first time of the schedule after
 * its period ended until the next one is. A reader whom the journal does not know, or came to know later, gets no old reports.
 */
export function dueReports(deliveries: readonly Delivery[], journal: Journal, at: Date): DueReport[] {
  return deliveries.flatMap((delivery) => {
    const {schedule, reader, reports} = delivery;
    const added = journal.readers.find((one) => one.reader === reader);
    if (!schedule || !added) return [];
    return reports.flatMap((grain) => {
      const latest = latestDue(grain, schedule, at);
      if (!latest || latest.time < new Date(added.at)) return [];
      return sentTimes(journal, reader, latest.period.id).length > 0 ? [] : [{delivery, period: latest.period}];
    });
  });
}

/** The latest period whose time has come, with that time. */
function latestDue(grain: ReportGrain, schedule: Schedule, at: Date): {period: Period; time: Date} | undefined {
  const day = localTime(at, schedule.timeZone).slice(0, 10);
  const current = periodAround(periodOf('month', `${day.slice(0, 7)}-01`), grain);
  for (const steps of [-1, -2]) {
    const period = shiftPeriod(current, steps);
    const time = firstTimeAfter(period, schedule);
    if (time && time <= at) return {period, time};
  }
  return undefined;
}

/** The first time of a schedule at which a period is over. */
function firstTimeAfter(period: Period, schedule: Schedule): Date | undefined {
  // No zone is farther from UTC than 14 hours.
  let time = nextTime(schedule, new Date(Date.parse(`${shiftPeriod(period, 1).start}T00:00:00Z`) - 15 * 3_600_000));
  while (time && !isOver(period, localTime(time, schedule.timeZone))) time = nextTime(schedule, time);
  return time;
}
