import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {readCsvHeader, type CsvHeader} from './csvHeader.ts';
import type {InputFile} from './inputFile.ts';
import type {Source} from './source.ts';

/** A row that could not be taken apart into columns, by its number in the file (the header is not counted). */
export interface RejectedRow {
  /** Position of its file in the relation. */
  readonly file: number;
  readonly row: number;
  readonly reason: string;
  readonly isEncoding: boolean;
}

/** The rows of files of one shape as SQL, every column a text. */
export interface Relation {
  readonly files: readonly InputFile[];
  readonly columns: readonly string[];
  /**
   * A SELECT with `_file`, the position of the file, and the columns c0, c1, … in the order of `columns`, file by file in
   * the order of the rows. Where the format tells the number of a row, `_row` holds it.
   */
  readonly sql: string;
  /** Whether `_row` is there. Where it is not, the position of a row among those that were not rejected tells it. */
  readonly hasRow: boolean;
  /** The rows rejected by the SELECT that has just been run; asking empties the list. */
  takeRejected(): Promise<RejectedRow[]>;
}

/** Opens UTF-8 files, those of one shape together: reading many files at once costs little more than reading one. */
export async function openRelations(
  files: readonly InputFile[],
  source: Source,
  database: Database
): Promise<Relation[]> {
  const shapes = new Map<string, {files: InputFile[]; header: CsvHeader}>();
  const relations: Relation[] = [];
  for (const file of files) {
    if (file.format === 'parquet') relations.push(await parquetRelation(file, database));
    else if (file.format !== 'csv') relations.push(await jsonRelation(file, database));
    else {
      const header = await readCsvHeader(file, source);
      const shape = JSON.stringify([header, file.isZipped]);
      const alike = shapes.get(shape);
      if (alike) alike.files.push(file);
      else shapes.set(shape, {files: [file], header});
    }
  }
  return [...relations, ...[...shapes.values()].map((shape) => csvRelation(shape.files, shape.header, database))];
}

function csvRelation(files: readonly InputFile[], header: CsvHeader, database: Database): Relation {
  const types = header.columns.map((_, i) => `c${i}: 'VARCHAR'`).join(', ');
  const paths = literalList(files.map(({path}) => path));
  const options = [
    paths,
    `columns = {${types}}`,
    `delim = ${literal(header.delimiter)}`,
    `quote = '"', escape = '"', header = false, auto_detect = false, skip = 1`,
    `compression = '${files[0]!.isZipped ? 'gzip' : 'none'}'`,
    `store_rejects = true, rejects_limit = 0, filename = ${files.length > 1}`
  ];
  const file = files.length > 1 ? `list_position(${paths}, filename) - 1` : '0';
  return {
    files,
    columns: header.columns,
    hasRow: false,
    sql: `select ${file} as _file, * from read_csv(${options.join(', ')})`,
    takeRejected: async () => {
      const rows = await database.query<{
        file: string;
        line: string;
        error_type: string;
        message: string;
        lines: string;
      }>(`
        select list_position(${paths}, file_path) - 1 as file, line, first(error_type) as error_type, first(error_message) as message,
          first(length(csv_line) - length(replace(rtrim(csv_line, chr(10)), chr(10), ''))) as lines
        from reject_errors join reject_scans using (scan_id, file_id) group by file, line order by file, line`);
      await database.execute('drop table reject_errors; drop table reject_scans');
      return rows.map(({file, line, error_type, message, lines}) => ({
        file: Number(file),
        row: Number(line) - 1,
        reason: rejectReason(error_type, message, Number(lines)),
        isEncoding: error_type === 'INVALID ENCODING'
      }));
    }
  };
}

function rejectReason(type: string, message: string, lines: number): string {
  switch (type) {
    case 'MISSING COLUMNS':
    case 'TOO MANY COLUMNS': {
      const [expected, found] = message.match(/\d+/g) ?? [];
      return `expected ${expected} columns, found ${found}${type === 'MISSING COLUMNS' ? '; is the line cut off?' : ''}`;
    }
    case 'UNQUOTED VALUE':
      return `a quotation mark is opened or closed in the wrong place${lines > 1 ? `; ${lines} lines are caught in it` : ''}`;
    case 'INVALID ENCODING':
      return 'not UTF-8';
    default:
      return type.toLowerCase();
  }
}

async function parquetRelation(file: InputFile, database: Database): Promise<Relation> {
  const from = `read_parquet(${literal(file.path)}, file_row_number = true)`;
  const described = await database.query<{column_name: string}>(
    `describe select * exclude (file_row_number) from ${from}`
  );
  const columns = described.map(({column_name}) => column_name);
  const list = columns.map((column, i) => `${identifier(column)}::varchar as c${i}`);
  return {
    files: [file],
    columns: columns.map((column) => column.trim()),
    hasRow: true,
    sql: `select ${['0 as _file', 'file_row_number + 1 as _row', ...list].join(', ')} from ${from}`,
    takeRejected: () => Promise.resolve([])
  };
}

async function jsonRelation(file: InputFile, database: Database): Promise<Relation> {
  const path = literal(file.path);
  const compression = (plain: string) => `compression = '${file.isZipped ? 'gzip' : plain}'`;
  const lines =
    file.format === 'json'
      ? `select row_number() over () as number, json::varchar as line from read_json_objects(${path}, format = 'array', ${compression('uncompressed')})`
      : `select number, line from (
           select row_number() over () as number, line
           from read_csv(${path}, columns = {line: 'VARCHAR'}, delim = chr(1), quote = '', escape = '', header = false,
             auto_detect = false, ${compression('none')}, max_line_size = 16777216)
         ) where line is not null`;
  // CASE, for AND does not promise to look at what is valid first, and the type of a broken line stops the whole query.
  const isObject = `coalesce(case when json_valid(line) then json_type(line) = 'OBJECT' end, false)`;
  const keys = await database.query<{key: string}>(
    `select distinct unnest(json_keys(line)) as key from (${lines}) where ${isObject} order by key`
  );
  const columns = keys.map(({key}) => key);
  const texts = `json_extract_string(line, ${literalList(columns.map(jsonPointer))})`;
  const list = columns.map((_, i) => `texts[${i + 1}] as c${i}`);
  return {
    files: [file],
    columns,
    hasRow: true,
    sql: `select ${['0 as _file', 'number as _row', ...list].join(', ')}
      from (select number, ${texts} as texts from (${lines}) where ${isObject})`,
    takeRejected: async () => {
      const rows = await database.query<{row: string}>(
        `select number as row from (${lines}) where not ${isObject} order by number`
      );
      return rows.map(({row}) => ({file: 0, row: Number(row), reason: 'not a JSON object', isEncoding: false}));
    }
  };
}

/** A key as a JSON pointer (RFC 6901), which has no wildcards. */
function jsonPointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
