import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import generate from '../../../sources/demo/company.ts';

type Field =
  | string
  | {column?: string; columns?: string[]; constant?: unknown; values?: Record<string, string>; otherwise?: string};
interface Source {
  readonly generator: string;
  readonly records: Record<string, Record<string, Field>>;
}

const source = parse(readFileSync(new URL('../../../sources/demo/source.yaml', import.meta.url), 'utf8')) as Source;
const files = [...generate(new Date('2026-11-22T01:00:00Z'))];

describe.each(Object.entries(source.records))('the mapping of %s', (_, {files: glob, ...fields}) => {
  const [start = '', end = ''] = (typeof glob === 'string' ? glob : '').split('*');
  const own = files.filter(({name}) => name.startsWith(start) && name.endsWith(end));

  it('reads 37 files with the same columns', () => {
    expect(own).toHaveLength(37);
    expect(new Set(own.map(({columns}) => columns.join()))).toHaveLength(1);
  });

  it('names only columns that the files have', () => {
    const missing = Object.values(fields)
      .flatMap(columnsOf)
      .filter((column) => !own[0]?.columns.includes(column));
    expect(missing).toEqual([]);
  });

  it('has a word of ours for every word that stands in the files', () => {
    for (const field of Object.values(fields)) {
      if (typeof field === 'string' || !field.values || field.otherwise !== undefined) continue;
      const known = Object.keys(field.values);
      expect([...wordsIn(field.column ?? '')].filter((word) => !known.includes(word))).toEqual([]);
    }
  });

  function wordsIn(column: string): Set<string> {
    const words = new Set<string>();
    for (const {columns, rows} of own) {
      const place = columns.indexOf(column);
      for (const row of rows) if (row[place]) words.add(row[place]);
    }
    return words;
  }
});

it('reads every column', () => {
  const read = new Set(Object.values(source.records).flatMap((fields) => Object.values(fields).flatMap(columnsOf)));
  const unread = new Set(files.flatMap(({columns}) => columns.filter((column) => !read.has(column))));
  expect([...unread]).toEqual([]);
});

function columnsOf(field: Field): string[] {
  if (typeof field === 'string') return [field];
  return [field.column ?? [], field.columns ?? []].flat();
}
