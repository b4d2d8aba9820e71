import {createHash} from 'node:crypto';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {isGuarded, readableWords} from './landing.ts';
import type {Source} from './source.ts';

/** Goes up when the way rows are landed changes, so that files are landed again. */
const LANDING_VERSION = 2;

const counts = z.object({rows_read: z.int().min(0), rejected: z.array(z.object({row: z.int(), reason: z.string()}))});

/** What landing/<source>/<load>/load.json says of a load. */
const loadManifest = z.object({
  load: z.int().positive().describe('its number, counted over the pipeline'),
  source: z.string(),
  file: z.string().describe("the file's name from the source's folder"),
  sha256: z.string().describe("of the file's bytes"),
  mapping: z.string().describe('of what was landed and how'),
  key: z.string().describe('fingerprint of the key of the pseudonyms'),
  extracted_at: z.string(),
  columns: z.array(z.string()).describe('of the file'),
  unmapped: z.array(z.string()).describe('columns that were not landed'),
  set_aside: z.string().optional().describe('why all its rows are set aside'),
  records: z.record(z.string(), counts),
  stream: z
    .object({
      cursor: z.string().optional().describe('where the next fetch begins'),
      recent: z.array(z.string()).describe('hashes of the rows that the next fetch will bring again'),
      repeated: z.int().min(0).describe('rows that were fetched and known already')
    })
    .optional()
    .describe('of what was fetched')
});

export type LoadManifest = z.output<typeof loadManifest>;

/** A load in landing: its manifest and where it lies. */
export interface Load extends LoadManifest {
  readonly folder: string;
}

/** All loads below a landing folder, by number. */
export async function readLoads(landing: string): Promise<Load[]> {
  const loads: Load[] = [];
  for (const source of await foldersIn(landing)) {
    for (const name of await foldersIn(join(landing, source))) {
      const folder = join(landing, source, name);
      loads.push({...(await readManifest(folder)), folder});
    }
  }
  return loads.sort((a, b) => a.load - b.load);
}

async function readManifest(folder: string): Promise<LoadManifest> {
  const path = join(folder, 'load.json');
  try {
    return loadManifest.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    throw new ProblemsError([
      `${shortPath(path)}: it is missing or damaged; restore it, or move its folder away: the next run lands the file again if it is still there`
    ]);
  }
}

async function foldersIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, {withFileTypes: true});
    return entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({name}) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The loads that staging is built from: where a file was landed again under another mapping, only the latest. */
export function activeLoads(loads: readonly Load[]): Load[] {
  const latest = new Map(loads.map((load) => [`${load.source}\0${load.sha256}`, load.load]));
  return loads.filter((load) => latest.get(`${load.source}\0${load.sha256}`) === load.load);
}

export async function writeManifest(folder: string, manifest: LoadManifest): Promise<void> {
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'load.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** What is asked of a source that is fetched, but for how far back and how many: what that changes is no other row. */
function asked({fetch}: Source): unknown {
  const omitted = new Set(['overlap', 'count']);
  return JSON.parse(
    JSON.stringify(fetch?.streams ?? null, (key, value: unknown) => (omitted.has(key) ? undefined : value))
  );
}

/** A hash of everything in a source that decides what is landed. */
export function mappingHash(source: Source): string {
  const records = source.records.map(({mapping}) => [
    mapping.contract.kind,
    mapping.deletedWhen,
    mapping.fields.map((field) => [
      field.field.name,
      field.field.privacy ?? field.field.type,
      field.origin.from === 'constant' ? 'constant' : field.origin,
      field.nulls,
      isGuarded(field) ? [readableWords(field), field.formats.map(({format}) => format)] : []
    ])
  ]);
  const {keep, encoding, delimiter, format, sheet, headerRow, schema, ignore} = source;
  const facts = [
    LANDING_VERSION,
    records,
    keep,
    encoding,
    delimiter,
    format,
    sheet,
    headerRow,
    schema,
    ignore,
    asked(source)
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16);
}
