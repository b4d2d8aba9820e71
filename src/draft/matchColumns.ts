import type {Contract, ContractField} from '../contract/contract.ts';
import type {DraftColumn} from './draftTable.ts';
import {headerScore} from './headerScore.ts';
import {mapWords} from './mapWords.ts';
import {contactShare} from './personal.ts';
import {headersOf, type Vocabulary} from './vocabulary.ts';

/** From here on a name is that of the field. */
export const SURE_NAME = 0.8;
/** Less of a column's cells than this can be read as the field: it is not that field, by a sure or by another name. */
const LEAST_FIT = {sure: 0.4, other: 0.95} as const;
/** A column with more words than this holds no codes. */
const MOST_CODES = 40;
const CELLS_JUDGED = 500;
const MOSTLY = 0.8;
const PHONE_DIGITS = 7;
/** What a column gains for a field that a record can't do without. */
const REQUIRED_GAIN = 0.1;

/** A column that may hold a field. */
export interface Match {
  readonly field: ContractField;
  readonly column: DraftColumn;
  /** 0 to 1: how well the name and the cells of the column fit the field. */
  readonly score: number;
  /** How well the name alone fits. */
  readonly nameScore: number;
}

/** The columns of a record kind. */
export interface Matches {
  /** For each field at most one column, and for each column at most one field. */
  readonly chosen: readonly Match[];
  /** Columns that were not chosen although their name fits a field. */
  readonly others: readonly Match[];
}

/** Finds the column of each field: by names first, then by what stands in the cells. */
export function matchColumns(contract: Contract, columns: readonly DraftColumn[], vocabulary: Vocabulary): Matches {
  const matches = columns.flatMap((column) =>
    contract.fields.flatMap((field): Match[] => {
      const nameScore = headerScore(column.name, headersOf(vocabulary, contract.kind, field.name));
      if (nameScore === 0) return [];
      const fit = fitOf(contract.kind, field, column, vocabulary);
      const least = nameScore >= SURE_NAME ? LEAST_FIT.sure : LEAST_FIT.other;
      return fit < least ? [] : [{field, column, nameScore, score: nameScore * (0.5 + fit / 2)}];
    })
  );
  const chosen: Match[] = [];
  const rank = ({score, field}: Match) => score + (field.required ? REQUIRED_GAIN : 0);
  for (const match of matches.sort((a, b) => rank(b) - rank(a))) {
    if (!chosen.some(({field, column}) => field === match.field || column === match.column)) chosen.push(match);
  }
  const only = onlyDate(contract, chosen, columns);
  if (only) chosen.push(only);
  const taken = new Set(chosen.map(({column}) => column));
  return {chosen, others: matches.filter(({column}) => !taken.has(column))};
}

/** The one column of dates that there is, for a required instant that no name tells. */
function onlyDate(contract: Contract, chosen: readonly Match[], columns: readonly DraftColumn[]): Match | undefined {
  const field = contract.fields.find(({type, required}) => type === 'instant' && required);
  if (!field || chosen.some((match) => match.field === field)) return undefined;
  const free = columns.filter((column) => column.texts.length > 0 && !chosen.some((match) => match.column === column));
  const dates = free.filter(areDates);
  return dates.length === 1 ? {field, column: dates[0]!, score: 0.3, nameScore: 0} : undefined;
}

/** Whether a column can hardly hold anything but dates; numbers can be many things. */
function areDates({texts, dates}: DraftColumn): boolean {
  return dates.share > MOSTLY && texts.some((text) => /[^0-9.]/.test(text));
}

/** The share of a column's cells that fit a field, 0 to 1; a half where there are none. */
function fitOf(kind: string, field: ContractField, column: DraftColumn, vocabulary: Vocabulary): number {
  const texts = column.texts.slice(0, CELLS_JUDGED);
  if (texts.length === 0) return 0.5;
  const among = (is: (text: string) => boolean) => texts.filter(is).length / texts.length;
  switch (field.type) {
    case 'instant':
      return column.dates.share;
    case 'code':
      if (new Set(texts).size > MOST_CODES) return 0;
      return mapWords(kind, field, {name: column.name, texts}, vocabulary).share;
    case 'flag':
    case 'number':
    case 'integer':
      return mapWords(kind, field, {name: column.name, texts}, vocabulary).share;
    case 'text':
      break;
  }
  if (field.privacy === 'contact') {
    if (field.name.endsWith('phone')) return among((text) => text.replace(/[^0-9]/g, '').length >= PHONE_DIGITS);
    if (field.name.endsWith('email')) return among((text) => text.includes('@'));
    return 1 - contactShare(texts) / 2;
  }
  if (field.privacy === 'identifier') return 1;
  if (field.privacy === 'none') return 1 - among((text) => /\s.*\s/.test(text));
  if (areDates(column)) return 0;
  if (field.privacy === 'free_text') return 1;
  if (contactShare(texts) > 0.1) return 0;
  // Numbers may be codes of a category, but then its name is that of the field.
  return among((text) => text.length <= 80) * (among((text) => /^[0-9.]+$/.test(text)) > MOSTLY ? 0.5 : 1);
}
