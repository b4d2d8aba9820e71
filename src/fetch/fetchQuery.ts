import {messageOf, ProblemsError} from '../config/problems.ts';
import {suggestion} from '../config/nearest.ts';
import type {SourceRow} from '../contract/mapping.ts';
import type {StreamSpec} from '../extract/source.ts';
import type {Column, DatabaseConnection, DatabaseKind} from './databaseConnection.ts';
import type {QueryStream} from './databaseSpec.ts';
import type {Fetched, FetchStream, RowSink} from './fetchStream.ts';
import {overlapOf} from './overlap.ts';
import {Passing} from './passing.ts';
import {tryAgain} from './tryAgain.ts';
import {variablesOf, type Variables} from './variables.ts';

type DatabaseSource = Extract<StreamSpec, {readonly connection: string}>;

/** Fetches the rows of a query in one read-only transaction; from the beginning again where the connection breaks. */
export function fetchQuery(
  kind: DatabaseKind,
  spec: DatabaseSource,
  stream: QueryStream,
  {place, name}: {place: string; name: string}
): FetchStream {
  const at = `${place}, streams.${name}`;
  return async ({cursor, environment, signal, onRetry}, sink) => {
    const variables = variablesOf(environment);
    const address = addressOf(spec.connection, {kind, variables, place});
    const attempt = async (number: number): Promise<Fetched> => {
      if (number > 1) await sink.reset();
      let connection: DatabaseConnection | undefined;
      try {
        connection = await kind.open(address, {timeoutSeconds: spec.timeout, signal});
        return await readQuery(connection, stream, {cursor, sink, at});
      } catch (error) {
        throw told(error, {kind, variables, at, isOpen: connection !== undefined});
      } finally {
        await connection?.close();
      }
    };
    return tryAgain(attempt, {patience: spec.retry, place: at, signal, onRetry});
  };
}

function addressOf(
  connection: string,
  {kind, variables, place}: {kind: DatabaseKind; variables: Variables; place: string}
): string {
  const address = variables.expand(connection, `${place}, connection`);
  const secrets = secretsOf(address, kind);
  if (!secrets) {
    throw new ProblemsError([
      `${place}, connection: expected an address such as ${kind.schemes[0]}//user:password@host/database in ${connection}; characters such as @ and / in the password are written as %40 and %2F`
    ]);
  }
  for (const secret of secrets) variables.conceal(secret);
  return address;
}

/** What must not be shown of an address; undefined where it is none. */
function secretsOf(address: string, {schemes}: DatabaseKind): string[] | undefined {
  try {
    const {protocol, password} = new URL(address);
    if (schemes.includes(protocol)) return [password, decodeURIComponent(password)].filter((secret) => secret !== '');
  } catch {
    // Neither is an address with a stray % in it.
  }
  return undefined;
}

function told(
  error: unknown,
  {kind, variables, at, isOpen}: {kind: DatabaseKind; variables: Variables; at: string; isOpen: boolean}
): unknown {
  if (error instanceof Passing || error instanceof ProblemsError) return error;
  const failure = kind.failure(error) ?? (isOpen ? undefined : {wrong: messageOf(error)});
  if (!failure) return error;
  if ('passes' in failure) return new Passing(failure.passes);
  return new ProblemsError([
    `${at}: ${variables.hide(failure.wrong)}; correct the query, the connection or the user's rights`
  ]);
}

