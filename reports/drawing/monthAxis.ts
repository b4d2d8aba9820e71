import {axisX, type Markish} from '@observablehq/plot';
import type {Locale} from '../../src/publish/siteData.ts';
import {periodOf} from '../figures/period.ts';
import {axisLabel} from '../words/periodName.ts';

/** The axis of a chart by months, YYYY-MM: quarters where there is room for them in `room` pixels, else years. */
export function monthAxis(ids: readonly string[], room: number, locale: Locale): Markish {
  return axisX({
    ticks: ticksOf(ids, room),
    tickFormat: (id: string) => axisLabel(periodOf('month', `${id}-01`), locale) || id.slice(5),
    tickSize: 4,
    fontSize: 13
  });
}

function ticksOf(ids: readonly string[], room: number): string[] {
  if (ids.length <= 6) return [...ids];
  const quarters = ids.filter((id) => ['01', '04', '07', '10'].includes(id.slice(5)));
  return quarters.length * 52 <= room ? quarters : ids.filter((id) => id.endsWith('-01'));
}
