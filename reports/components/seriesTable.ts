import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {Markup} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {isPublished} from '../figures/compareFigures.ts';
import type {SeriesStep} from '../figures/figures.ts';
import {formatCounts, formatInterval, formatTarget, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import type {Report} from './component.ts';

/** The table behind a trend, newest period first; columns that would be empty throughout are left out. */
export function seriesTable({locale}: Report, kpi: SiteKpi, steps: readonly SeriesStep[]): Markup {
  const rows = steps.toReversed().map(({period, figure}) => {
    const known = isPublished(figure) ? figure : undefined;
    const remark = figure?.is_withheld ? 'withheld' : figure?.is_provisional ? 'provisional' : undefined;
    return [
      periodName(period, locale),
      known ? formatValue(known.value, kpi.unit, locale) : '—',
      known ? formatCounts(kpi, known, locale) : '',
      known ? formatInterval(known, kpi.unit, locale, 'interval_range') : '',
      known && known.target !== null ? formatTarget(known.target, kpi.unit, locale) : '',
      remark ? say(locale, remark) : ''
    ];
  });
  const columns: Column[] = [
    {head: say(locale, 'period')},
    {head: say(locale, 'value'), isNumber: true},
    {head: say(locale, 'counts'), isNumber: true},
    {head: say(locale, 'interval_head'), isNumber: true},
    {head: say(locale, 'target_head'), isNumber: true},
    {head: say(locale, 'remark')}
  ];
  const used = columns.map((_, index) => index < 2 || rows.some((row) => row[index] !== ''));
  return table(
    columns.filter((_, index) => used[index]),
    rows.map((row) => row.filter((_, index) => used[index])),
    kpi.title[locale]
  );
}
