import {mkdir, rename} from 'node:fs/promises';
import {join} from 'node:path';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {missingColumns, unmappedColumns} from './checkColumns.ts';
import {encodingOfMark, readHead, transcode, type InputFile} from './inputFile.ts';
import {landSql} from './landSql.ts';
import type {LoadManifest} from './load.ts';
import {openRelation, type RejectedRow, type Relation} from './relation.ts';
import type {Source, SourceRecord} from './source.ts';

/** A file with more than one row in this many that is not UTF-8 was written in another encoding. */
const ROWS_PER_BAD_ENCODING = 20;

/** What was landed of a file. */
export type Landed = Pick<LoadManifest, 'records' | 'unmapped'>;

export interface LandOptions {
  readonly database: Database;
  /** The folder of the load, where one Parquet file per record kind is written. */
  readonly folder: string;
  readonly load: number;
  /** A folder outside the data for what has to be decoded first. */
  readonly scratch: string;
}

/** Lands one file: one Parquet file per record kind. Throws a ProblemsError when the file as a whole can't be read. */
export async function landFile(
  file: InputFile,
  source: Source,
  records: readonly SourceRecord[],
  options: LandOptions
): Promise<Landed> {
  const {database, folder, load, scratch} = options;
  const relation = await openReadable(file, source, database, scratch);
  const problems = missingColumns(source, records, file, relation.columns);
  if (problems.length > 0) throw new ProblemsError(problems);
  await mkdir(folder, {recursive: true});
  const landed: LoadManifest['records'] = {};
  for (const {mapping} of records) {
    const path = join(folder, `${mapping.contract.kind}.parquet`);
    const sql = landSql(mapping, source.keep, relation.columns, relation.sql);
    const rows = await copy(database, `select ${load}::integer as _load, * from (${sql})`, path, file);
    const rejected = await relation.takeRejected();
    refuseWrongEncoding(rejected, rows, file, source);
    if (relation.skipsRejected && rejected.length > 0) await renumber(database, path, rejected, file);
    landed[mapping.contract.kind] = {
      rows_read: rows + rejected.length,
      rejected: rejected.map(({row, reason}) => ({row, reason}))
    };
  }
  return {records: landed, unmapped: unmappedColumns(source, records, relation.columns)};
}

/** Opens a file's rows, decoded to UTF-8 first where that is needed. */
export async function openReadable(
  file: InputFile,
  source: Source,
  database: Database,
  scratch: string
): Promise<Relation> {
  const marked = file.format === 'parquet' ? undefined : encodingOfMark(await readHead(file, 3));
  const encoding = marked ?? source.encoding ?? 'utf-8';
  const readable = encoding === 'utf-8' ? file : await transcode(file, encoding, scratch);
  try {
    return await openRelation(readable, source, database);
  } catch (error) {
    if (error instanceof ProblemsError) throw error;
    throw unreadable(file, error);
  }
}

async function copy(database: Database, sql: string, path: string, file: InputFile): Promise<number> {
  try {
    const [result] = await database.query<{Count: string}>(
      `copy (${sql}) to ${literal(path)} (format parquet, compression zstd)`
    );
    return Number(result!.Count);
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** DuckDB quotes the offending row in its messages, which may hold personal data: only the first line is kept. */
function unreadable(file: InputFile, error: unknown): ProblemsError {
  const [first] = messageOf(error).split('\n');
  return new ProblemsError([`${shortPath(file.path)}: it can't be read as ${file.format}: ${first}`]);
}

function refuseWrongEncoding(rejected: readonly RejectedRow[], rows: number, file: InputFile, source: Source): void {
  const bad = rejected.filter(({isEncoding}) => isEncoding);
  if (bad.length * ROWS_PER_BAD_ENCODING <= rows + rejected.length) return;
  throw new ProblemsError([
    `${shortPath(file.path)}: ${bad.length} of ${rows + rejected.length} rows are not UTF-8, the first is row ${bad[0]!.row}; set encoding in ${shortPath(source.path)} (Chinese Excel writes gb18030)`
  ]);
}

/** Counts the rejected rows in again, so that a row keeps its number when a broken one before it is mended. */
async function renumber(
  database: Database,
  path: string,
  rejected: readonly RejectedRow[],
  file: InputFile
): Promise<void> {
  const before = rejected.map(({row}, k) => `(${row - k - 1}, ${k + 1})`).join(', ');
  const sql = `
    select landed.* replace (landed._row + coalesce(gaps.k, 0) as _row)
    from read_parquet(${literal(path)}) as landed
    asof left join (select good::bigint as good, max(k) as k from (values ${before}) as gap(good, k) group by good) as gaps
      on landed._row > gaps.good
    order by landed._row`;
  const renumbered = `${path}.renumbered`;
  await copy(database, sql, renumbered, file);
  await rename(renumbered, path);
}
