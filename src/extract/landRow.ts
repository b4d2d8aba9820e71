import {cleanText} from '../contract/cleanText.ts';
import {partsOf, type FieldMapping, type RecordMapping, type SourceRow} from '../contract/mapping.ts';
import {normalContact, type Pseudonymiser} from '../privacy/pseudonym.ts';
import {redactForms, redactText, type OwnValue} from '../privacy/redactText.ts';
import {
  DELETED,
  KEPT_PREFIX,
  LETTER,
  SHORTEST_OWN,
  isGuarded,
  isLanded,
  isOwn,
  readableWords,
  smallLetters
} from './landing.ts';

const guarded = new RegExp(`${LETTER}|[0-9]{7}`, 'u');
const letters = new RegExp(LETTER, 'gu');

/**
 * Lands one row: the text of each mapped field, cleaned, and free of personal data. `landSql.ts` does it for whole tables.
 * A row that can't be written as UTF-8, for it holds half of a surrogate pair, gives undefined: it is rejected as a whole.
 */
export function landRow(
  row: SourceRow,
  mapping: RecordMapping,
  keep: readonly string[],
  pseudonymiser: Pseudonymiser
): Record<string, string | null> | undefined {
  if (!Object.values(row).every((value) => value?.isWellFormed() ?? true)) return undefined;
  const landed = mapping.fields.filter(isLanded);
  const own = landed.filter(isOwn).flatMap((field): OwnValue[] =>
    textsOf(row, field).map((value) => ({
      value,
      mark: `[${field.field.name}]`,
      shortest: SHORTEST_OWN[field.field.privacy]
    }))
  );
  const fields = landed.map((field) => {
    if (field.origin.from === 'content_hash') {
      return [
        field.field.name,
        pseudonymiser.pseudonym(
          'row',
          Object.values(row)
            .map((value) => value ?? '')
            .join('\x1f')
        )
      ];
    }
    const value = joined(textsOf(row, field), field);
    return [field.field.name, value === null ? null : withoutPersonalData(value, field, own, pseudonymiser)];
  });
  const kept = keep.map((column) => {
    const value = cleanText(row[column] ?? null, []);
    return [KEPT_PREFIX + column, value === null ? null : redactText(value, own)];
  });
  return Object.fromEntries([...deletion(row, mapping), ...fields, ...kept]) as Record<string, string | null>;
}

function deletion(row: SourceRow, {deletedWhen}: RecordMapping): [string, string | null][] {
  if (!deletedWhen) return [];
  const word = cleanText(row[deletedWhen.column] ?? null, []);
  return [[DELETED, word !== null && deletedWhen.values.includes(word) ? 'true' : null]];
}

function textsOf(row: SourceRow, {origin, nulls}: FieldMapping): (string | null)[] {
  return partsOf(origin).map((names) => cleanText(row[names.find((name) => name in row) ?? ''] ?? null, nulls));
}

function joined(parts: readonly (string | null)[], field: FieldMapping): string | null {
  const there = parts.filter((part) => part !== null);
  if (there.length === 0 || (isOwn(field) && there.length < parts.length)) return null;
  return there.join(field.origin.from === 'columns' ? field.origin.join : '');
}

function withoutPersonalData(
  value: string,
  mapping: FieldMapping,
  own: readonly OwnValue[],
  pseudonymiser: Pseudonymiser
): string {
  const {field, formats} = mapping;
  switch (field.privacy) {
    case 'none':
      return value;
    case 'identifier':
      return pseudonymiser.pseudonym(field.name, value);
    case 'contact':
      return pseudonymiser.pseudonym(field.name, normalContact(value));
    case 'free_text':
      return redactText(value, own);
    case undefined:
      break;
  }
  if (!isGuarded(mapping)) return redactForms(value);
  const isReadable =
    readableWords(mapping).includes(smallLetters(value)) ||
    (field.type === 'instant' && formats.some(({captures}) => captures.test(value)));
  if (isReadable || !guarded.test(value)) return value;
  return redactForms(value).replace(letters, '*');
}
