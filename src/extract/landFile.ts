import {mkdir, rename} from 'node:fs/promises';
import {join} from 'node:path';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {cleanSql} from '../contract/cleanText.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {judgeColumns, unmappedColumns} from './checkColumns.ts';
import {checkZip, encodingOfMark, readHead, transcode, type InputFile} from './inputFile.ts';
import {landSql} from './landSql.ts';
import {isLineEndTrouble, withPlainLineEnds} from './lineEnds.ts';
import type {LoadManifest} from './load.ts';
import {openRelations, type RejectedRow, type Relation} from './relation.ts';
import {openSheet} from './sheetRelation.ts';
import type {Source, SourceRecord} from './source.ts';

/** A file with more than one row in this many that is not UTF-8 was written in another encoding. */
const ROWS_PER_BAD_ENCODING = 20;

/** A file to be landed, with the number and the folder of its load. */
export interface FileToLand {
  readonly file: InputFile;
  readonly records: readonly SourceRecord[];
  readonly load: number;
  /** The columns of the loads of these record kinds before, but of those that were set aside. */
  readonly known: ReadonlySet<string>;
  /** Where one Parquet file per record kind is written. */
  readonly folder: string;
}

/** What was landed of a file. */
export type Landed = Pick<LoadManifest, 'records' | 'columns' | 'unmapped' | 'set_aside'> & {
  /** What has changed in the columns. */
  readonly notes: readonly string[];
};

type LandedRows = Pick<Landed, 'records' | 'columns' | 'unmapped'>;

export interface LandOptions {
  readonly database: Database;
  /** A folder outside the data for what has to be decoded first. */
  readonly scratch: string;
}

/**
 * Lands files: one Parquet file per record kind and file. Files of one shape are read together.
 * Throws a ProblemsError that lists all files that can't be read as a whole.
 */
