import type {StreamSpec} from '../extract/source.ts';
import {fetchPages} from './fetchPages.ts';
import {fetchQuery} from './fetchQuery.ts';
import type {FetchStream} from './fetchStream.ts';
import {mysqlDatabase} from './mysql.ts';
import {postgres} from './postgres.ts';

/** How a stream of a source is fetched. `place` is the source's file, as problems name it; the stream must be there. */
export function fetchStream(spec: StreamSpec, name: string, place: string): FetchStream {
  switch (spec.kind) {
    case 'postgres':
      return fetchQuery(postgres, spec, spec.streams[name]!, {place, name});
    case 'mysql':
      return fetchQuery(mysqlDatabase, spec, spec.streams[name]!, {place, name});
    case 'rest':
      return fetchPages(spec, spec.streams[name]!, {place, name});
  }
}
