import {
  Bool,
  DateDay,
  Dictionary,
  Float64,
  Int16,
  Int32,
  Int8,
  Table,
  TimestampMillisecond,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  type Vector
} from 'apache-arrow';
import type {Column} from '../warehouse/duckdb.ts';

/** What a column of a published table holds; days and times are local. */
export type PublishedType = 'text' | 'integer' | 'number' | 'boolean' | 'day' | 'time';

/** How a column is read from DuckDB so that its values come as texts, plain numbers and booleans; days count from 1970, times in milliseconds. */
export function readableSql(name: string, duckType: string): {sql: string; type: PublishedType} {
  if (duckType === 'BOOLEAN') return {sql: name, type: 'boolean'};
  if (duckType === 'DATE') return {sql: `${name} - date '1970-01-01'`, type: 'day'};
  if (duckType.startsWith('TIMESTAMP')) return {sql: `epoch_ms(${name}::timestamp)::double`, type: 'time'};
  if (/^(U?TINYINT|U?SMALLINT|INTEGER)$/.test(duckType)) return {sql: `${name}::integer`, type: 'integer'};
  if (/^(DOUBLE|FLOAT|DECIMAL|U?BIGINT|UINTEGER|HUGEINT)/.test(duckType))
    return {sql: `${name}::double`, type: 'number'};
  return {sql: `${name}::varchar`, type: 'text'};
}

/**
 * Encodes columns as an Arrow IPC stream of one record batch. Texts that repeat are dictionary-encoded, their members in order; the same
 * values give the same bytes.
 *
 * @param columns with the values that `readableSql` reads
 */
export function arrowTable(columns: readonly (Column & {readonly as: PublishedType})[]): Uint8Array {
  const vectors = columns.map(({name, as, values}, index) => [name, vectorOf(as, values, index)] as const);
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'stream');
}

function vectorOf(as: PublishedType, values: readonly unknown[], id: number): Vector {
  const {nullCount, nullBitmap} = validity(values);
  const length = values.length;
  switch (as) {
    case 'boolean': {
      const data = bits(values, (value) => value === true);
      return makeVector(makeData({type: new Bool(), length, nullCount, nullBitmap, data}));
    }
    case 'day':
      return makeVector(
        makeData({type: new DateDay(), length, nullCount, nullBitmap, data: Int32Array.from(values, Number)})
      );
    case 'time': {
      const data = BigInt64Array.from(values, (value) => BigInt(Number(value)));
      return makeVector(makeData({type: new TimestampMillisecond(), length, nullCount, nullBitmap, data}));
    }
    case 'integer':
      return makeVector(
        makeData({type: new Int32(), length, nullCount, nullBitmap, data: Int32Array.from(values, Number)})
      );
    case 'number':
      return makeVector(
        makeData({type: new Float64(), length, nullCount, nullBitmap, data: Float64Array.from(values, Number)})
      );
    case 'text':
      return textVector(values as readonly (string | null)[], id);
  }
}

/** Texts of which at least every second comes again are written as members of a list. */
function textVector(values: readonly (string | null)[], id: number): Vector {
  const members = [...new Set(values)].filter((value) => value !== null).sort();
  if (members.length > values.length / 2) return plainTexts(values);
  const codes = new Map<string | null, number>(members.map((member, code) => [member, code]));
  const {nullCount, nullBitmap} = validity(values);
  const dictionary = plainTexts(members);
  const common = {length: values.length, nullCount, nullBitmap, dictionary};
  const code = (value: string | null) => codes.get(value) ?? 0;
  if (members.length <= 0x7f) {
    const type = new Dictionary(new Utf8(), new Int8(), id);
    return makeVector(makeData({...common, type, data: Int8Array.from(values, code)}));
  }
  if (members.length <= 0x7fff) {
    const type = new Dictionary(new Utf8(), new Int16(), id);
    return makeVector(makeData({...common, type, data: Int16Array.from(values, code)}));
  }
  const type = new Dictionary(new Utf8(), new Int32(), id);
  return makeVector(makeData({...common, type, data: Int32Array.from(values, code)}));
}

/** Texts one after the other. Arrow's own builders make functions from text, which no page may. */
function plainTexts(values: readonly (string | null)[]): Vector<Utf8> {
  const encoder = new TextEncoder();
  const texts = values.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(texts.length + 1);
  texts.forEach((text, index) => {
    valueOffsets[index + 1] = valueOffsets[index]! + text.length;
  });
  const data = new Uint8Array(valueOffsets.at(-1)!);
  texts.forEach((text, index) => {
    data.set(text, valueOffsets[index]);
  });
  return makeVector(makeData({type: new Utf8(), length: values.length, ...validity(values), valueOffsets, data}));
}

function validity(values: readonly unknown[]): {nullCount: number; nullBitmap: Uint8Array | null} {
  const nullCount = values.reduce<number>((count, value) => count + (value === null ? 1 : 0), 0);
  return {nullCount, nullBitmap: nullCount === 0 ? null : bits(values, (value) => value !== null)};
}

/** One bit for each value, the first one lowest, in whole words of eight bytes. */
function bits(values: readonly unknown[], isSet: (value: unknown) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 64) * 8);
  values.forEach((value, index) => {
    if (isSet(value)) bytes[index >> 3]! |= 1 << (index & 7);
  });
  return bytes;
}
