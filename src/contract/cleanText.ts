import {literal, literalList} from '../warehouse/quote.ts';

const BLANKS = ' \t\n\r\v\f\u00a0\u200b\u3000\ufeff';
const WIDE =
  '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ＠';
const NARROW = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@';

const leading = new RegExp(`^[${BLANKS}]+`);
const trailing = new RegExp(`[${BLANKS}]+$`);
const wide = /[０-９Ａ-Ｚａ-ｚ＠]/g;

/**
 * The text of one cell: full-width digits and letters made narrow, blanks at both ends taken off; null where nothing is
 * left or where one of the words for "nothing" stands. `cleanSql` gives the same in SQL.
 */
export function cleanText(value: string | null, nulls: readonly string[]): string | null {
  if (value === null) return null;
  const narrow = value.replace(wide, (character) => NARROW.charAt(WIDE.indexOf(character)));
  const text = narrow.replace(leading, '').replace(trailing, '');
  return text === '' || nulls.includes(text) ? null : text;
}

/** `cleanText` over a column of a whole table. */
export function cleanSql(value: string, nulls: readonly string[]): string {
  const narrow = `case when regexp_matches(${value}, '[０-９Ａ-Ｚａ-ｚ＠]') then translate(${value}, '${WIDE}', '${NARROW}') else ${value} end`;
  const text = `nullif(trim(${narrow}, ${blanksSql()}), '')`;
  return nulls.length === 0 ? text : `case when ${text} not in (${nulls.map(literal).join(', ')}) then ${text} end`;
}

function blanksSql(): string {
  return `array_to_string(${literalList([...BLANKS])}, '')`;
}
