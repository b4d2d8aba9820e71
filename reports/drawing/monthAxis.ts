import {axisX, type Markish} from '@observablehq/plot';
import type {Locale} from '../../src/publish/siteData.ts';
import {periodOf, type Period} from '../figures/period.ts';
import {axisLabel, shortPeriodName} from '../words/periodName.ts';

/** The axis of a chart by months, YYYY-MM: quarters where there is room for them in `room` pixels, else years. */
export function monthAxis(ids: readonly string[], room: number, locale: Locale): Markish {
  return axisX({
    ticks: ticksOf(ids, room),
    tickFormat: (id: string) => labelOf(periodOf('month', `${id}-01`), locale),
    tickSize: 4,
    fontSize: 13
  });
}

/** The year where a year begins, and the month elsewhere. */
function labelOf(period: Period, locale: Locale): string {
  return axisLabel(period, locale) || shortPeriodName(period, locale);
}

function ticksOf(ids: readonly string[], room: number): string[] {
  if (ids.length <= 6) return [...ids];
  const quarters = ids.filter((id) => ['01', '04', '07', '10'].includes(id.slice(5)));
  return quarters.length * 52 <= room ? quarters : ids.filter((id) => id.endsWith('-01'));
}
