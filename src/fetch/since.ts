import {ProblemsError} from '../config/problems.ts';
import type {SourceRow} from '../contract/mapping.ts';
import {valueAt, type JsonObject} from './json.ts';
import {overlapOf} from './overlap.ts';
import type {Since} from './restSpec.ts';

/** How far a stream that is asked for what is new has come. */
export interface Frontier {
  /** What the query parameter says in this fetch; undefined where everything is asked for. */
  readonly parameter: string | undefined;
  /** Takes note of a record. Throws a ProblemsError where the column holds no time, or no number. */
  pass(record: JsonObject): void;
  /** Where the next fetch begins, after so many records. Throws a ProblemsError where none of them had the column. */
  end(records: number): string | undefined;
  /** Whether the next fetch asks for a row again. */
  isRecent(row: SourceRow): boolean;
}

/** `cursor` is what the fetch before gave. */
export function frontier(since: Since, cursor: string | undefined, place: string): Frontier {
  const scale = SCALES[since.format];
  const overlap = overlapOf(since.overlap, since.format === 'number' ? 'numbers' : 'seconds', `${place}.since`);
  const begin = cursor ?? since.start;
  const first = begin === undefined ? undefined : read(begin);
  const from = cursor === undefined ? first : back(first!);
  let latest = cursor === undefined ? undefined : first;
  let isFound = false;

  function read(text: string): number {
    const value = scale.read(text);
    if (!Number.isNaN(value)) return value;
    throw new ProblemsError([
      `${place}.since.column: expected ${scale.expected} in "${since.column}", got a text that is none; name another column, or another format`
    ]);
  }

  function back(value: number): number {
    return value - Math.ceil(overlap / scale.unitSize) * scale.unit;
  }

  return {
    parameter: from === undefined ? undefined : since.value.replaceAll('{}', () => scale.write(from)),
    pass(record) {
      const text = valueAt(record, since.column);
      if (typeof text !== 'string') return;
      isFound = true;
      const value = read(text);
      if (latest === undefined || value > latest) latest = value;
    },
    end(records) {
      if (records > 0 && !isFound) {
        throw new ProblemsError([
          `${place}.since.column: no record has "${since.column}"; name a column that all records have`
        ]);
      }
      return latest === undefined ? undefined : scale.keep(latest);
    },
    isRecent(row) {
      const text = row[since.column] ?? null;
      return text !== null && latest !== undefined && read(text) >= back(latest);
    }
  };
}

interface Scale {
  readonly expected: string;
  /** NaN where a text is none. */
  read(text: string): number;
  /** As the query parameter has it, no later than the value. */
  write(value: number): string;
  /** As it is stored. */
  keep(value: number): string;
  /** How far apart two values are at least, and how much of an overlap that is. */
  readonly unit: number;
  readonly unitSize: number;
}

const DAY = 86_400_000;

const instant = {
  expected: 'a time',
  read: readInstant,
  keep: (value: number) => new Date(value).toISOString(),
  unit: 1000,
  unitSize: 1
} as const;

const SCALES: Readonly<Record<Since['format'], Scale>> = {
  iso: {...instant, write: (value) => new Date(value).toISOString()},
  unix: {...instant, write: (value) => String(Math.floor(value / 1000))},
  date: {
    expected: 'a date',
    read: (text) => Date.parse(`${/^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? ''}T00:00:00Z`),
    write: (value) => new Date(value).toISOString().slice(0, 10),
    keep: (value) => new Date(value).toISOString().slice(0, 10),
    unit: DAY,
    unitSize: DAY / 1000
  },
  number: {
    expected: 'a number below 2^53',
    read: (text) => (Number.isSafeInteger(Math.floor(Number(text || NaN))) ? Number(text) : NaN),
    write: String,
    keep: String,
    unit: 1,
    unitSize: 1
  }
};

/** Milliseconds since 1970 of a time in ISO 8601 (in UTC where it names no offset) or in seconds since 1970. */
function readInstant(text: string): number {
  if (/^\d{9,11}(?:\.\d+)?$/.test(text)) return Math.floor(Number(text) * 1000);
  if (/^\d{12,14}$/.test(text)) return Number(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return NaN;
  const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text.slice(10));
  return Date.parse(hasOffset || text.length === 10 ? text : `${text.replace(' ', 'T')}Z`);
}
