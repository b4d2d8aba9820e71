import {cleanSql} from '../contract/cleanText.ts';
import {partsOf, type FieldMapping, type RecordMapping} from '../contract/mapping.ts';
import {redactOwnSql, type OwnValueSql} from '../privacy/redactSql.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {
  DELETED,
  KEPT_PREFIX,
  LETTER,
  SHORTEST_OWN,
  isGuarded,
  isLanded,
  isOwn,
  readableWords,
  smallLettersSql
} from './landing.ts';

/**
 * The SELECT that lands the rows of a relation: one text column per mapped field, cleaned, and free of personal data.
 * `landRow.ts` gives the same for one row. Needs the macros of src/privacy.
 */
export function landSql(
  mapping: RecordMapping,
  keep: readonly string[],
  columns: readonly string[],
  rows: string
): string {
  const columnSql = (...names: readonly string[]) => {
    const name = names.find((one) => columns.includes(one));
    return name === undefined ? 'null::varchar' : `c${columns.indexOf(name)}`;
  };
  const landed = mapping.fields.filter(isLanded);
  const parts = landed.flatMap((field, f) =>
    partsOf(field.origin).map((names, i) => `${cleanSql(columnSql(...names), field.nulls)} as p${f}_${i}`)
  );
  const own = landed.flatMap((field, f): OwnValueSql[] =>
    isOwn(field)
      ? partsOf(field.origin).map((_, i) => ({
          value: `p${f}_${i}`,
          mark: `[${field.field.name}]`,
          shortest: SHORTEST_OWN[field.field.privacy]
        }))
      : []
  );
  const whole = `concat_ws(chr(31), ${columns.map((_, i) => `coalesce(c${i}, '')`).join(', ')})`;
  const texts: string[] = [];
  const asText = (value: string) => `redact_forms(t${texts.push(value) - 1})`;
  const fields = landed.map((field, f) => {
    const name = identifier(field.field.name);
    if (field.origin.from === 'content_hash') return `pseudonym('row', ${whole}) as ${name}`;
    const value = joinedSql(field, f);
    return `${field.field.privacy === 'free_text' ? asText(value) : privateSql(value, field)} as ${name}`;
  });
  const kept = keep.map(
    (column) => `${asText(cleanSql(columnSql(column), []))} as ${identifier(KEPT_PREFIX + column)}`
  );
  const {deletedWhen} = mapping;
  const deleted = deletedWhen
    ? [
        `case when ${cleanSql(columnSql(deletedWhen.column), [])} in (${deletedWhen.values.map(literal).join(', ')}) then 'true' end as ${DELETED}`
      ]
    : [];
  const cleaned = `select ${['*', ...parts].join(',\n  ')} from (${rows})`;
  return `select ${['_file', '_row', ...deleted, ...fields, ...kept].join(',\n  ')} from (${withoutOwnSql(cleaned, texts, own)})`;
}

/** Blots the record's own values out of texts: one step per value, so that the query stays small. */
function withoutOwnSql(rows: string, texts: readonly string[], own: readonly OwnValueSql[]): string {
  if (texts.length === 0) return rows;
  const first = `select ${['*', ...texts.map((text, i) => `${text} as t${i}`)].join(', ')} from (${rows})`;
  return own.reduce((inner, value) => {
    const steps = texts.map((_, i) => `${redactOwnSql(`t${i}`, value)} as t${i}`);
    return `select * replace (${steps.join(', ')}) from (${inner})`;
  }, first);
}

function joinedSql(field: FieldMapping, f: number): string {
  const parts = partsOf(field.origin).map((_, i) => `p${f}_${i}`);
  if (parts.length === 1 || field.origin.from !== 'columns') return parts[0]!;
  const joined = `concat_ws(${literal(field.origin.join)}, ${parts.join(', ')})`;
  const none = parts.map((part) => `${part} is null`);
  return `case when not (${none.join(isOwn(field) ? ' or ' : ' and ')}) then ${joined} end`;
}

function privateSql(value: string, mapping: FieldMapping): string {
  const {field, formats} = mapping;
  const name = literal(field.name);
  switch (field.privacy) {
    case 'none':
      return value;
    case 'identifier':
      return `case when ${value} is not null then pseudonym(${name}, ${value}) end`;
    case 'contact':
      return `case when ${value} is not null then pseudonym(${name}, normal_contact(${value})) end`;
    case 'free_text':
    case undefined:
      break;
  }
  if (!isGuarded(mapping)) return `redact_forms(${value})`;
  const words = readableWords(mapping);
  const readable = [
    ...(words.length > 0 ? [`list_contains(${literalList(words)}, ${smallLettersSql(value)})`] : []),
    ...(field.type === 'instant'
      ? [`regexp_full_match(${value}, ${literal(formats.map(({pattern}) => pattern).join('|'))})`]
      : []),
    'false'
  ];
  return `case
    when not regexp_matches(${value}, ${literal(`${LETTER}|[0-9]{7}`)}) or ${readable.join(' or ')} then ${value}
    else regexp_replace(redact_forms(${value}), ${literal(LETTER)}, '*', 'g')
  end`;
}
