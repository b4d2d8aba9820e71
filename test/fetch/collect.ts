import {sourceSpec} from '../../src/extract/sourceSpec.ts';
import type {StreamSpec} from '../../src/extract/source.ts';
import {messageOf} from '../../src/config/problems.ts';
import {checkYaml} from '../../src/config/yamlFile.ts';
import type {SourceRow} from '../../src/contract/mapping.ts';
import {fetchStream} from '../../src/fetch/fetch.ts';
import type {Fetched, RowSink} from '../../src/fetch/fetchStream.ts';

/** Keeps the rows that a fetch brings. */
export class RowsInMemory implements RowSink {
  rows: SourceRow[] = [];
  resets = 0;

  write(rows: readonly SourceRow[]): Promise<void> {
    this.rows.push(...rows);
    return Promise.resolve();
  }

  reset(): Promise<void> {
    this.rows = [];
    this.resets++;
    return Promise.resolve();
  }
}

/** What a fetch brought. */
export interface Collected extends Fetched {
  readonly rows: readonly SourceRow[];
  /** The reasons for which something was tried again. */
  readonly retries: readonly string[];
  readonly resets: number;
}

export interface CollectOptions {
  readonly cursor?: string | undefined;
  readonly environment?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  readonly sink?: RowsInMemory;
}

/** Waits that are short enough for a test. */
export const QUICKLY = 'retry: {wait: 1 millisecond, longest_wait: 20 milliseconds}';

/** Reads the YAML of a source, to which records are not needed. */
export function specOf(yaml: string): StreamSpec {
  const spec = checkYaml(`${yaml}\nrecords: {}`, sourceSpec, 'source.yaml');
  if (!('streams' in spec)) throw new Error('a source without streams');
  return spec;
}

/** Fetches the only stream of a source, or the one called `name`. */
export async function collect(
  yaml: string,
  {cursor, environment = {}, signal = new AbortController().signal, sink = new RowsInMemory()}: CollectOptions = {},
  name?: string
): Promise<Collected> {
  const spec = specOf(yaml);
  const retries: string[] = [];
  const context = {cursor, environment, signal, onRetry: (reason: string) => retries.push(reason)};
  const fetched = await fetchStream(spec, name ?? Object.keys(spec.streams)[0]!, 'source.yaml')(context, sink);
  return {...fetched, isRecent: (row) => fetched.isRecent(row), rows: sink.rows, retries, resets: sink.resets};
}

/** The message with which something is refused. */
export async function refusal(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt;
  } catch (error) {
    return messageOf(error);
  }
  throw new Error('it was not refused');
}
