import {existsSync} from 'node:fs';
import {isOver, type Period} from '../../reports/figures/period.ts';
import {now} from '../clock.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {messageOf} from '../config/problems.ts';
import type {Log} from '../log/log.ts';
import {appendEvent, readJournal} from '../run/journal.ts';
import type {State} from '../run/state.ts';
import {keepSchedule} from '../schedule/keepSchedule.ts';
import {withCurrentReports, type CurrentReports} from './currentReports.ts';
import {deliverReport, type Outcome} from './deliverReport.ts';
import {dueReports} from './dueReports.ts';

interface Keeping {
  readonly pipeline: Pipeline;
  readonly state: State;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Whether a run begins or goes on at a time, after which deliveries are looked at anyway. */
  readonly isRunTime: (time: Date) => boolean;
}

export interface DeliveryKeeper {
  /** Sends what is due now. Does not throw, and does not send while an earlier one does. */
  readonly check: () => void;
  readonly stop: () => Promise<void>;
}

/** Sends reports when their time comes, and what is due when `check` is called. */
export function keepDeliveries(keeping: Keeping): DeliveryKeeper {
  const {pipeline, log, signal, isRunTime} = keeping;
  const orTell = (error: unknown) => {
    if (!signal.aborted) log.error(messageOf(error));
  };
  let latest = addReaders(keeping).catch(orTell);
  const check = () => {
    latest = latest.then(() => deliverDue(keeping)).catch(orTell);
  };
  const stops = pipeline.deliveries.flatMap(({schedule}) =>
    schedule
      ? [
          keepSchedule(schedule, ({time}) => {
            if (!isRunTime(time)) check();
          })
        ]
      : []
  );
  return {
    check,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
      await latest;
    }
  };
}

/** Tells the journal of scheduled readers whom it does not know: what is due from now on is for them. */
async function addReaders({pipeline, state}: Keeping): Promise<void> {
  const {readers} = await readJournal(state);
  for (const {reader, schedule} of pipeline.deliveries) {
    if (schedule && !readers.some((one) => one.reader === reader))
      await appendEvent(state, {event: 'reader_added', at: now().toISOString(), reader});
  }
}

/** Sends each report that is due to each reader who should have it. */
async function deliverDue({pipeline, state, log, signal}: Keeping): Promise<void> {
  signal.throwIfAborted();
  const due = dueReports(pipeline.deliveries, await readJournal(state), now());
  if (due.length === 0 || !existsSync(state.warehouse)) return;
  await withCurrentReports(pipeline, state, async (reports) => {
    for (const id of new Set(due.map(({period}) => period.id))) {
      const those = due.filter(({period}) => period.id === id);
      const {period} = those[0]!;
      if (!hasWhole(period, reports)) {
        log.warn(`${id} is due, and there are no figures of the whole period; it is sent after a run that has them`);
        continue;
      }
      const round = {pipeline, state, report: reports.partsOf(period), readers: those.map(({delivery}) => delivery)};
      const onRetry = (reader: string, reason: string) => {
        log.warn(`${reader}: ${id}: ${reason}; it is tried again`);
      };
      for (const outcome of await deliverReport(round, {signal, onRetry})) tell(outcome, log);
    }
  });
}

function hasWhole(period: Period, {figures}: CurrentReports): boolean {
  return isOver(period, figures.data.run.as_of) && figures.periods(period.grain).some(({id}) => id === period.id);
}

function tell({reader, report, channel, state, message}: Outcome, log: Log): void {
  const fields = {reader, report, channel, state};
  if (state === 'sent') log.info(`${report} sent to ${reader} (${channel})`, fields);
  if (state === 'failed') log.error(`${report} could not be sent to ${reader} (${channel}): ${message ?? ''}`, fields);
  else if (message !== null) log.warn(message, fields);
}
