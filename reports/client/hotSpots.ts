import {judgePlaces} from '../../src/methods/judgePlaces.ts';
import type {PlaceSettings} from '../../src/methods/hotSpots.ts';
import {validRows} from './causeCounts.ts';
import type {AnalysisContext} from './context.ts';
import type {DataTable} from './dataTable.ts';
import {isFiltered, type Filters} from './filters.ts';
import {monthOfText, monthText} from '../figures/month.ts';
import {selectRows} from './selectRows.ts';
import {crossPlaces, PLACES, singlePlaces} from './spotPlaces.ts';
import {holds, tableRows} from './tableRows.ts';
import type {TableStore} from './tableStore.ts';

/** A place as marts.hot_spots judges it. */
export interface Spot {
  first_member: string;
  second_member: string | null;
  observed: number;
  expected: number;
  ratio: number | null;
  low: number | null;
  high: number | null;
  q: number | null;
  tested: number;
  verdict: 'act' | 'look' | 'none' | 'too_few';
}

/** The places of a kind, over which months, and against which. Months are since year 0, both included. */
export interface HotSpots {
  spots: readonly Spot[];
  settings: PlaceSettings;
  span: readonly [number, number];
  before: readonly [number, number];
  total: number;
}

/**
 * Judges the places of a kind: the latest twelve months by the mart, and what filters leave by the same method. Without an end, the
 * months run to the last one that is over; the time before is the same months of an earlier year.
 *
 * @returns undefined where the release has no such mart
 */
export async function readSpots(
  {as_of}: AnalysisContext,
  store: TableStore,
  kind: string,
  filters: Filters
): Promise<HotSpots | undefined> {
  const [entry, cases] = await Promise.all([store.entry('hot_spots'), store.table('cases')]);
  if (!entry || !cases) return undefined;
  const settings = entry.settings as unknown as PlaceSettings & {months: number};
  const end = filters.to === undefined ? monthOfText(as_of) - 1 : monthOfText(filters.to);
  const start = filters.from === undefined ? end - settings.months + 1 : monthOfText(filters.from);
  const back = Math.ceil((end - start + 1) / 12) * 12;
  const [span, before] = [[start, end] as const, [start - back, end - back] as const];
  const now = rowsBetween(cases, filters, span);
  const common = {settings, span, before, total: now.length};
  const mart = isFiltered(filters) ? undefined : await store.table('hot_spots');
  if (mart !== undefined) {
    return {...common, spots: tableRows(mart, holds(mart, 'kind', kind)) as unknown as Spot[]};
  }
  const [first, second] = PLACES[kind]!;
  const places =
    second === undefined
      ? singlePlaces(cases, {now, before: rowsBetween(cases, filters, before)}, kind, first)
      : crossPlaces(cases, now, kind, [first, second]);
  return {...common, spots: judgePlaces(places, settings) as unknown as Spot[]};
}

function rowsBetween(cases: DataTable, filters: Filters, [from, to]: readonly [number, number]): Int32Array {
  return validRows(cases, selectRows(cases, 'received_at', {...filters, from: monthText(from), to: monthText(to)}));
}
