import {ProblemsError} from '../config/problems.ts';
import {valueAt, type Json, type JsonObject} from './json.ts';
import type {Answer} from './requestJson.ts';
import type {Paging} from './restSpec.ts';

/** A page that was read. */
export interface Page {
  readonly answer: Answer;
  readonly records: readonly JsonObject[];
  /** How many records were read so far, with those of this page. */
  readonly read: number;
  /** The place at which it began, where one was named. */
  readonly position: string | undefined;
  /** Whether no page before had more records. */
  readonly isLargest: boolean;
}

/** Where the next page begins: at a place, which goes into the query, or at an address of its own. */
export interface NextPlace {
  readonly position?: string;
  readonly link?: string;
  readonly isLast: boolean;
}

/** Finds the next page. Throws a ProblemsError where paging can't go on although there may be more. */
export function nextPlace(paging: Paging | undefined, page: Page, place: string): NextPlace {
  if (!paging) return {isLast: true};
  const isEmpty = page.records.length === 0;
  const isLast = holds(page.answer.body, paging.until, true) || holds(page.answer.body, paging.while, false);
  switch (paging.kind) {
    case 'page':
      return {position: String(Number(page.position ?? paging.first) + 1), isLast: isLast || isEmpty};
    case 'offset':
      return {position: String(page.read), isLast: isLast || isEmpty};
    case 'cursor': {
      const position = textAt(page.answer.body, paging.from);
      if (position === undefined) return {isLast: true};
      return {position, isLast: isLast || (isEmpty && position === page.position)};
    }
    case 'link': {
      const link = paging.from === undefined ? page.answer.next : textAt(page.answer.body, paging.from);
      return link === undefined ? {isLast: true} : {link, isLast};
    }
    case 'after':
      return isEmpty ? {isLast: true} : after(paging, page, {place, isLast});
  }
}

function after(
  {from, join}: Extract<Paging, {readonly kind: 'after'}>,
  {records, position: before, isLargest}: Page,
  {place, isLast}: {place: string; isLast: boolean}
): NextPlace {
  const values = from.map((path) => textAt(records.at(-1)!, path));
  const missing = from.filter((_, i) => values[i] === undefined);
  if (missing.length > 0) {
    throw new ProblemsError([
      `${place}.paging.from: the last row has no "${missing.join('" and no "')}"; name another path`
    ]);
  }
  const position = values.join(join);
  // The API gives the rows from this value on, not those behind it: a page that is not full ends the list.
  if (position !== before) return {position, isLast};
  if (!isLargest || records.length === 1) return {isLast: true};
  throw new ProblemsError([
    `${place}.paging.from: a whole page of rows has the same "${from.join('" and "')}"; page by something that tells rows apart`
  ]);
}

function holds(body: Json, path: string | undefined, wanted: boolean): boolean {
  const value = path === undefined ? undefined : valueAt(body, path);
  return value === wanted || value === String(wanted);
}

function textAt(value: Json, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
