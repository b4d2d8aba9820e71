import {END_SERIAL, FIRST_SERIAL, type DateFormat} from './dateFormat.ts';
import {EARLIEST_INSTANT, LATEST_INSTANT} from './fields.ts';
import type {FieldMapping, RecordMapping} from './mapping.ts';
import {FALSE_WORDS, NUMBER, TRUE_WORDS, WHOLE_NUMBER, type Reason} from './typedValue.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {instantSql} from '../warehouse/zoneSql.ts';

/** The SQL of one field: three steps, each over the columns of the one before. */
export interface FieldSql {
  readonly name: string;
  /** Over `l`, the landed row: the text in our words. */
  readonly word: string;
  /** Over `w`, the row in our words: the typed value, null where it can't be read. */
  readonly value: string;
  /** Over `v`, which holds the words and, under `typedColumn`, the values: why it breaks the contract, or null. */
  readonly problem: string;
}

/** The column of `v` that holds the typed value of a field. */
export function typedColumn(name: string): string {
  return identifier(`=${name}`);
}

/** Compiles a record mapping to SQL that types and checks whole tables, with the verdicts of `typeRecord`. */
export function fieldsSql(mapping: RecordMapping): FieldSql[] {
  return mapping.fields.map((field) => {
    const name = identifier(field.field.name);
    return {
      name: field.field.name,
      word: wordSql(`l.${name}`, field),
      value: valueSql(`w.${name}`, field),
      problem: problemSql(`v.${name}`, `v.${typedColumn(field.field.name)}`, field)
    };
  });
}

/** The DuckDB type of a field. */
export function columnType({field}: Pick<FieldMapping, 'field'>): string {
  const types = {
    text: 'VARCHAR',
    code: 'VARCHAR',
    instant: 'TIMESTAMPTZ',
    number: 'DOUBLE',
    integer: 'BIGINT',
    flag: 'BOOLEAN'
  };
  return types[field.type];
}

function wordSql(landed: string, {values, otherwise}: FieldMapping): string {
  if (!values && otherwise === undefined) return landed;
  const cases = [...(values ?? [])].map(([from, to]) => `when ${literal(from)} then ${literal(to)}`).join(' ');
  const rest = otherwise === undefined ? landed : `case when ${landed} is not null then ${literal(otherwise)} end`;
  return cases === '' ? rest : `case ${landed} ${cases} else ${rest} end`;
}

function valueSql(word: string, mapping: FieldMapping): string {
  switch (mapping.field.type) {
    case 'text':
      return word;
    case 'code':
      return `case when list_contains(${literalList(mapping.field.codes!)}, ${word}) then ${word} end`;
    case 'number':
      return `case when regexp_full_match(${word}, '${NUMBER}') then try_cast(replace(${word}, ',', '') as double) end`;
    case 'integer':
      return `case when regexp_full_match(${word}, '${WHOLE_NUMBER}') then try_cast(split_part(${word}, '.', 1) as bigint) end`;
    case 'flag':
      return flagSql(word);
    case 'instant':
      return `coalesce(${mapping.formats.map((format) => dateSql(word, format, mapping.timeZone)).join(', ')})`;
  }
}

function flagSql(word: string): string {
  const among = (words: readonly string[]) => `list_contains(${literalList(words)}, lower(${word}))`;
  return `case when ${among(TRUE_WORDS)} then true when ${among(FALSE_WORDS)} then false end`;
}

function dateSql(word: string, format: DateFormat, timeZone: string): string {
  const gate = `regexp_full_match(${word}, ${literal(format.pattern)})`;
  const read = readingSql(word, format);
  return `case when ${gate} then ${format.hasOffset ? read : instantSql(read, timeZone)} end`;
}

/** An instant where the format has an offset, a local timestamp where it has none. */
function readingSql(word: string, {format, year, hasOffset, reader}: DateFormat): string {
  switch (reader) {
    case 'cast':
      return hasOffset ? `try_cast(${withSeconds(word)} as timestamptz)` : `try_cast(${word} as timestamp)`;
    case 'serial':
      return serialSql(`try_cast(${word} as double)`);
    case 'strptime':
      return year === undefined
        ? `try_strptime(${word}, ${literal(format)})`
        : `try_strptime(${literal(`${year} `)} || ${word}, ${literal(`%Y ${format}`)})`;
  }
}

function serialSql(days: string): string {
  const seconds = `round(${days} * 86400)::bigint - ${FIRST_SERIAL * 86_400}`;
  return `case when ${days} >= ${FIRST_SERIAL} and ${days} < ${END_SERIAL} then make_timestamp((${seconds}) * 1000000) end`;
}

/** A cast to an instant with an offset needs the seconds. */
function withSeconds(word: string): string {
  return `regexp_replace(${word}, '([ T][0-9]+:[0-9]+)([Z+-])', '\\1:00\\2')`;
}

function problemSql(word: string, value: string, {field}: FieldMapping): string {
  const reason = (name: Reason) => literal(name);
  const cases: string[] = [];
  if (field.required) cases.push(`when ${word} is null then ${reason('missing')}`);
  const unreadable: Partial<Record<typeof field.type, Reason>> = {
    code: 'unknown_code',
    instant: 'not_a_date',
    number: 'not_a_number',
    integer: 'not_a_whole_number',
    flag: 'not_a_flag'
  };
  const unread = unreadable[field.type];
  if (unread) cases.push(`when ${word} is not null and ${value} is null then ${reason(unread)}`);
  if (field.type === 'text') cases.push(`when contains(${word}, chr(0)) then ${reason('not_text')}`);
  if (field.type === 'instant') {
    const outside = `${value} < timestamptz '${EARLIEST_INSTANT}' or ${value} > timestamptz '${LATEST_INSTANT}'`;
    cases.push(`when ${outside} then ${reason('out_of_range')}`);
  }
  if (field.minimum !== undefined) cases.push(`when ${value} < ${field.minimum} then ${reason('out_of_range')}`);
  if (field.maximum !== undefined) cases.push(`when ${value} > ${field.maximum} then ${reason('out_of_range')}`);
  return cases.length === 0 ? 'null::varchar' : `case ${cases.join(' ')} end`;
}
