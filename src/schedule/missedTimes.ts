import type {Journal} from '../run/journal.ts';
import {latestTimes, type Schedule} from './schedule.ts';

/** How many missed times are told at once at most: the latest. */
export const MOST_TOLD = 100;

/** The times of a schedule since the last run, or the last one that is known as missed, at which no run was made. */
export function missedTimes(schedule: Schedule, {runs, missed}: Journal, at: Date): Date[] {
  const last = [runs.at(-1)?.started_at, missed.at(-1)?.times.at(-1)].filter((time) => time !== undefined);
  if (last.length === 0) return [];
  const since = new Date(Math.max(...last.map((time) => Date.parse(time))));
  return latestTimes(schedule, since, at, MOST_TOLD);
}
