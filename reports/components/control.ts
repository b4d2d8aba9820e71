import {z} from 'zod';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import {controlChart} from '../drawing/controlChart.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {drawPlot} from '../drawing/plot.ts';
import {disclosure} from '../drawing/table.ts';
import type {Period} from '../figures/period.ts';
import {judgedSeries, lastMonth} from '../figures/reportRows.ts';
import {readSeries, titleSeries} from '../words/describeSeries.ts';
import {say} from '../words/locale.ts';
import {absentNote} from './absentNote.ts';
import {defineComponent, type Report} from './component.ts';
import {partKpis} from './findKpi.ts';
import {CHART_WIDTH, reportFigure} from './reportFigure.ts';
import {seriesTable} from './seriesTable.ts';

/** Figures month by month against their control limits: those that are named, and those of which a finding speaks. */
export const control = defineComponent(
  z.strictObject({kpis: z.array(z.string()).min(1), window: z.int().min(2).default(24)}),
  (report, {kpis, window}) => {
    const {period, figures} = report;
    if (period === undefined) return markup``;
    const found = figures.report
      .findings(period)
      .flatMap(({kind, kpi}) => (kind === 'figure' && kpi !== null ? [kpi] : []));
    const {present, absent} = partKpis(report, [...new Set([...kpis, ...found])]);
    const charts = present.map((kpi) => figureOf(report, period, kpi, {window, isInMail: kpis.includes(kpi.id)}));
    return markup`${charts.length > 0 ? markup`<div class="charts">${charts}</div>` : undefined}${absentNote(report, absent)}`;
  }
);

function figureOf(
  report: Report,
  period: Period,
  kpi: SiteKpi,
  {window, isInMail}: {window: number; isInMail: boolean}
): Markup {
  const {figures, locale} = report;
  const series = judgedSeries(figures, kpi.id, period, window);
  const [title, sentence] = [titleSeries(report, kpi, series), readSeries(report, kpi, series)];
  const chart = controlChart(locale, kpi, series, {label: `${title} ${sentence}`, width: CHART_WIDTH, height: 230});
  const steps = figures.series(kpi.id, lastMonth(figures, period), window);
  return reportFigure({
    id: `trend-${kpi.id}`,
    title,
    chart: chart && drawPlot(chart),
    sentence,
    rest: steps.length > 0 ? disclosure(say(locale, 'table'), seriesTable(report, kpi, steps)) : undefined,
    isInMail
  });
}
