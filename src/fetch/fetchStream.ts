import type {SourceRow} from '../contract/mapping.ts';

/** Where fetched rows go. */
export interface RowSink {
  /** Takes rows that have arrived in full: a page, or a batch. Every value is text; nested values are spread over columns. */
  write(rows: readonly SourceRow[]): Promise<void>;
  /** Forgets what was written, for the stream is read again from its beginning. */
  reset(): Promise<void>;
}

/** What a fetch has to know. */
export interface FetchContext {
  /** The `cursor` that the fetch before gave; undefined for the first, and where everything is to be read again. */
  readonly cursor: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Told each time something is tried again, with the kind of error in a few words that hold no value of the source. */
  readonly onRetry: (reason: string) => void;
}

/** What a fetch gives once all rows are written. */
export interface Fetched {
  /** Where the next fetch begins. */
  readonly cursor?: string;
  /** How many records the source says it has. */
  readonly count?: number;
  /** Whether the next fetch will bring a row again, for it lies in the overlap. */
  isRecent(row: SourceRow): boolean;
  /** What the operator should know, such as a cursor that went back. */
  readonly notes: readonly string[];
}

/** Fetches one stream of a source. Throws a ProblemsError that names the stream and the remedy. */
export type FetchStream = (context: FetchContext, sink: RowSink) => Promise<Fetched>;