async function readQuery(
  connection: DatabaseConnection,
  stream: QueryStream,
  {cursor: stored, sink, at}: {cursor: string | undefined; sink: RowSink; at: string}
): Promise<Fetched> {
  const columns = await connection.columns(stream.query);
  checkNames(columns, at);
  const cursor = stream.cursor === undefined ? undefined : cursorOf(columns, stream.cursor, at);
  const from = stored ?? stream.start;
  const overlap = cursor ? overlapIn(cursor, stream, at) : 0;
  const back = stored === undefined ? 0 : overlap;
  const condition = cursor && from !== undefined ? {column: cursor, from, overlap: back} : undefined;
  let latest = stored;
  let greatest: string | undefined;
  let without = 0;
  for await (const rows of connection.rows(stream.query, cursor, condition)) {
    await sink.write(rows);
    if (!cursor) continue;
    const values = rows.flatMap((row) => row[cursor.name] ?? []);
    without += rows.length - values.length;
    greatest = values.at(-1) ?? greatest;
  }
  const notes: string[] = [];
  if (cursor && without > 0) {
    notes.push(`${at}: ${without} rows have no "${cursor.name}"; they are read only when everything is`);
  }
  if (cursor && stored !== undefined && isBefore(greatest, stored, cursor)) {
    notes.push(
      `${at}: the greatest "${cursor.name}" is before the one of the last run; if the database was restored, read everything again with --full`
    );
  } else latest = greatest ?? stored;
  const count = stream.count === undefined ? undefined : await countOf(connection, stream.count, at);
  return {
    ...(cursor && latest !== undefined && {cursor: latest}),
    ...(count !== undefined && {count}),
    isRecent: (row) => !cursor || (latest !== undefined && isRecent(row, {cursor, latest, overlap})),
    notes
  };
}

/** Columns of one name can't be told apart in a row. */
function checkNames(columns: readonly Column[], at: string): void {
  const names = columns.map(({name}) => name);
  const twice = [...new Set(names.filter((name, i) => names.indexOf(name) < i))];
  if (twice.length === 0) return;
  throw new ProblemsError([
    `${at}.query: two columns are called "${twice.join('", "')}"; give one another name with "as"`
  ]);
}

function cursorOf(columns: readonly Column[], name: string, at: string): Column {
  const column = columns.find((one) => one.name === name);
  if (column) return column;
  const names = columns.map((one) => one.name);
  throw new ProblemsError([`${at}.cursor: the query has no column "${name}"${suggestion(name, names)}`]);
}

/** Seconds, or numbers, by what the cursor holds. */
function overlapIn({name, kind}: Column, {overlap}: QueryStream, at: string): number {
  if (kind !== 'other') return overlapOf(overlap, kind === 'number' ? 'numbers' : 'seconds', at);
  if (Object.values(overlap).every((size) => size === 0)) return 0;
  throw new ProblemsError([`${at}.overlap: "${name}" holds neither times nor numbers; leave overlap out`]);
}

async function countOf(connection: DatabaseConnection, query: string, at: string): Promise<number> {
  const text = await connection.value(query);
  if (text !== null && /^\d+$/.test(text)) return Number(text);
  throw new ProblemsError([
    `${at}.count: expected a SELECT of one whole number, got another value; write select count(*) …`
  ]);
}

/** Whether all that was read lies before a value, or nothing was read. */
function isBefore(greatest: string | undefined, stored: string, column: Column): boolean {
  if (greatest === undefined) return true;
  if (column.kind === 'other') return false;
  return order(greatest, column) < order(stored, column);
}

function isRecent(
  row: SourceRow,
  {cursor, latest, overlap}: {cursor: Column; latest: string; overlap: number}
): boolean {
  const text = row[cursor.name] ?? null;
  if (text === null) return false;
  if (text === latest) return true;
  if (cursor.kind === 'other') return false;
  const days = Math.ceil(overlap / 86_400) * 86_400;
  const back = cursor.kind === 'number' ? overlap : (cursor.kind === 'date' ? days : overlap) * 1000;
  return order(text, cursor) >= order(latest, cursor) - back;
}

/** A number for a value, near enough to tell what lies in an overlap: times in whole milliseconds. */
function order(text: string, {kind}: Column): number {
  if (kind === 'number') return Number(text);
  const iso = text.replace(' ', 'T');
  return Date.parse(/[T ]/.test(text) && !/(?:Z|[+-]\d\d:\d\d)$/.test(text) ? `${iso}Z` : iso);
}
