import type {SourceRow} from '../contract/mapping.ts';
import {isObject, type Json, type JsonObject} from './json.ts';
import type {RowShape} from './restSpec.ts';

/**
 * The rows of a record. Nested values are spread over columns named with dots (`via.channel`), a list of plain values is
 * joined by commas, a list of anything else is JSON. An exploded list gives a row for each item, none where it is empty.
 */
export function rowsOf(record: JsonObject, {keyed, explode, where}: RowShape): SourceRow[] {
  const rows = explode === undefined ? [spread(record, keyed)] : exploded(record, explode, keyed);
  const wanted = Object.entries(where);
  return wanted.length === 0
    ? rows
    : rows.filter((row) => wanted.every(([column, words]) => words.includes(row[column] ?? '')));
}

function exploded(record: JsonObject, path: string, keyed: RowShape['keyed']): SourceRow[] {
  const items = itemsAt(record, path.split('.'));
  const parent = spread(without(record, path.split('.')), keyed);
  return items.map((item) => ({...parent, ...spread(item, keyed, path)}));
}

function itemsAt(value: Json | undefined, path: readonly string[]): readonly Json[] {
  const [step, ...rest] = path;
  if (step !== undefined) return isObject(value) ? itemsAt(value[step], rest) : [];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function without(record: JsonObject, [step, ...rest]: readonly string[]): JsonObject {
  const entries = Object.entries(record).flatMap(([key, value]): [string, Json][] => {
    if (key !== step) return [[key, value]];
    return rest.length > 0 && isObject(value) ? [[key, without(value, rest)]] : [];
  });
  return Object.fromEntries(entries);
}

function spread(value: Json, keyed: RowShape['keyed'], name = ''): SourceRow {
  return Object.fromEntries(columns(value, keyed, name));
}

function columns(value: Json, keyed: RowShape['keyed'], name: string): [string, string | null][] {
  if (value === null || typeof value === 'string') return [[name, value]];
  if (typeof value === 'boolean') return [[name, String(value)]];
  const inner = (key: string) => (name === '' ? key : `${name}.${key}`);
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => columns(item, keyed, inner(key)));
  const list = value;
  const pair = Object.hasOwn(keyed, name) ? keyed[name] : undefined;
  if (pair) {
    return list.filter(isObject).flatMap((item) => {
      const key = item[pair.key];
      return typeof key === 'string' ? columns(item[pair.value] ?? null, keyed, inner(key)) : [];
    });
  }
  if (list.some((item) => typeof item === 'object' && item !== null)) return [[name, JSON.stringify(list)]];
  const plain = list.filter((item) => item !== null);
  return [[name, plain.length === 0 ? null : plain.map(String).join(', ')]];
}
