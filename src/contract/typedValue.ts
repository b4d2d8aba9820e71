import type {FieldMapping, RecordMapping} from './mapping.ts';
import {mapWord} from './mapping.ts';
import {parseLocalTime} from './dateFormat.ts';
import {instantOf} from './zone.ts';

/** Why a value breaks its contract. */
export type Reason =
  | 'missing'
  | 'not_text'
  | 'unknown_code'
  | 'not_a_date'
  | 'not_a_number'
  | 'not_a_whole_number'
  | 'not_a_flag'
  | 'out_of_range';

export interface Problem {
  readonly field: string;
  readonly reason: Reason;
}

export type Verdict = {readonly record: Record<string, unknown>} | {readonly problems: readonly Problem[]};

export const NUMBER = '[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\\.[0-9]{1,17})?';
export const WHOLE_NUMBER = '[+-]?[0-9]{1,15}(?:\\.0{1,9})?';
export const TRUE_WORDS = ['true', 't', 'yes', 'y', '1', '是'];
export const FALSE_WORDS = ['false', 'f', 'no', 'n', '0', '否'];

const number = new RegExp(`^${NUMBER}$`);
const wholeNumber = new RegExp(`^${WHOLE_NUMBER}$`);

/**
 * Types and checks one record, row by row. `texts` holds the cleaned text of each mapped field, null where there is none.
 * `typedSql.ts` gives the same verdict over whole tables.
 */
export function typeRecord(texts: Readonly<Record<string, string | null>>, mapping: RecordMapping): Verdict {
  const record: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const field of mapping.fields) {
    const text = texts[field.field.name] ?? null;
    if (text === null) continue;
    const typed = typedValue(mapWord(text, field), field);
    if ('reason' in typed) problems.push({field: field.field.name, reason: typed.reason});
    else record[field.field.name] = typed.value;
  }
  const result = mapping.contract.schema.safeParse(record);
  for (const issue of result.error?.issues ?? []) {
    const field = String(issue.path[0]);
    if (problems.some((problem) => problem.field === field)) continue;
    problems.push({field, reason: field in record ? reasonOf(issue.code) : 'missing'});
  }
  return problems.length > 0 ? {problems} : {record};
}

export type Typed = {readonly value: unknown} | {readonly reason: Reason};

/** Reads one word in our words as its field's type. */
export function typedValue(text: string, mapping: FieldMapping): Typed {
  switch (mapping.field.type) {
    case 'text':
      return text.isWellFormed() && !text.includes('\0') ? {value: text} : {reason: 'not_text'};
    case 'code':
      return mapping.field.codes?.includes(text) === true ? {value: text} : {reason: 'unknown_code'};
    case 'number':
      return number.test(text) ? {value: Number(text.replaceAll(',', ''))} : {reason: 'not_a_number'};
    case 'integer':
      return wholeNumber.test(text) ? {value: Number(text)} : {reason: 'not_a_whole_number'};
    case 'flag':
      return flag(text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
    case 'instant':
      return instant(text, mapping);
  }
}

function flag(word: string): Typed {
  if (TRUE_WORDS.includes(word)) return {value: true};
  return FALSE_WORDS.includes(word) ? {value: false} : {reason: 'not_a_flag'};
}

function instant(text: string, {formats, timeZone}: FieldMapping): Typed {
  for (const format of formats) {
    const local = parseLocalTime(text, format);
    if (local) return {value: isoInstant(instantOf(local, timeZone))};
  }
  return {reason: 'not_a_date'};
}

function isoInstant(microseconds: bigint): string {
  const milliseconds = microseconds / 1000n - (microseconds % 1000n < 0n ? 1n : 0n);
  const rest = microseconds - milliseconds * 1000n;
  return new Date(Number(milliseconds)).toISOString().replace('Z', `${String(rest).padStart(3, '0')}Z`);
}

function reasonOf(code: string): Reason {
  switch (code) {
    case 'too_small':
    case 'too_big':
    case 'custom':
    case 'invalid_format': // an instant whose year has more than four digits, or lies before the year 0
      return 'out_of_range';
    default:
      throw new Error(`zod reported "${code}", for which no reason is known`);
  }
}
