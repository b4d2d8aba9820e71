import {ProblemsError} from '../config/problems.ts';
import {redactForms} from '../privacy/redactText.ts';
import {Circles} from './circles.ts';
import type {FetchStream} from './fetchStream.ts';
import {isObject, valueAt, type Json, type JsonObject} from './json.ts';
import {nextPlace} from './nextPlace.ts';
import {openApi, type RestSource} from './openApi.ts';
import type {RestStream} from './restSpec.ts';
import {rowsOf} from './rows.ts';
import {frontier} from './since.ts';

/** Fetches a list of records page by page. A page that is read again, or overlaps with another, does no harm. */
export function fetchPages(
  spec: RestSource,
  stream: RestStream,
  {place, name}: {place: string; name: string}
): FetchStream {
  const at = `${place}, streams.${name}`;
  const {paging, since} = stream;
  const resumes = paging?.kind === 'cursor' && paging.resume;
  return async (context, sink) => {
    const api = openApi(spec, stream, context, {place, at});
    const news = since && frontier(since, context.cursor, at);
    const asked: Record<string, string> = news?.parameter === undefined ? {} : {[since!.parameter]: news.parameter};
    const circles = new Circles();
    const notes: string[] = [];
    let count: number | undefined;
    let read = 0;
    let most = 0;
    let position = resumes ? context.cursor : undefined;
    let url = api.urlOf({...asked, ...placeOf(stream, position)}, {isFirst: position === undefined});

    for (;;) {
      const answer = await api.ask(url);
      const records = recordsOf(answer.body, stream, at);
      const isRepeated = circles.isRepeated(url, records);
      if (!isRepeated) {
        for (const record of records) news?.pass(record);
        const rows = records.flatMap((record) => rowsOf(record, stream));
        if (rows.length > 0) await sink.write(rows);
      }
      count = numberAt(answer.body, stream.count) ?? count;
      read += records.length;
      const next = nextPlace(paging, {answer, records, read, position, isLargest: records.length >= most}, at);
      most = Math.max(most, records.length);
      position = next.position ?? position;
      if (next.isLast) break;
      const following =
        next.link === undefined ? api.urlOf({...asked, ...placeOf(stream, position)}) : api.linked(next.link, answer);
      if (circles.isEnd(url, following)) {
        notes.push(`${at}: the API names its last page as the next one; that was taken for the end`);
        break;
      }
      circles.check(following, records, at);
      url = following;
    }

    const cursor = news ? news.end(read) : resumes ? position : undefined;
    return {
      ...(cursor !== undefined && {cursor}),
      ...(count !== undefined && {count}),
      isRecent: (row) => (news ? news.isRecent(row) : !resumes),
      notes
    };
  };
}

/** The query parameter of a place; the first one has a parameter only where pages are numbered. */
function placeOf({paging}: RestStream, position: string | undefined): Record<string, string> {
  if (!paging || !('parameter' in paging)) return {};
  if (position !== undefined) return {[paging.parameter]: position};
  if (paging.kind === 'page') return {[paging.parameter]: String(paging.first)};
  return paging.kind === 'offset' ? {[paging.parameter]: '0'} : {};
}

function recordsOf(body: Json, {rows}: RestStream, at: string): readonly JsonObject[] {
  const list = valueAt(body, rows);
  if (Array.isArray(list)) {
    const records = list as readonly Json[];
    if (records.every(isObject)) return records;
    throw new ProblemsError([`${at}.rows: expected a list of objects at "${rows}", got other values in it`]);
  }
  const keys = isObject(body) ? Object.keys(body).slice(0, 20).map(redactForms) : [];
  const found = list === undefined ? 'nothing' : 'something else';
  const there = keys.length === 0 ? '' : `; the answer has ${keys.join(', ')}`;
  throw new ProblemsError([`${at}.rows: expected a list at "${rows}", got ${found} there${there}`]);
}

function numberAt(body: Json, path: string | undefined): number | undefined {
  const value = path === undefined ? undefined : valueAt(body, path);
  return typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : undefined;
}
