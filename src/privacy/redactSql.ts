import {literal} from '../warehouse/quote.ts';
import {ANY_FORM, FORMS, ID_CARD_CHECK_DIGITS, ID_CARD_WEIGHTS, UNIONPAY_PREFIX, type Form} from './forms.ts';

/** An own value (see redactText.ts) as SQL. */
export interface OwnValueSql {
  readonly value: string;
  readonly mark: string;
  readonly shortest: number;
}

/** SQL macros that redact whole columns: `redact_forms(text)` and `redact_own(text, value, mark, shortest)`. */
export function redactionMacros(): string {
  const forms = FORMS.reduce((text, form) => withoutForm(text, form), 'redacted');
  return [
    `create or replace temp macro is_id_card(digits) as length(digits) = 18 and ${idCardSql('digits')};`,
    `create or replace temp macro is_bank_card(digits) as starts_with(digits, '${UNIONPAY_PREFIX}') or ${luhnSql('digits')};`,
    `create or replace temp macro redact_own(redacted, own, mark, shortest) as ${ownSql()};`,
    `create or replace temp macro redact_all_forms(redacted) as ${forms};`,
    `create or replace temp macro redact_forms(redacted) as
       case when regexp_matches(redacted, ${literal(ANY_FORM)}) then redact_all_forms(redacted) else redacted end;`
  ].join('\n');
}

/** SQL that redacts a column of free text, with the record's own values. */
export function redactSql(text: string, own: readonly OwnValueSql[]): string {
  const known = own.reduce(
    (inner, {value, mark, shortest}) => `redact_own(${inner}, ${value}, ${literal(mark)}, ${shortest})`,
    text
  );
  return `redact_forms(${known})`;
}

function ownSql(): string {
  return `case
    when own is null or length(own) < shortest or not contains(lower(redacted), lower(own)) then redacted
    when regexp_matches(own, '[A-Za-z]') then regexp_replace(redacted, '(?i)' || regexp_escape(own), mark, 'g')
    else replace(redacted, own, mark)
  end`;
}

function withoutForm(text: string, form: Form): string {
  if (form.check === undefined) {
    const bounded = literal(`(\\b|[A-Za-z_])(?:${form.pattern})(\\b|[A-Za-z_])`);
    const once = (value: string) => `regexp_replace(${value}, ${bounded}, ${literal(`\\1${form.mark}\\2`)}, 'g')`;
    return once(once(text));
  }
  const bounded = literal(`(?:\\b|[A-Za-z_])(${form.pattern})(?:\\b|[A-Za-z_])`);
  const test = form.check === 'china_id_card' ? 'is_id_card' : 'is_bank_card';
  const found = `list_filter(regexp_extract_all(${text}, ${bounded}, 1), lambda found: ${test}(regexp_replace(found, '[ -]', '', 'g')))`;
  return `list_reduce(${found}, lambda rest, found: replace(rest, found, ${literal(form.mark)}), ${text})`;
}

function idCardSql(digits: string): string {
  const products = ID_CARD_WEIGHTS.map(
    (weight, i) => `${weight} * try_cast(substr(${digits}, ${i + 1}, 1) as integer)`
  );
  return `substr('${ID_CARD_CHECK_DIGITS}', (${products.join(' + ')}) % 11 + 1, 1) = upper(substr(${digits}, 18, 1))`;
}

function luhnSql(digits: string): string {
  const doubled = `(2 - i % 2) * try_cast(substr(${digits}, length(${digits}) - i + 1, 1) as integer)`;
  return `list_sum(list_transform(range(1, length(${digits}) + 1), lambda i: (${doubled}) // 10 + (${doubled}) % 10)) % 10 = 0`;
}