export async function landFiles(
  files: readonly FileToLand[],
  source: Source,
  options: LandOptions
): Promise<Map<FileToLand, Landed>> {
  const problems: string[] = [];
  const landed = new Map<FileToLand, Landed>();
  for (const alike of byRecords(files)) {
    const opened = await openReadable(
      alike.map(({file}) => file),
      source,
      options
    );
    problems.push(...opened.problems);
    for (const relation of opened.relations) {
      const group = relation.files.map((file) => alike.find((one) => one.file.name === file.name)!);
      try {
        const shapes = new Map(
          group.map((one) => [one, judgeColumns(source, one.records, one.file, relation.columns, one.known)])
        );
        const refused = [...shapes.values()].flatMap((shape) => shape.problems);
        if (refused.length > 0) throw new ProblemsError(refused);
        for (const [file, what] of await landRelation(relation, group, source, options)) {
          const {notes, setAside} = shapes.get(file)!;
          landed.set(file, {...what, notes, ...(setAside !== undefined && {set_aside: setAside})});
        }
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return landed;
}

/** Files that hold the same record kinds, together. */
function byRecords(files: readonly FileToLand[]): FileToLand[][] {
  const groups = new Map<string, FileToLand[]>();
  for (const file of files) {
    const kinds = file.records.map(({mapping}) => mapping.contract.kind).join();
    groups.set(kinds, [...(groups.get(kinds) ?? []), file]);
  }
  return [...groups.values()];
}

/** Opens files, decoded to UTF-8 first where that is needed, and tells which can't be opened. */
export async function openReadable(
  files: readonly InputFile[],
  source: Source,
  {database, scratch}: LandOptions
): Promise<{relations: Relation[]; problems: string[]}> {
  const problems: string[] = [];
  const relations: Relation[] = [];
  const readable: InputFile[] = [];
  const attempt = async (file: InputFile, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      problems.push(...unreadable([file], error).problems);
    }
  };
  for (const file of files) {
    await attempt(file, async () => {
      const marked = ['parquet', 'xlsx'].includes(file.format) ? undefined : encodingOfMark(await readHead(file, 3));
      if (file.isZipped) await checkZip(file);
      if (file.format === 'xlsx') {
        relations.push(await openSheet(file, source, scratch));
        return;
      }
      const encoding = marked ?? source.encoding ?? 'utf-8';
      const plain = encoding === 'utf-8' ? file : await transcode(file, encoding, scratch);
      await openRelations([plain], source, database);
      readable.push(plain);
    });
  }
  relations.push(...(await openRelations(readable, source, database)));
  return {relations, problems};
}

async function landRelation(
  opened: Relation,
  group: readonly FileToLand[],
  source: Source,
  {database, scratch}: LandOptions
): Promise<Map<FileToLand, LandedRows>> {
  // The rows are held once, in memory or outside the data, so that what follows can use every core.
  const relation = await takeIn(opened, source, {database, scratch});
  const unmapped = unmappedColumns(source, group[0]!.records, relation.columns);
  const columns = [...relation.columns];
  const landed = new Map<FileToLand, LandedRows>(group.map((file) => [file, {records: {}, columns, unmapped}]));
  for (const {folder} of group) await mkdir(folder, {recursive: true});
  const rejected = await relation.takeRejected();
  const incoming = relation.hasRow ? 'select * from incoming' : await numberedSql(relation, database);
  for (const {mapping} of group[0]!.records) {
    const {kind} = mapping.contract;
    const sql = landSql(mapping, source.keep, relation.columns, incoming);
    const [only] = group.length === 1 ? group : [];
    const path = only ? join(only.folder, `${kind}.parquet`) : join(scratch, 'batch.parquet');
    const rows = await copyRows(
      only ? `select ${only.load}::integer as _load, * exclude (_file) from (${sql})` : sql,
      path,
      database
    );
    for (const [i, one] of group.entries()) {
      const ours = rejected.filter(({file}) => file === i);
      const good = only ? rows : await splitOff(path, i, one, kind, database);
      refuseWrongEncoding(ours, good, one.file, source);
      if (!relation.hasRow && ours.length > 0) await renumber(join(one.folder, `${kind}.parquet`), ours, database);
      landed.get(one)!.records[kind] = {
        rows_read: good + ours.length,
        rejected: ours.map(({row, reason}) => ({row, reason}))
      };
    }
  }
  await database.execute('drop table incoming');
  return landed;
}

/** Reads a relation into the temp table `incoming`. Returns the one that was read: another where line ends had to be made equal. */
async function takeIn(relation: Relation, source: Source, {database, scratch}: LandOptions): Promise<Relation> {
  const read = ({sql}: Relation) => database.execute(`create or replace temp table incoming as ${sql}`);
  try {
    await read(relation);
    return relation;
  } catch (error) {
    if (!isLineEndTrouble(error)) throw unreadable(relation.files, error);
  }
  const files = [];
  for (const file of relation.files) files.push(await withPlainLineEnds(file, scratch));
  const [plain] = await openRelations(files, source, database);
  try {
    await read(plain!);
    return plain!;
  } catch (error) {
    throw unreadable(relation.files, error);
  }
}

/** The rows of `incoming` numbered from 1 in each file, without those that hold nothing: spreadsheets write many of them. */
async function numberedSql({files, columns}: Relation, database: Database): Promise<string> {
  const firsts = await database.query<{file: string; first: string}>(
    'select _file as file, min(rowid) as first from incoming group by _file'
  );
  const before = files.map((_, i) => firsts.find(({file}) => Number(file) === i)?.first ?? '0');
  const filled = columns.map((_, i) => cleanSql(`c${i}`, []));
  return `select * from (select rowid + 1 - [${before.join(', ')}][_file + 1] as _row, * from incoming)
    where coalesce(${filled.join(', ')}) is not null`;
}

/** Writes rows as Parquet and returns how many there are. */
async function copyRows(sql: string, path: string, database: Database): Promise<number> {
  const [result] = await database.query<{Count: string}>(
    `copy (${sql}) to ${literal(path)} (format parquet, compression zstd)`
  );
  return Number(result!.Count);
}

/** Writes one file's rows of a batch to its load. */
async function splitOff(
  batch: string,
  position: number,
  {load, folder}: FileToLand,
  kind: string,
  database: Database
): Promise<number> {
  const rows = `from read_parquet(${literal(batch)}) where _file = ${position}`;
  const sql = `
    select ${load}::integer as _load, * exclude (_file) ${rows} order by _row`;
  return copyRows(sql, join(folder, `${kind}.parquet`), database);
}

/** Counts the rejected rows of a file in again, so that a row keeps its number when a broken one before it is mended. */
async function renumber(path: string, rejected: readonly RejectedRow[], database: Database): Promise<void> {
  const gaps = rejected.map(({row}, k) => `(${row - k - 1}, ${k + 1})`).join(', ');
  const sql = `
    select landed.* replace (landed._row + coalesce(gaps.before, 0) as _row)
    from read_parquet(${literal(path)}) as landed
    asof left join (select good::bigint as good, max(before) as before from (values ${gaps}) as gap(good, before) group by good) as gaps
      on landed._row > gaps.good
    order by _row`;
  await copyRows(sql, `${path}.renumbered`, database);
  await rename(`${path}.renumbered`, path);
}

/** DuckDB quotes the offending row in its messages, which may hold personal data: only the first line is kept. */
function unreadable(files: readonly InputFile[], error: unknown): ProblemsError {
  if (error instanceof ProblemsError) return error;
  const [first] = messageOf(error).split('\n');
  return new ProblemsError([
    `${files.map(({path}) => shortPath(path)).join(', ')}: it can't be read as ${files[0]!.format}: ${first}`
  ]);
}

function refuseWrongEncoding(rejected: readonly RejectedRow[], rows: number, file: InputFile, source: Source): void {
  const bad = rejected.filter(({isEncoding}) => isEncoding);
  if (bad.length * ROWS_PER_BAD_ENCODING <= rows + rejected.length) return;
  throw new ProblemsError([
    `${shortPath(file.path)}: ${bad.length} of ${rows + rejected.length} rows are not UTF-8, the first is row ${bad[0]!.row}; set encoding in ${shortPath(source.path)} (Chinese Excel writes gb18030)`
  ]);
}
