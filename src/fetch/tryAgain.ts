import {createHash} from 'node:crypto';
import {setTimeout} from 'node:timers/promises';
import pRetry from 'p-retry';
import {ProblemsError} from '../config/problems.ts';
import {Passing} from './passing.ts';
import type {Patience} from './patience.ts';

export interface Trial {
  readonly patience: Patience;
  /** What is tried, as problems name it. */
  readonly place: string;
  readonly signal: AbortSignal;
  /** What to do when it does not pass. */
  readonly remedy?: string;
  readonly onRetry: (reason: string) => void;
}

/**
 * Tries again what fails with an error that may pass (Passing). Throws a ProblemsError when it does not pass, and any
 * other error at once. `attempt` is told its number, from 1.
 */
export async function tryAgain<T>(
  attempt: (number: number) => Promise<T>,
  {patience, place, signal, remedy = 'see whether the source is up', onRetry}: Trial
): Promise<T> {
  try {
    return await pRetry(attempt, {
      retries: patience.times,
      minTimeout: 0,
      signal,
      shouldRetry: async ({error, attemptNumber}) => {
        if (!(error instanceof Passing)) return false;
        onRetry(error.message);
        await setTimeout(1000 * waitSeconds(error, attemptNumber, {patience, place}), undefined, {signal});
        return true;
      }
    });
  } catch (error) {
    if (!(error instanceof Passing)) throw error;
    const times = patience.times + 1;
    throw new ProblemsError([
      `${place}: ${error.message}, ${times === 1 ? 'once' : `${times} times in a row`}; ${remedy}, or raise retry.times`
    ]);
  }
}

/** Doubles from attempt to attempt, less up to a half by chance, so that several who fail together don't return together. */
function waitSeconds(
  {waitSeconds: asked}: Passing,
  attempt: number,
  {patience, place}: Pick<Trial, 'patience' | 'place'>
): number {
  const backoff = patience.wait * 2 ** (attempt - 1) * (0.5 + chance(`${place} ${attempt}`) / 2);
  return Math.min(patience.longest_wait, Math.max(asked ?? 0, backoff));
}

/** From 0 to 1, the same for the same seed. */
function chance(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE() / 2 ** 32;
}
