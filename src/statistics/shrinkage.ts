import type {Interval} from './wilsonInterval.ts';

/** With fewer peers their distribution can't be told. */
export const MINIMUM_PEERS = 10;

/** Estimates of units drawn towards those of their peers, the more so the less is known of a unit. */
export interface Shrinkage {
  /** Of the distribution of the peers; both Infinity where they differ no more than chance makes them. */
  readonly alpha: number;
  readonly beta: number;
  /** Of the distribution of the peers. */
  readonly mean: number;
  readonly logLikelihood: number;
  /** Per unit, the mean of its posterior distribution. */
  readonly shrunk: readonly number[];
  /** Per unit, its credible interval; confidence is two-sided. */
  readonly intervals: (confidence: number) => Interval[];
}
