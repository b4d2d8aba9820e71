import {literal} from '../warehouse/quote.ts';
import {
  ANY_FORM,
  BOUND,
  CHECKED,
  ID_CARD_CHECK_DIGITS,
  ID_CARD_WEIGHTS,
  IN_FOURS,
  SEPARATOR,
  UNCHECKED,
  UNIONPAY_PREFIX
} from './forms.ts';

/** An own value (see redactText.ts) as SQL. */
export interface OwnValueSql {
  readonly value: string;
  readonly mark: string;
  readonly shortest: number;
}

/** SQL macros that redact whole columns, with the results of redactText.ts: redact_own and redact_forms. */
export function redactionMacros(): string {
  return [
    `create or replace temp macro is_card_number(digits) as ${idCardSql('digits')} or starts_with(digits, '${UNIONPAY_PREFIX}') or ${luhnSql('digits')};`,
    `create or replace temp macro redact_own(redacted, own, mark, shortest) as ${ownSql()};`,
    `create or replace temp macro redact_forms(redacted) as
       case when regexp_matches(redacted, ${literal(ANY_FORM)}) then ${formsSql('redacted')} else redacted end;`
  ].join('\n');
}

/** SQL that blots one of the record's own values out of a text. */
export function redactOwnSql(text: string, {value, mark, shortest}: OwnValueSql): string {
  return `redact_own(${text}, ${value}, ${literal(mark)}, ${shortest})`;
}

function ownSql(): string {
  // Made large and then small again, for some small letters, such as ſ, have only the large one in common.
  const folded = (text: string) => `lower(upper(${text}))`;
  return `case
    when own is null or length(own) < shortest then redacted
    when not regexp_matches(own, '[A-Za-z]') then case when contains(redacted, own) then replace(redacted, own, mark) else redacted end
    when contains(${folded('redacted')}, ${folded('own')}) then regexp_replace(redacted, '(?i)' || regexp_escape(own), mark, 'g')
    else redacted
  end`;
}

function formsSql(text: string): string {
  const candidates = literal(`(?:\\b|[A-Za-z_])(${CHECKED.pattern})(?:\\b|[A-Za-z_])`);
  const isCard = `regexp_full_match(found, ${literal(IN_FOURS)}) or is_card_number(regexp_replace(found, ${literal(SEPARATOR)}, '', 'g'))`;
  const cards = `list_filter(regexp_extract_all(${text}, ${candidates}, 1), lambda found: ${isCard})`;
  const withoutCards = `list_reduce(${cards}, lambda rest, found: replace(rest, found, ${literal(CHECKED.mark)}), ${text})`;
  const bounded = literal(`${BOUND.before}(?:${UNCHECKED.pattern})${BOUND.after}`);
  const once = (value: string) => `regexp_replace(${value}, ${bounded}, ${literal(`\\1${UNCHECKED.mark}\\2`)}, 'g')`;
  return once(once(withoutCards));
}

function idCardSql(digits: string): string {
  const weights = `[${ID_CARD_WEIGHTS.join(', ')}]`;
  const sum = `list_sum(list_transform(range(1, 18), lambda i: ${weights}[i] * try_cast(substr(${digits}, i, 1) as integer)))`;
  return `(length(${digits}) = 18 and substr('${ID_CARD_CHECK_DIGITS}', (${sum} % 11 + 1)::bigint, 1) = upper(substr(${digits}, 18, 1)))`;
}

function luhnSql(digits: string): string {
  const doubled = `(2 - i % 2) * try_cast(substr(${digits}, length(${digits}) - i + 1, 1) as integer)`;
  return `list_sum(list_transform(range(1, length(${digits}) + 1), lambda i: (${doubled}) // 10 + (${doubled}) % 10)) % 10 = 0`;
}
