import {createHash} from 'node:crypto';
import {join} from 'node:path';
import {now} from '../clock.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {ProblemsError, UsageError, messageOf} from '../config/problems.ts';
import {tryAgain} from '../fetch/tryAgain.ts';
import {missingVariables, variablesOf, type Variables} from '../fetch/variables.ts';
import {appendEvent, readJournal, type Journal} from '../run/journal.ts';
import {RunningError, withLock} from '../run/lock.ts';
import type {State} from '../run/state.ts';
import type {ChannelName} from './deliverSpec.ts';
import type {Parcel} from './parcel.ts';
import type {Delivery} from './readDeliveries.ts';
import type {ReportParts} from './reportParts.ts';
import {sentTimes} from './sentTimes.ts';

/** What became of one report for one reader. */
export interface Outcome {
  readonly reader: string;
  /** Its period, such as 2026-10. */
  readonly report: string;
  readonly channel: ChannelName;
  /** `sent_before`: it had been sent, and nothing was done. */
  readonly state: 'sent' | 'sent_before' | 'failed';
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Why it failed, or whom it did not reach; no address and no secret. */
  readonly message: string | null;
}

/** One report for some readers. */
export interface Round {
  readonly pipeline: Pick<Pipeline, 'name' | 'title' | 'site'>;
  readonly state: State;
  readonly report: ReportParts;
  readonly readers: readonly Delivery[];
}

export interface Sending {
  /** Send to those as well to whom it was sent. */
  readonly again?: boolean;
  readonly signal: AbortSignal;
  readonly onRetry?: (reader: string, reason: string) => void;
}

/**
 * Sends the report of a period that is over to each reader who has not got it yet, one after the other. One who can't be reached does
 * not stop the others. The journal tells of what was sent and of what was not.
 *
 * @throws UsageError when the period is not over; the signal's reason when it was aborted; RunningError while another process delivers.
 */
export async function deliverReport(round: Round, sending: Sending): Promise<Outcome[]> {
  const {pipeline, state, report, readers} = round;
  const {period, isOver, asOf} = report.digest;
  if (!isOver) {
    throw new UsageError(
      `${period.id} is not over as of ${asOf}: its figures may still change; deliver it when it is over, or look at it with --dry-run`
    );
  }
  return withDeliverLock(pipeline.name, state, async () => {
    const outcomes: Outcome[] = [];
    for (const delivery of readers) {
      sending.signal.throwIfAborted();
      const journal = await readJournal(state);
      const told = {reader: delivery.reader, report: period.id, channel: delivery.way.channel} as const;
      const before = sentTimes(journal, delivery.reader, period.id).at(-1);
      outcomes.push(
        before !== undefined && sending.again !== true
          ? {...told, state: 'sent_before', at: before, message: null}
          : {...told, ...(await sendOne(delivery, journal, round, sending))}
      );
    }
    return outcomes;
  });
}

/** Packs a report as a reader would get it. `variables` are those of the environment that its way names. */
export async function packReport(
  delivery: Delivery,
  journal: Journal,
  {pipeline, report}: Round,
  variables: Variables = variablesOf(process.env)
): Promise<Parcel> {
  // What packs takes long to load.
  const {pack} = await import('./pack.ts');
  const {digest, runId} = report;
  const times = sentTimes(journal, delivery.reader, digest.period.id).length;
  return pack({
    report,
    delivery,
    way: delivery.way,
    company: pipeline.title[digest.locale],
    site: pipeline.site,
    variables,
    at: now(),
    identity: [pipeline.name, delivery.reader, digest.period.id, runId, times].join('\n')
  });
}

async function sendOne(
  delivery: Delivery,
  journal: Journal,
  round: Round,
  {signal, onRetry}: Sending
): Promise<Pick<Outcome, 'state' | 'at' | 'message'>> {
  const {state, report} = round;
  const {reader, place, patience, way} = delivery;
  const variables = variablesOf(process.env);
  const event = {reader, report: report.digest.period.id, run_id: report.runId, channel: way.channel} as const;
  try {
    const missing = missingVariables(way, process.env);
    if (missing.length > 0)
      throw new ProblemsError([`${place}: not set in the environment: ${missing.join(', ')}; set it for this command`]);
    const parcel = await packReport(delivery, journal, round, variables);
    const refused = await tryAgain(() => parcel.send(signal), {
      patience,
      place,
      signal,
      remedy: 'see whether the server is up',
      onRetry: (reason) => onRetry?.(reader, variables.hide(reason))
    });
    const at = now().toISOString();
    const sha256 = createHash('sha256').update(parcel.content).digest('hex');
    await appendEvent(state, {event: 'delivered', at, ...event, sha256, refused});
    const message = `${place}.email.to: the mail server refused ${refused} of the recipients; correct their addresses, and send it on to them`;
    return {state: 'sent', at, message: refused === 0 ? null : message};
  } catch (error) {
    signal.throwIfAborted();
    const isPlain = error instanceof ProblemsError;
    const message = variables.hide(isPlain ? error.message : `${place}: ${messageOf(error)}`);
    const at = now().toISOString();
    await appendEvent(state, {event: 'not_delivered', at, ...event, message});
    return {state: 'failed', at, message};
  }
}

async function withDeliverLock<T>(name: string, state: State, work: () => Promise<T>): Promise<T> {
  try {
    return await withLock(join(state.folder, 'deliver.lock'), name, work);
  } catch (error) {
    if (!(error instanceof RunningError)) throw error;
    throw new RunningError(`${name}: another process delivers; wait until it ends`, {cause: error});
  }
}
