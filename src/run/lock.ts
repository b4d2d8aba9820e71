import {DatabaseLockedError, openDatabase} from '../warehouse/duckdb.ts';

/** Another run of the same pipeline is going on. */
export class RunningError extends Error {}

/**
 * Holds a pipeline's lock while work is done. The lock is DuckDB's own on a file that holds nothing else: the operating
 * system frees it when the process ends, however it ends.
 */
export async function withLock<T>(path: string, pipeline: string, work: () => Promise<T>): Promise<T> {
  let lock;
  try {
    lock = await openDatabase(path);
  } catch (error) {
    if (!(error instanceof DatabaseLockedError)) throw error;
    const process = /PID (\d+)/.exec(error.message)?.[1];
    throw new RunningError(
      `${pipeline}: another run is going on${process === undefined ? '' : ` (process ${process})`}; wait until it ends`,
      {cause: error}
    );
  }
  try {
    return await work();
  } finally {
    lock.close();
  }
}
