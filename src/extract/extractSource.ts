import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {findFiles, hashFile, type InputFile} from './inputFile.ts';
import {landFiles, type FileToLand} from './landFile.ts';
import {mappingHash, writeManifest, type Load} from './load.ts';
import type {Source, SourceRecord} from './source.ts';

/** A file that a generator gives: the engine writes it as CSV and reads it like any other. */
export interface GeneratedFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | null)[]>;
}

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
  readonly keyFingerprint: string;
  readonly report: (message: string) => void;
}

/** What a run took from a source. */
export interface Extracted {
  readonly loads: readonly Load[];
  /** Files that were in landing already. */
  readonly knownFiles: number;
  readonly unmapped: readonly string[];
}

/** Extracts the files of a source that are new or have changed. Throws a ProblemsError that lists all that can't be read. */
export async function extractSource(source: Source, options: ExtractOptions): Promise<Extracted> {
  const mapping = mappingHash(source);
  const ours = options.loads.filter((load) => load.source === source.name);
  const unmapped = new Set<string>();
  const fresh = new Map<string, FileToLand>();
  let knownFiles = 0;
  for (const [file, records] of await filesOf(source, options)) {
    const sha256 = await hashFile(file.path);
    const known = knownLoad(file, sha256, mapping, ours);
    if (known || fresh.has(sha256)) {
      knownFiles++;
      known?.unmapped.forEach((column) => unmapped.add(column));
      continue;
    }
    const load = options.firstLoad + fresh.size;
    const folder = join(options.pending, source.name, `${String(load).padStart(6, '0')}-${sha256.slice(0, 12)}`);
    fresh.set(sha256, {file, records, load, folder});
  }
  if (fresh.size > 0) options.report(`${source.name}: ${fresh.size} new ${fresh.size === 1 ? 'file' : 'files'}`);
  const landed = await landFiles([...fresh.values()], source, options);
  const loads: Load[] = [];
  for (const [sha256, file] of fresh) {
    const what = landed.get(file)!;
    const manifest = {
      load: file.load,
      source: source.name,
      file: file.file.name,
      sha256,
      mapping,
      key: options.keyFingerprint,
      extracted_at: options.asOf.toISOString(),
      ...what
    };
    await writeManifest(file.folder, manifest);
    what.unmapped.forEach((column) => unmapped.add(column));
    loads.push({...manifest, folder: file.folder});
  }
  return {loads, knownFiles, unmapped: [...unmapped]};
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

/** The files of a source, each with the record kinds that it holds. */
export async function filesOf(
  source: Source,
  {scratch, asOf}: Pick<ExtractOptions, 'scratch' | 'asOf'>
): Promise<Map<InputFile, SourceRecord[]>> {
  const folder =
    source.generator === undefined ? source.folder : await generate(source.generator, source, {scratch, asOf});
  const files = new Map<string, {file: InputFile; records: SourceRecord[]}>();
  for (const record of source.records) {
    for (const file of await findFiles(source, record.files, folder)) {
      const entry = files.get(file.path);
      if (entry) entry.records.push(record);
      else files.set(file.path, {file, records: [record]});
    }
  }
  return new Map([...files.values()].map(({file, records}) => [file, records]));
}

async function generate(
  generator: string,
  source: Source,
  {scratch, asOf}: Pick<ExtractOptions, 'scratch' | 'asOf'>
): Promise<string> {
  const module = (await import(pathToFileURL(generator).href)) as {default?: (asOf: Date) => Iterable<GeneratedFile>};
  if (typeof module.default !== 'function') {
    throw new ProblemsError([`${shortPath(generator)}: expected a default export that generates files, got none`]);
  }
  const folder = join(scratch, source.name);
  await mkdir(folder, {recursive: true});
  for (const {name, columns, rows} of module.default(asOf)) {
    const lines = [columns, ...rows].map((row) => row.map(csvCell).join(','));
    await writeFile(join(folder, name), `${lines.join('\n')}\n`, {mode: 0o600});
  }
  return folder;
}

function csvCell(value: string | null): string {
  if (value === null) return '';
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
