import {Passing} from './passing.ts';

/** Waits for work that can't be called off itself. Throws Passing when it takes too long, and the signal's reason when it is given. */
export async function within<T>(work: Promise<T>, seconds: number, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  const limit = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => {
      reject(new Passing('no answer in time'));
    }, seconds * 1000);
    const abort = () => {
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', abort);
    stop = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    stop();
  }
}
