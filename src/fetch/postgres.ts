import pg from 'pg';
import {asTable, rowOf, type Column, type ColumnKind, type Condition, type DatabaseKind} from './databaseConnection.ts';
import {passingNetwork, passingPostgres} from './passing.ts';
import {within} from './within.ts';

const BATCH_ROWS = 5000;
const BOOLEAN = 16;
const TIMESTAMPTZ = 1184;

/** Columns with distances: the type's number, its name, what it holds. */
const TYPES: ReadonlyMap<number, {readonly name: string; readonly kind: ColumnKind}> = new Map([
  [20, {name: 'int8', kind: 'number'}],
  [21, {name: 'int4', kind: 'number'}],
  [23, {name: 'int4', kind: 'number'}],
  [700, {name: 'float4', kind: 'number'}],
  [701, {name: 'float8', kind: 'number'}],
  [1700, {name: 'numeric', kind: 'number'}],
  [1082, {name: 'date', kind: 'date'}],
  [1114, {name: 'timestamp', kind: 'time'}],
  [TIMESTAMPTZ, {name: 'timestamptz', kind: 'time'}]
]);

/** Errors whose text holds names and words of the query, never values of rows. */
const TELLING = /^(?:0A|25|26|28|3D|3F|42)/;

/**
 * PostgreSQL. Values are the text that the database gives for them: numbers with all their digits, JSON and arrays as
 * they are, bytes as `\x…`; besides, booleans are `true` and `false`, and times with a zone are in UTC with `+00:00`.
 */
export const postgres: DatabaseKind = {
  schemes: ['postgres:', 'postgresql:'],

  async open(address, {timeoutSeconds, signal}) {
    const client = new pg.Client({
      connectionString: address,
      connectionTimeoutMillis: timeoutSeconds * 1000,
      application_name: 'huisheng',
      keepAlive: true,
      types: {getTypeParser: (type: number) => (text: string) => textOf(type, text)}
    });
    // A lost connection fails the query that waits for it; without a listener it would end the process too.
    client.on('error', () => undefined);
    const query = <T extends pg.QueryResult>(config: string | {text: string; rowMode: 'array'}): Promise<T> =>
      within(client.query(config) as unknown as Promise<T>, timeoutSeconds + 1, signal);
    const close = () => client.end().catch(() => undefined);
    try {
      await within(client.connect(), timeoutSeconds + 1, signal);
      const limit = Math.ceil(timeoutSeconds * 1000);
      await query('begin transaction isolation level repeatable read, read only');
      await query(`set local time zone 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
        set local bytea_output = 'hex'; set local extra_float_digits = 1; set local cursor_tuple_fraction = 1;
        set local statement_timeout = ${limit}; set local idle_in_transaction_session_timeout = ${limit}`);
    } catch (error) {
      await close();
      throw error;
    }
    const quote = (name: string) => client.escapeIdentifier(name);
    const columns = async (sql: string): Promise<(Column & {type: number})[]> => {
      const {fields} = await query({text: `select * from ${asTable(sql)} limit 0`, rowMode: 'array'});
      return fields.map(({name, dataTypeID: type}) => ({name, type, kind: TYPES.get(type)?.kind ?? 'other'}));
    };
    return {
      columns,
      quote,
      close,
      value: async (sql) => {
        const {rows} = await query<pg.QueryArrayResult<(string | null)[]>>({text: sql, rowMode: 'array'});
        return rows[0]?.[0] ?? null;
      },
      async *rows(sql, cursor, condition) {
        const all = await columns(sql);
        const from = condition ? ` where ${conditionSql(condition, all, quote, client)}` : '';
        const order = cursor ? ` order by ${quote(cursor.name)}` : '';
        // A cursor of SQL, for each of its batches is a statement with a time limit of its own.
        await query(`declare source_cursor no scroll cursor for select * from ${asTable(sql)}${from}${order}`);
        for (;;) {
          const fetch = {text: `fetch ${BATCH_ROWS} from source_cursor`, rowMode: 'array'} as const;
          const {rows} = await query<pg.QueryArrayResult<(string | null)[]>>(fetch);
          if (rows.length > 0) yield rows.map((values) => rowOf(all, values));
          if (rows.length < BATCH_ROWS) return;
        }
      }
    };
  },

  failure(error) {
    if (error instanceof pg.DatabaseError) {
      const code = error.code ?? '';
      const passes = passingPostgres(code);
      if (passes !== undefined) return {passes};
      if (TELLING.test(code)) return {wrong: error.message};
      return {wrong: `the database refused the query with SQLSTATE ${code} (its message may hold data)`};
    }
    const passes = passingNetwork(error);
    return passes === undefined ? undefined : {passes};
  }
};

function textOf(type: number, text: string): string {
  if (type === BOOLEAN) return text === 't' ? 'true' : 'false';
  return type === TIMESTAMPTZ ? text.replace(/\+00$/, '+00:00') : text;
}

function conditionSql(
  {column, from, overlap}: Condition,
  columns: readonly (Column & {type: number})[],
  quote: (name: string) => string,
  client: pg.Client
): string {
  const type = TYPES.get(columns.find(({name}) => name === column.name)!.type);
  const value = `${client.escapeLiteral(from)}${type ? `::${type.name}` : ''}`;
  const back = {
    time: ` - interval '${overlap} seconds'`,
    date: ` - ${Math.ceil(overlap / 86_400)}`,
    number: ` - ${overlap}`,
    other: ''
  };
  return `${quote(column.name)} >= ${value}${overlap > 0 ? back[column.kind] : ''}`;
}
