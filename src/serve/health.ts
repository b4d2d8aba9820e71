import type {Journal, SourceRun} from '../run/journal.ts';
import {nextTime, type Schedule} from '../schedule/schedule.ts';

/** How a pipeline fares, as /health tells it. Times are ISO 8601 in UTC. */
export interface Health {
  /**
   * failing: the last run that ended has failed. starting: there is no report yet. stale: the report is not what the last
   * scheduled run would give, for that was missed or cut off, a source could not be read, or an earlier release was put back.
   */
  readonly status: 'ok' | 'stale' | 'failing' | 'starting';
  readonly pipeline: string;
  /** The last run that gave figures, as of when they are, and when it ended. */
  readonly run: number | null;
  readonly as_of: string | null;
  readonly finished_at: string | null;
  readonly last_failure: {readonly run: number; readonly at: string} | null;
  readonly next_run: string | null;
  readonly sources: readonly Pick<SourceRun, 'source' | 'state' | 'read_at'>[];
}

/** What is known of a pipeline at an instant. */
export interface Circumstances {
  readonly pipeline: string;
  readonly schedule?: Schedule;
  readonly journal: Journal;
  /** Whether a release is live. */
  readonly isPublished: boolean;
  readonly at: Date;
}

/** A scheduled run has this long to begin before it counts as missed. */
const GRACE_MS = 5 * 60_000;

/** Judges how a pipeline fares. */
export function healthOf(circumstances: Circumstances): Health {
  const {pipeline, schedule, journal, at} = circumstances;
  const {runs} = journal;
  const good = runs.findLast(({state}) => state === 'done' || state === 'unchanged');
  const failed = runs.findLast(({state}) => state === 'failed');
  const told = runs.findLast(({sources}) => sources.length > 0);
  return {
    status: statusOf(circumstances),
    pipeline,
    run: good?.run_id ?? null,
    as_of: good?.as_of ?? null,
    finished_at: good?.finished_at ?? null,
    last_failure: failed ? {run: failed.run_id, at: failed.finished_at ?? failed.started_at} : null,
    next_run: (schedule && nextTime(schedule, at)?.toISOString()) ?? null,
    sources: (told?.sources ?? []).map(({source, state, read_at}) => ({source, state, read_at}))
  };
}

function statusOf({schedule, journal, isPublished, at}: Circumstances): Health['status'] {
  const {runs, publications} = journal;
  const last = runs.findLast(({state}) => state !== 'running' && state !== 'interrupted');
  if (last?.state === 'failed') return 'failing';
  if (!isPublished) return 'starting';
  const latest = runs.at(-1);
  const due = schedule && latest && nextTime(schedule, new Date(latest.started_at));
  const isOverdue = due !== undefined && at.getTime() - due.getTime() > GRACE_MS;
  const isStale =
    last === undefined ||
    latest?.state === 'interrupted' ||
    isOverdue ||
    last.sources.some(({state}) => state === 'failed') ||
    publications.at(-1)?.event === 'rolled_back';
  return isStale ? 'stale' : 'ok';
}
