import mysql from 'mysql2';
import type {Connection, FieldPacket} from 'mysql2';
import {asTable, rowOf, type Column, type ColumnKind, type Condition, type DatabaseKind} from './databaseConnection.ts';
import {passingMysql, passingNetwork} from './passing.ts';
import {within} from './within.ts';

const BATCH_ROWS = 5000;
const {Types} = mysql;
const BINARY = 63;
const TIMESTAMP = Types.TIMESTAMP;

const KINDS: ReadonlyMap<number, ColumnKind> = new Map([
  ...[
    Types.TINY,
    Types.SHORT,
    Types.INT24,
    Types.LONG,
    Types.LONGLONG,
    Types.NEWDECIMAL,
    Types.FLOAT,
    Types.DOUBLE
  ].map((type): [number, ColumnKind] => [type, 'number']),
  [Types.DATE, 'date'],
  [Types.DATETIME, 'time'],
  [TIMESTAMP, 'time']
]);

/** Types that hold bytes where their character set is none. */
const BYTES: ReadonlySet<number> = new Set([
  Types.BIT,
  Types.VARCHAR,
  Types.VAR_STRING,
  Types.STRING,
  Types.TINY_BLOB,
  Types.MEDIUM_BLOB,
  Types.LONG_BLOB,
  Types.BLOB,
  Types.GEOMETRY
]);

/** Errors whose text holds names and words of the query, never values of rows: no right, no such thing, not SQL. */
const TELLING: ReadonlySet<number> = new Set([
  1044, 1045, 1046, 1049, 1052, 1054, 1055, 1060, 1064, 1130, 1142, 1143, 1146, 1227, 1248, 1305, 1370, 1698, 1792
]);

type MysqlColumn = Column & {readonly type: number; readonly isBinary: boolean};

/**
 * MySQL and MariaDB. Values are the text that the database gives for them: numbers with all their digits, JSON as it is,
 * booleans (which are numbers here) as `0` and `1`; besides, bytes are `\x` and hexadecimal, and a TIMESTAMP is in UTC with
 * `+00:00`.
 */
export const mysqlDatabase: DatabaseKind = {
  schemes: ['mysql:', 'mariadb:'],

  async open(address, {timeoutSeconds, signal}) {
    const connection = mysql.createConnection({
      uri: address,
      connectTimeout: timeoutSeconds * 1000,
      charset: 'utf8mb4',
      rowsAsArray: true,
      enableKeepAlive: true
    });
    // A query whose rows are streamed isn't told that the connection was lost.
    let lost: Error | undefined;
    let tell: (error: Error) => void = () => undefined;
    connection.on('error', (error: Error) => {
      lost = error;
      tell(error);
    });
    // Each wait has a promise of its own: one for all would keep what every one of them brought.
    const waitFor = <T>(work: Promise<T>): Promise<T> => {
      const loss = new Promise<never>((_, reject) => {
        tell = reject;
        if (lost) reject(lost);
      });
      return within(Promise.race([work, loss]), timeoutSeconds, signal);
    };
    const close = () => {
      connection.destroy();
      return Promise.resolve();
    };
    const ask = (sql: string) => waitFor(query(connection, sql));
    try {
      await waitFor(connected(connection));
      const version = String((await ask('select version()')).rows[0]?.[0]);
      const limit = /mariadb/i.test(version)
        ? `max_statement_time = ${timeoutSeconds}`
        : `max_execution_time = ${Math.ceil(timeoutSeconds * 1000)}`;
      await ask(`set session time_zone = '+00:00', ${limit}, net_write_timeout = ${Math.ceil(timeoutSeconds)}`);
      await ask('set session transaction isolation level repeatable read');
      await ask('start transaction with consistent snapshot, read only');
    } catch (error) {
      await close();
      throw error;
    }
    const quote = (name: string) => mysql.escapeId(name, true);
    const columns = async (sql: string) => (await ask(`select * from ${asTable(sql)} limit 0`)).fields.map(columnOf);
    return {
      columns,
      quote,
      close,
      value: async (sql) => {
        const {rows, fields} = await ask(sql);
        const bytes = rows[0]?.[0];
        return fields[0] && bytes instanceof Buffer ? textOf(columnOf(fields[0]), bytes) : null;
      },
      async *rows(sql, cursor, condition) {
        const all = await columns(sql);
        const from = condition ? ` where ${conditionSql(condition, quote, connection)}` : '';
        const order = cursor ? ` order by ${quote(cursor.name)}` : '';
        const stream = connection
          .query({sql: `select * from ${asTable(sql)}${from}${order}`, typeCast: (field) => field.buffer()})
          .stream({highWaterMark: BATCH_ROWS});
        const rows = stream[Symbol.asyncIterator]() as AsyncIterator<(Buffer | null)[], undefined>;
        for (;;) {
          const batch = await waitFor(take(rows));
          if (batch.length > 0) {
            yield batch.map((values) =>
              rowOf(
                all,
                values.map((bytes, i) => bytes && textOf(all[i]!, bytes))
              )
            );
          }
          if (batch.length < BATCH_ROWS) return;
        }
      }
    };
  },

  failure(error) {
    const {errno, sqlState, code} = (error ?? {}) as {errno?: number; sqlState?: string; code?: string};
    if (error instanceof Error && errno !== undefined && sqlState !== undefined) {
      const passes = passingMysql(errno);
      if (passes !== undefined) return {passes};
      if (TELLING.has(errno)) return {wrong: error.message};
      return {wrong: `the database refused the query with ${code ?? errno} (its message may hold data)`};
    }
    const passes = passingNetwork(error);
    return passes === undefined ? undefined : {passes};
  }
};

function connected(connection: Connection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.connect((error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

function query(connection: Connection, sql: string): Promise<{rows: (Buffer | null)[][]; fields: FieldPacket[]}> {
  return new Promise((resolve, reject) => {
    connection.query({sql, typeCast: (field) => field.buffer()}, (error, rows, fields) => {
      if (error) reject(error);
      else resolve({rows: rows as unknown as (Buffer | null)[][], fields});
    });
  });
}

async function take<T>(rows: AsyncIterator<T, undefined>): Promise<T[]> {
  const batch: T[] = [];
  while (batch.length < BATCH_ROWS) {
    const next = await rows.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}

function columnOf({name, columnType = -1, characterSet}: FieldPacket): MysqlColumn {
  const isBinary = characterSet === BINARY && BYTES.has(columnType);
  return {name, type: columnType, isBinary, kind: KINDS.get(columnType) ?? 'other'};
}

function textOf({type, isBinary}: MysqlColumn, bytes: Buffer): string {
  if (isBinary) return `\\x${bytes.toString('hex')}`;
  const text = bytes.toString('utf8');
  return type === TIMESTAMP && !text.startsWith('0000') ? `${text}+00:00` : text;
}

function conditionSql(
  {column, from, overlap}: Condition,
  quote: (name: string) => string,
  connection: Connection
): string {
  const text = connection.escape(from.replace(/\+00:00$/, ''));
  const values: Readonly<Record<ColumnKind, string>> = {
    time: `cast(${text} as datetime(6)) - interval ${overlap} second`,
    date: `cast(${text} as date) - interval ${Math.ceil(overlap / 86_400)} day`,
    number: `cast(${text} as decimal(65, 10)) - ${overlap}`,
    other: text
  };
  return `${quote(column.name)} >= ${values[column.kind]}`;
}
