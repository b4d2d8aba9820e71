import {setTimeout} from 'node:timers/promises';

/** Keeps requests within what an API allows. */
export interface Pace {
  /** Waits until one more request may be sent. */
  step(signal: AbortSignal): Promise<void>;
}

/** So many requests in so many seconds; as many as one likes where no rate is given. */
export function paceOf(rate: {readonly requests: number; readonly per: number} | undefined): Pace {
  if (!rate) return {step: () => Promise.resolve()};
  const sent: number[] = [];
  return {
    async step(signal) {
      const first = sent.length < rate.requests ? undefined : sent.shift();
      const wait = first === undefined ? 0 : first + rate.per * 1000 - performance.now();
      if (wait > 0) await setTimeout(wait, undefined, {signal});
      sent.push(performance.now());
    }
  };
}
