import {existsSync} from 'node:fs';
import pRetry from 'p-retry';
import {DatabaseLockedError, openDatabase} from '../warehouse/duckdb.ts';

/** Another run of the same pipeline is going on. */
export class RunningError extends Error {}

/** The locks that this process holds: DuckDB's keeps out other processes only. */
const held = new Set<string>();

/**
 * Holds a pipeline's lock while work is done. The lock is DuckDB's own on a file that holds nothing else: the operating
 * system frees it when the process ends, however it ends.
 */
export async function withLock<T>(path: string, pipeline: string, work: () => Promise<T>): Promise<T> {
  if (held.has(path)) throw new RunningError(`${pipeline}: another run is going on; wait until it ends`);
  held.add(path);
  try {
    const lock = await takeLock(path, pipeline);
    try {
      return await work();
    } finally {
      lock.close();
    }
  } finally {
    held.delete(path);
  }
}

async function takeLock(path: string, pipeline: string) {
  try {
    // Whoever asks whether it is held opens it for a moment.
    return await pRetry(() => openDatabase(path), {
      retries: 2,
      minTimeout: 100,
      shouldRetry: ({error}) => error instanceof DatabaseLockedError
    });
  } catch (error) {
    if (!(error instanceof DatabaseLockedError)) throw error;
    const process = /PID (\d+)/.exec(error.message)?.[1];
    throw new RunningError(
      `${pipeline}: another run is going on${process === undefined ? '' : ` (process ${process})`}; wait until it ends`,
      {cause: error}
    );
  }
}

/** Whether a lock is held now, by this process or another. */
export async function isLocked(path: string): Promise<boolean> {
  if (held.has(path)) return true;
  if (!existsSync(path)) return false;
  try {
    (await openDatabase(path, {readOnly: true})).close();
    return false;
  } catch (error) {
    if (error instanceof DatabaseLockedError) return true;
    throw error;
  }
}
