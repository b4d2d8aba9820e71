import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {readCsvHeader} from './csvHeader.ts';
import type {InputFile} from './inputFile.ts';
import type {Source} from './source.ts';

/** A row that could not be taken apart into columns, by its number in the file (the header is not counted). */
export interface RejectedRow {
  readonly row: number;
  readonly reason: string;
  readonly isEncoding: boolean;
}

/** The rows of one file as SQL, every column a text. */
export interface Relation {
  readonly columns: readonly string[];
  /** A SELECT with `_row`, counted from 1, and the columns c0, c1, … in the order of `columns`. */
  readonly sql: string;
  /** Whether `_row` leaves the rejected rows out of its count. */
  readonly skipsRejected: boolean;
  /** The rows rejected by the SELECT that has just been run; asking empties the list. */
  takeRejected(): Promise<RejectedRow[]>;
}

/** How rows are read from a file of each format. */
export async function openRelation(file: InputFile, source: Source, database: Database): Promise<Relation> {
  switch (file.format) {
    case 'csv':
      return csvRelation(file, source, database);
    case 'parquet':
      return parquetRelation(file, database);
    case 'json':
    case 'jsonl':
      return jsonRelation(file, database);
  }
}

async function csvRelation(file: InputFile, source: Source, database: Database): Promise<Relation> {
  const header = await readCsvHeader(file, source);
  const types = header.columns.map((_, i) => `c${i}: 'VARCHAR'`).join(', ');
  const options = [
    literal(file.path),
    `columns = {${types}}`,
    `delim = ${literal(header.delimiter)}`,
    `quote = '"', escape = '"', header = false, auto_detect = false, skip = ${header.lines}`,
    `compression = '${file.isZipped ? 'gzip' : 'none'}'`,
    'store_rejects = true, rejects_limit = 0'
  ];
  return {
    columns: header.columns,
    skipsRejected: true,
    sql: `select row_number() over () as _row, * from read_csv(${options.join(', ')})`,
    takeRejected: async () => {
      const rows = await database.query<{line: string; error_type: string; message: string; lines: string}>(`
        select line, first(error_type) as error_type, first(error_message) as message,
          first(length(csv_line) - length(replace(rtrim(csv_line, chr(10)), chr(10), ''))) as lines
        from reject_errors group by line order by line`);
      await database.execute('drop table reject_errors; drop table reject_scans');
      return rows.map(({line, error_type, message, lines}) => ({
        row: Number(line) - header.lines,
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
    columns: columns.map((column) => column.trim()),
    skipsRejected: false,
    sql: `select ${['file_row_number + 1 as _row', ...list].join(', ')} from ${from}`,
    takeRejected: () => Promise.resolve([])
  };
}

async function jsonRelation(file: InputFile, database: Database): Promise<Relation> {
  const path = literal(file.path);
  const compression = `compression = '${file.isZipped ? 'gzip' : 'none'}'`;
  const lines =
    file.format === 'json'
      ? `select row_number() over () as number, json::varchar as line from read_json_objects(${path}, format = 'array', ${compression})`
      : `select number, line from (
           select row_number() over () as number, line
           from read_csv(${path}, columns = {line: 'VARCHAR'}, delim = chr(1), quote = '', escape = '', header = false,
             auto_detect = false, ${compression}, max_line_size = 16777216)
         ) where line is not null`;
  const isObject = `coalesce(json_valid(line) and json_type(line) = 'OBJECT', false)`;
  const keys = await database.query<{key: string}>(
    `select distinct unnest(json_keys(line)) as key from (${lines}) where ${isObject} order by key`
  );
  const columns = keys.map(({key}) => key);
  const list = columns.map((column, i) => `json_extract_string(line, ${literal(jsonPath(column))}) as c${i}`);
  return {
    columns,
    skipsRejected: false,
    sql: `select ${['number as _row', ...list].join(', ')} from (${lines}) where ${isObject}`,
    takeRejected: async () => {
      const rows = await database.query<{row: string}>(
        `select number as row from (${lines}) where not ${isObject} order by number`
      );
      return rows.map(({row}) => ({row: Number(row), reason: 'not a JSON object', isEncoding: false}));
    }
  };
}

function jsonPath(key: string): string {
  return `$."${key.replaceAll('"', '\\"')}"`;
}
