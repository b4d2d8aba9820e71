import {isPublished} from '../../../reports/figures/compareFigures.ts';
import {isOver, shiftPeriod} from '../../../reports/figures/period.ts';
import {lastMonth} from '../../../reports/figures/reportRows.ts';
import {say} from '../../../reports/words/locale.ts';
import {periodName} from '../../../reports/words/periodName.ts';
import type {SiteKpi} from '../../publish/siteData.ts';
import type {Cell, Column, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT, MONTH, countCells, figureCell, localDate, unitFormat, unitName} from './cells.ts';

const MOST_MONTHS = 24;

/** The headline figures month by month, up to the end of the period. */
export function trendsSheet({report, digest}: BookSource): Sheet {
  const {figures, period, locale} = report;
  const {as_of} = figures.data.run;
  const last = lastMonth(figures, period);
  const kpis = digest.figures.map(({kpi}) => figures.kpi(kpi)!);
  const months = Array.from({length: MOST_MONTHS}, (_, place) => shiftPeriod(last, place - MOST_MONTHS + 1));
  const first = months.findIndex((month) => kpis.some(({id}) => isPublished(figures.find(id, month))));
  const shown = first < 0 ? [] : months.slice(first);
  const rows = shown.map((month): Cell[] => [
    localDate(month.start),
    ...kpis.flatMap((kpi) => {
      const figure = figures.find(kpi.id, month);
      return [figureCell(kpi, figure, locale), ...(hasCount(kpi) ? [countCells(kpi, figure)[1]] : [])];
    }),
    isOver(month, as_of) ? '' : say(locale, 'provisional')
  ]);
  return {
    name: say(locale, 'sheet_trends'),
    lines: [
      {text: `${say(locale, 'sheet_trends')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'book_trends_note', {month: periodName(last, locale), count: shown.length}), style: 'note'}
    ],
    columns: [
      {head: say(locale, 'book_month'), format: MONTH},
      ...kpis.flatMap((kpi): Column[] => {
        const [name, unit] = [kpi.title[locale], unitName(kpi.unit, locale)];
        const head = unit === '' ? name : say(locale, 'book_with_unit', {name, unit});
        const count = {head: say(locale, 'book_of', {name}), format: COUNT};
        return [{head, format: unitFormat(kpi.unit)}, ...(hasCount(kpi) ? [count] : [])];
      }),
      {head: say(locale, 'remark')}
    ],
    rows,
    isList: true,
    empty: say(locale, 'book_trends_none')
  };
}

/** Whether a number of records stands behind each value. */
function hasCount({kind}: SiteKpi): boolean {
  return kind !== 'count' && kind !== 'stock' && kind !== 'sum';
}
