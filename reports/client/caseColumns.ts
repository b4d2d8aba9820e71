import {codeName} from '../words/codes.ts';
import {formatNumber} from '../words/formatValue.ts';
import {say, WORDS, type Word} from '../words/locale.ts';
import {memberName, type AnalysisContext} from './context.ts';
import type {DataTable} from './dataTable.ts';
import {timeText} from './timeText.ts';

const HOURS = 24;

/** The columns that a list of cases shows, in their order. */
const SHOWN = [
  'number',
  'received_at',
  'department',
  'category',
  'subcategory',
  'channel',
  'severity',
  'resolution_state',
  'resolved_at',
  'hours_to_resolve',
  'outcome',
  'product',
  'region',
  'cause_root',
  'is_recurrence',
  'earlier_number',
  'is_reopened',
  'is_escalated'
];

/** Columns whose words are codes of another name. */
const CODES: Readonly<Record<string, string>> = {resolution_state: 'clock_state'};

/** A column of the cases as it is shown and downloaded. */
export interface CaseColumn {
  name: string;
  head: string;
  isNumber: boolean;
  /** What a row has in it; null for nothing. */
  read: (row: number) => string | number | null;
  /** The same in words. */
  print: (row: number) => string;
}

/** The columns of a table of cases that hold anything: those that a list shows, or all. */
export function caseColumns(context: AnalysisContext, cases: DataTable, which: 'shown' | 'all'): CaseColumn[] {
  const names = which === 'shown' ? SHOWN.filter((name) => cases.has(name)) : cases.columns;
  return names.filter((name) => which === 'all' || hasValues(cases, name)).map((name) => column(context, cases, name));
}

function hasValues(cases: DataTable, name: string): boolean {
  if (cases.kind(name) === 'text') return cases.texts(name).members.some((member) => member !== '');
  return cases.numbers(name).some((value) => !Number.isNaN(value));
}

function column(context: AnalysisContext, cases: DataTable, name: string): CaseColumn {
  const {locale} = context;
  const common = {name, head: columnHead(context, name), isNumber: false};
  switch (cases.kind(name)) {
    case 'text': {
      const {members, codes} = cases.texts(name);
      const title = (member: string) =>
        name in CODES ? codeName(CODES[name]!, member, locale) : memberName(context, name, member);
      const read = (row: number) => {
        const member = members[codes[row]!] ?? '';
        return member === '' ? null : title(member);
      };
      return {...common, read, print: (row) => read(row) ?? ''};
    }
    case 'boolean': {
      const values = cases.numbers(name);
      const read = (row: number) => (Number.isNaN(values[row]!) ? null : values[row]!);
      return {...common, read, print: (row) => (values[row] === 1 ? '✓' : '')};
    }
    case 'time':
    case 'day': {
      const values = cases.numbers(name);
      const read = (row: number) => (Number.isNaN(values[row]!) ? null : timeText(values[row]!));
      return {...common, read, print: (row) => read(row) ?? ''};
    }
    case 'number': {
      const values = cases.numbers(name);
      const scale = name === 'hours_to_resolve' ? HOURS : 1;
      const read = (row: number) => (Number.isNaN(values[row]!) ? null : Number((values[row]! / scale).toFixed(2)));
      return {
        ...common,
        isNumber: true,
        read,
        print: (row) => {
          const value = read(row);
          return value === null ? '' : formatNumber(value, 1, 0);
        }
      };
    }
  }
}

/** The head of a column: its word, else the title of its dimension, else its name. */
export function columnHead({locale, dimensions}: AnalysisContext, name: string): string {
  const word = `column_${name}`;
  return word in WORDS ? say(locale, word as Word) : (dimensions[name]?.[locale] ?? name);
}
