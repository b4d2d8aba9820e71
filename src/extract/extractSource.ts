import {join} from 'node:path';
import type {Pseudonymiser} from '../privacy/pseudonym.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {fetchSource, type FetchedFile} from './fetchSource.ts';
import {generateFiles} from './generateFiles.ts';
import {NoFileError, findFiles, hashFile, type InputFile} from './inputFile.ts';
import {landFiles, type FileToLand} from './landFile.ts';
import {mappingHash, writeManifest, type Load} from './load.ts';
import type {Source, SourceRecord} from './source.ts';

export interface ExtractOptions {
  readonly database: Database;
  /** The loads that are in landing already. */
  readonly loads: readonly Load[];
  /** The number of the first new load. */
  readonly firstLoad: number;
  /** Where new loads are written; they are moved to landing when the run succeeds. */
  readonly pending: string;
  /** A folder outside the data, which goes with the run. */
  readonly scratch: string;
  readonly asOf: Date;
  /** Take nothing new in: what is in landing is read again from where it came, if it still lies there. */
  readonly replay: boolean;
  readonly pseudonymiser: Pseudonymiser;
  readonly signal: AbortSignal;
  /** Told each time something is tried again, with the reason. */
  readonly onRetry: (reason: string) => void;
  readonly report: (message: string) => void;
}

/** What a run took from a source. */
export interface Extracted {
  readonly loads: readonly Load[];
  /** Files that were in landing already. */
  readonly knownFiles: number;
  readonly unmapped: readonly string[];
  /** Rows by record kind that were fetched and known already, beside those of the loads. */
  readonly repeated: ReadonlyMap<string, number>;
  /** How many records of a kind the source says it has. */
  readonly counts: ReadonlyMap<string, number>;
  /** What the operator is told: columns that are new or gone, and the like. */
  readonly notes: readonly string[];
}

/** Extracts what is new or has changed in a source. Throws a ProblemsError that lists all that can't be read. */
export async function extractSource(source: Source, options: ExtractOptions): Promise<Extracted> {
  const mapping = mappingHash(source);
  const ours = options.loads.filter((load) => load.source === source.name);
  const given = await inputOf(source, {...options, loads: ours.filter((load) => load.mapping === mapping)});
  const unmapped = new Set<string>();
  const fresh = new Map<string, FileToLand>();
  let knownFiles = 0;
  for (const [file, records] of given.files) {
    const sha256 = await hashFile(file.path);
    const known = knownLoad(file, sha256, mapping, ours);
    if (options.replay && !ours.some((load) => load.sha256 === sha256)) continue;
    if (known || fresh.has(sha256)) {
      knownFiles++;
      known?.unmapped.forEach((column) => unmapped.add(column));
      continue;
    }
    const load = options.firstLoad + fresh.size;
    const folder = join(options.pending, source.name, `${String(load).padStart(6, '0')}-${sha256.slice(0, 12)}`);
    fresh.set(sha256, {file, records, load, folder, known: knownColumns(records, ours)});
  }
  if (fresh.size > 0) options.report(`${source.name}: ${fresh.size} new ${fresh.size === 1 ? 'file' : 'files'}`);
  const landed = await landFiles([...fresh.values()], source, options);
  const loads: Load[] = [];
  const notes = given.fetched.flatMap((file) => file.notes);
  for (const [sha256, file] of fresh) {
    const {notes: changes, ...what} = landed.get(file)!;
    const stream = given.fetched.find(({name}) => name === file.file.name)?.stream;
    const manifest = {
      load: file.load,
      source: source.name,
      file: file.file.name,
      sha256,
      mapping,
      key: options.pseudonymiser.fingerprint,
      extracted_at: options.asOf.toISOString(),
      ...what,
      ...(stream && {stream})
    };
    await writeManifest(file.folder, manifest);
    what.unmapped.forEach((column) => unmapped.add(column));
    notes.push(...changes);
    loads.push({...manifest, folder: file.folder});
  }
  return {loads, knownFiles, unmapped: [...unmapped], notes, ...countsOf(source, given.fetched)};
}

/** What was fetched, by record kind. */
function countsOf(source: Source, fetched: readonly FetchedFile[]): Pick<Extracted, 'repeated' | 'counts'> {
  const repeated = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const {mapping, files} of source.records) {
    const file = fetched.find(({name}) => files.includes(name));
    if (!file) continue;
    repeated.set(mapping.contract.kind, file.stream.repeated);
    if (file.count !== undefined) counts.set(mapping.contract.kind, file.count);
  }
  return {repeated, counts};
}

/** The columns of the loads of the same record kinds so far, but of those that were set aside. */
function knownColumns(records: readonly SourceRecord[], loads: readonly Load[]): Set<string> {
  const isAlike = (load: Load) => records.some(({mapping}) => mapping.contract.kind in load.records);
  return new Set(loads.filter((load) => load.set_aside === undefined && isAlike(load)).flatMap(({columns}) => columns));
}

/**
 * The load that holds what a file holds now, if there is one. A file that has gone back to an earlier content is landed
 * again, for what it held in between would win over it.
 */
function knownLoad(file: InputFile, sha256: string, mapping: string, loads: readonly Load[]): Load | undefined {
  const known = loads.findLast((load) => load.sha256 === sha256 && load.mapping === mapping);
  const isOvertaken = loads.some(
    (load) => known && load.load > known.load && load.file === file.name && load.sha256 !== sha256
  );
  return isOvertaken ? undefined : known;
}

/** What a source gives today: its files, or what was generated or fetched for this run. */
async function inputOf(
  source: Source,
  options: ExtractOptions
): Promise<{files: Map<InputFile, SourceRecord[]>; fetched: readonly FetchedFile[]}> {
  const {replay} = options;
  if (!source.fetch || replay)
    return {files: replay ? await filesLeft(source, options) : await filesOf(source, options), fetched: []};
  const {folder, files: fetched} = await fetchSource(source, source.fetch, options);
  const isWritten = (name: string) => fetched.some((file) => file.name === name && file.written > 0);
  return {files: await findRecordFiles(source, folder, isWritten), fetched};
}

/** The files of a source that still lie where they came from. */
async function filesLeft(source: Source, options: ExtractOptions): Promise<Map<InputFile, SourceRecord[]>> {
  if (source.fetch) return new Map();
  try {
    return await filesOf(source, options);
  } catch (error) {
    if (error instanceof NoFileError) return new Map();
    throw error;
  }
}

/** The files of a source that is not fetched, each with the record kinds that it holds. */
export async function filesOf(
  source: Source,
  {scratch, asOf}: Pick<ExtractOptions, 'scratch' | 'asOf'>
): Promise<Map<InputFile, SourceRecord[]>> {
  const {generator} = source;
  const folder = generator === undefined ? source.folder : join(scratch, source.name);
  if (generator !== undefined) await generateFiles(generator, folder, asOf);
  return findRecordFiles(source, folder);
}

async function findRecordFiles(
  source: Source,
  folder: string,
  isThere: (name: string) => boolean = () => true
): Promise<Map<InputFile, SourceRecord[]>> {
  const files = new Map<string, {file: InputFile; records: SourceRecord[]}>();
  for (const record of source.records) {
    const patterns = record.files.filter(isThere);
    if (patterns.length === 0) continue;
    for (const file of await findFiles(source, patterns, folder)) {
      const entry = files.get(file.path);
      if (entry) entry.records.push(record);
      else files.set(file.path, {file, records: [record]});
    }
  }
  return new Map([...files.values()].map(({file, records}) => [file, records]));
}
