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

/** `cleanText` over a column of a whole table. Most cells need nothing, and one pattern tells. */
export function cleanSql(value: string, nulls: readonly string[]): string {
  const unclean = `^[${BLANKS}]|[${BLANKS}]$|[${WIDE}]`;
  const cleaned = `trim(translate(${value}, '${WIDE}', '${NARROW}'), ${literal(BLANKS)})`;
  const text = `nullif(case when regexp_matches(${value}, ${literal(unclean)}) then ${cleaned} else ${value} end, '')`;
  return nulls.length === 0 ? text : `case when not list_contains(${literalList(nulls)}, ${text}) then ${text} end`;
}
