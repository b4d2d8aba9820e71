import cron from 'node-cron';
import {ProblemsError} from '../config/problems.ts';

/** Something to do at the times of a cron expression. */
export interface Scheduled {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly work: () => Promise<void>;
}

/** Does each piece of work at its times, never twice at once. Returns how to stop. Throws a ProblemsError for a bad expression. */
export function keepSchedule(all: readonly Scheduled[]): () => Promise<void> {
  const bad = all.filter(({expression}) => !cron.validate(expression));
  if (bad.length > 0) {
    throw new ProblemsError(
      bad.map(({name, expression}) => `${name}, schedule: "${expression}" is no cron expression such as "0 6 * * *"`)
    );
  }
  const tasks = all.map(({name, expression, timeZone, work}) =>
    cron.schedule(expression, work, {name, timezone: timeZone, noOverlap: true})
  );
  return async () => {
    for (const task of tasks) await task.stop();
  };
}
