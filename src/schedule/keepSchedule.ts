import cron from 'node-cron';
import {now} from '../clock.ts';
import {MOST_TOLD} from './missedTimes.ts';
import {latestTimes, type Schedule} from './schedule.ts';

/** A scheduled time has come. */
export interface Due {
  readonly time: Date;
  /** Times that came before it and were not told of, because the machine slept or was too busy. */
  readonly earlier: readonly Date[];
  /** Whether its time has passed by more than a tick or two. */
  readonly isLate: boolean;
}

const LATE_MS = 2 * 60_000;

/**
 * Calls `due` when a time of the schedule comes, looking each minute. Times that pass while the process does not get to look
 * are told with the first one that it sees.
 *
 * @param due must not throw
 * @returns how to stop
 */
export function keepSchedule(schedule: Schedule, due: (due: Due) => void): () => Promise<void> {
  let seen = now();
  const task = cron.schedule(
    '* * * * *',
    () => {
      const at = now();
      const times = latestTimes(schedule, seen, at, MOST_TOLD);
      seen = at;
      const time = times.pop();
      if (time) due({time, earlier: times, isLate: at.getTime() - time.getTime() > LATE_MS});
    },
    {timezone: schedule.timeZone, suppressMissedWarning: true}
  );
  return async () => {
    await task.destroy();
  };
}
