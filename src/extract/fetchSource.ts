import {createReadStream} from 'node:fs';
import {appendFile, mkdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {SourceRow} from '../contract/mapping.ts';
import type {Fetched, RowSink} from '../fetch/fetchStream.ts';
import type {Pseudonymiser} from '../privacy/pseudonym.ts';
import type {Load} from './load.ts';
import type {Source, StreamSpec} from './source.ts';

export interface FetchOptions {
  /** The loads of the source so far under the mapping of today: they tell where the last fetch ended. */
  readonly loads: readonly Load[];
  /** A folder outside the data, which goes with the run. */
  readonly scratch: string;
  readonly pseudonymiser: Pseudonymiser;
  readonly signal: AbortSignal;
  readonly onRetry: (reason: string) => void;
}

/** A stream as it was fetched: the rows that are new, as JSON lines. */
export interface FetchedFile {
  readonly name: string;
  /** What goes with the load; nothing was written where all rows were known. */
  readonly stream: NonNullable<Load['stream']>;
  readonly written: number;
  /** How many records the source says it has. */
  readonly count?: number;
  readonly notes: readonly string[];
}

/** Fetches the streams that a source's records name into a folder. Throws a ProblemsError with the remedy. */
export async function fetchSource(
  source: Source,
  spec: StreamSpec,
  options: FetchOptions
): Promise<{folder: string; files: FetchedFile[]}> {
  const folder = join(options.scratch, source.name);
  await mkdir(folder, {recursive: true});
  const names = new Set(source.records.flatMap(({files}) => files));
  const files: FetchedFile[] = [];
  for (const name of names) {
    const isComplete = source.records.some((record) => record.isComplete && record.files.includes(name));
    const file = await fetchFile(name, {path: join(folder, name), spec, source, options});
    if (isComplete && file.written === 0 && options.loads.some((load) => load.file === name)) {
      throw new ProblemsError([
        `${shortPath(source.path)}, streams.${streamOf(name)}: it listed no record at all although it lists all; nothing was deleted: see whether the source is in order`
      ]);
    }
    files.push(file);
  }
  return {folder, files};
}

/** The stream that a fetched file is named for. */
function streamOf(file: string): string {
  return file.replace(/\.jsonl$/, '');
}

async function fetchFile(
  name: string,
  {path, spec, source, options}: {path: string; spec: StreamSpec; source: Source; options: FetchOptions}
): Promise<FetchedFile> {
  const last = options.loads.findLast((load) => load.file === name && load.stream);
  const sink = new FileSink(path, new Set(last?.stream?.recent), options.pseudonymiser);
  const {pseudonymiser, signal, onRetry} = options;
  // The drivers of databases are large, and most sources are files.
  const {fetchStream} = await import('../fetch/fetch.ts');
  const fetched = await fetchStream(
    spec,
    streamOf(name),
    shortPath(source.path)
  )({cursor: last?.stream?.cursor, environment: process.env, signal, onRetry}, sink);
  const recent = sink.written > 0 ? await recentRows(path, fetched, pseudonymiser) : [];
  return {
    name,
    written: sink.written,
    stream: {
      ...(fetched.cursor !== undefined && {cursor: fetched.cursor}),
      recent: [...new Set([...sink.seenAgain, ...recent])].sort(),
      repeated: sink.repeated
    },
    ...(fetched.count !== undefined && {count: fetched.count}),
    notes: fetched.notes
  };
}

/** Writes the rows that are not known yet as JSON lines. */
class FileSink implements RowSink {
  written = 0;
  repeated = 0;
  readonly seenAgain = new Set<string>();

  constructor(
    private readonly path: string,
    private readonly known: ReadonlySet<string>,
    private readonly pseudonymiser: Pseudonymiser
  ) {}

  async write(rows: readonly SourceRow[]): Promise<void> {
    const fresh = this.known.size === 0 ? rows : rows.filter((row) => !this.isKnown(row));
    this.written += fresh.length;
    if (fresh.length === 0) return;
    await appendFile(this.path, fresh.map((row) => `${JSON.stringify(row)}\n`).join(''), {mode: 0o600});
  }

  async reset(): Promise<void> {
    this.written = 0;
    this.repeated = 0;
    this.seenAgain.clear();
    await rm(this.path, {force: true});
  }

  private isKnown(row: SourceRow): boolean {
    const hash = rowHash(row, this.pseudonymiser);
    if (!this.known.has(hash)) return false;
    this.repeated++;
    this.seenAgain.add(hash);
    return true;
  }
}

/** Hashes of the new rows that the next fetch will bring again. */
async function recentRows(path: string, fetched: Fetched, pseudonymiser: Pseudonymiser): Promise<string[]> {
  if (fetched.cursor === undefined) return [];
  const hashes: string[] = [];
  for await (const line of createInterface({input: createReadStream(path), crlfDelay: Infinity})) {
    const row = JSON.parse(line) as SourceRow;
    if (fetched.isRecent(row)) hashes.push(rowHash(row, pseudonymiser));
  }
  return hashes;
}

function rowHash(row: SourceRow, pseudonymiser: Pseudonymiser): string {
  return pseudonymiser.pseudonym('fetched', JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
}
