import {z} from 'zod';
import type {SiteForecast} from '../../src/publish/siteReport.ts';
import type {Expected} from '../drawing/forecastChart.ts';
import {markup} from '../drawing/markup.ts';
import {drawPlot} from '../drawing/plot.ts';
import {disclosure, table} from '../drawing/table.ts';
import {volumeChart, type CountedMonth} from '../drawing/volumeChart.ts';
import {isOver, periodOf} from '../figures/period.ts';
import {monthOfText} from '../figures/month.ts';
import {judgedSeries, lastMonth} from '../figures/reportRows.ts';
import {readSeries, titleSeries} from '../words/describeSeries.ts';
import {describeForecast} from '../words/describeForecast.ts';
import {formatCount, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {absentNote} from './absentNote.ts';
import {CHART_WIDTH, reportFigure} from './reportFigure.ts';
import {defineComponent} from './component.ts';
import {findKpi, partKpis} from './findKpi.ts';
import {trendFigure} from './trend.ts';

/** A count month by month with its limits, and where the last month of the period is the last that a forecast knew, what is expected next. */
export const volume = defineComponent(
  z.strictObject({
    kpi: z.string(),
    /** Figures drawn beside it as they come. */
    beside: z.array(z.string()).default([]),
    window: z.int().min(2).default(24)
  }),
  (report, {kpi: id, beside, window}) => {
    const {period, figures, locale} = report;
    const kpi = findKpi(report, id);
    if (period === undefined) return markup``;
    if (!figures.hasData(kpi.id)) return markup`${absentNote(report, [kpi])}`;
    const series = judgedSeries(figures, kpi.id, period, window);
    const counted = series.points.map(({month, value, lower, upper, rules, verdict}): CountedMonth => ({
      month,
      value: value ?? 0,
      lower,
      upper,
      isOpen: verdict === 'unfinished',
      isSignal: rules.length > 0
    }));
    const origin = lastMonth(figures, period);
    const forecasts = isOver(origin, figures.data.run.as_of) ? figures.report.forecast(kpi.id, origin.start) : [];
    const sentences = [
      readSeries(report, kpi, series),
      ...(forecasts.length > 0 ? [describeForecast(kpi, forecasts, locale)] : [])
    ];
    const title = titleSeries(report, kpi, series);
    const sentence = sentences.join(locale === 'zh-CN' ? '' : ' ');
    const chart = volumeChart(locale, counted, forecasts.map(expectedOf), {
      label: `${title} ${sentence}`,
      width: CHART_WIDTH
    });
    const rows = [
      ...forecasts
        .toReversed()
        .map((row) => [
          periodName(periodOf('month', row.period_start), locale),
          say(locale, 'forecast_row', {point: formatCount(row.point)}),
          `${formatCount(row.low80)}–${formatCount(row.high80)}`,
          `${formatCount(row.low95)}–${formatCount(row.high95)}`
        ]),
      ...figures
        .series(kpi.id, origin, window)
        .toReversed()
        .map(({period: month, figure}) => [
          periodName(month, locale),
          figure?.value == null ? '—' : formatValue(figure.value, kpi.unit, locale),
          '',
          ''
        ])
    ];
    const columns = [
      {head: say(locale, 'period')},
      {head: kpi.title[locale], isNumber: true},
      {head: say(locale, 'interval_80'), isNumber: true},
      {head: say(locale, 'interval_95'), isNumber: true}
    ];
    const used = forecasts.length > 0 ? 4 : 2;
    const others = partKpis(report, beside).present.map((other) => trendFigure(report, period, other, window).figure);
    const own = reportFigure({
      id: `trend-${kpi.id}`,
      title,
      chart: chart && drawPlot(chart),
      sentence,
      rest: disclosure(
        say(locale, 'table'),
        table(
          columns.slice(0, used),
          rows.map((row) => row.slice(0, used)),
          kpi.title[locale]
        )
      ),
      isInMail: true
    });
    return markup`<div class="charts">${own}${others}</div>`;
  }
);

function expectedOf({origin, period_start, point, low80, high80, low95, high95}: SiteForecast): Expected {
  const months = {origin: monthOfText(origin), month: monthOfText(period_start)};
  return {...months, point, low80, high80, low95, high95, actual: undefined, isOutside: false};
}
