import {z} from 'zod';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {disclosure} from '../drawing/table.ts';
import {trendPlot, type TrendPoint} from '../drawing/trendPlot.ts';
import {isPublished} from '../figures/compareFigures.ts';
import type {SeriesStep} from '../figures/figures.ts';
import {isOver, type Period} from '../figures/period.ts';
import {formatTarget, formatValue, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {axisLabel} from '../words/periodName.ts';
import {describeTrend, titleTrend} from '../words/describeTrend.ts';
import {absentNote} from './absentNote.ts';
import {defineComponent, type Report} from './component.ts';
import {partKpis} from './findKpi.ts';
import {seriesTable} from './seriesTable.ts';

/** One KPI, or several side by side, over the periods up to the page's own; the page's KPI where none is named. */
export const trend = defineComponent(
  z.strictObject({
    kpi: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
    window: z.int().min(2).default(24)
  }),
  (report, {kpi, window}) => {
    const {period} = report;
    if (period === undefined) return markup``;
    const {present, absent} = partKpis(report, kpi === undefined ? pageKpis(report) : [kpi].flat());
    const figures = present.map((each) => trendFigure(report, period, each, window));
    const ordered = [...figures.filter(({isDrawn}) => isDrawn), ...figures.filter(({isDrawn}) => !isDrawn)];
    const grid =
      ordered.length > 0 ? markup`<div class="charts">${ordered.map(({figure}) => figure)}</div>` : undefined;
    return markup`${grid}${absentNote(report, absent)}`;
  }
);

/** The page's KPI with its further quantiles. */
function pageKpis({figures, kpi}: Report): string[] {
  return kpi === undefined ? [] : [kpi, ...figures.quantiles(kpi.id)].map(({id}) => id);
}

/** One KPI over so many periods up to one, as a chart with its words. */
export function trendFigure(
  report: Report,
  period: Period,
  kpi: SiteKpi,
  window: number
): {figure: Markup; isDrawn: boolean} {
  const {figures, locale} = report;
  const steps = figures.series(kpi.id, period, window);
  const title = titleTrend(kpi, period, figures, locale);
  const sentence = describeTrend(kpi, steps, locale);
  const drawing = chart(report, kpi, steps, `${title} ${sentence}`);
  const figure = markup`<figure class="${drawing ? 'chart' : 'chart plain'}" id="trend-${kpi.id}">
<figcaption>${title}</figcaption>
${drawing}
<p class="note">${sentence}</p>
${steps.length > 0 ? disclosure(say(locale, 'table'), seriesTable(report, kpi, steps)) : undefined}
</figure>
`;
  return {figure, isDrawn: drawing !== undefined};
}

function chart(
  {figures, locale}: Report,
  kpi: SiteKpi,
  steps: readonly SeriesStep[],
  label: string
): Markup | undefined {
  const points = steps.map(({period, figure}): TrendPoint => {
    const known = isPublished(figure) ? figure : undefined;
    return {
      id: period.id,
      label: axisLabel(period, locale),
      value: known?.value,
      low: known?.low ?? undefined,
      high: known?.high ?? undefined,
      isOpen: (known?.is_provisional ?? false) || !isOver(period, figures.data.run.as_of)
    };
  });
  if (points.filter((point) => point.value !== undefined).length < 2) return undefined;
  const last = points.at(-1)?.value;
  const target = steps.at(-1)?.figure?.target ?? undefined;
  return trendPlot(points, {
    label,
    shape: kpi.kind === 'count' || kpi.kind === 'sum' || kpi.kind === 'stock' ? 'bars' : 'line',
    lastLabel: last === undefined ? '' : formatValue(last, kpi.unit, locale),
    formatTick: (value) => formatTick(value, kpi),
    ...(target === undefined
      ? {}
      : {target: {value: target, label: say(locale, 'target', {target: formatTarget(target, kpi.unit, locale)})}})
  });

  function formatTick(value: number, {unit}: SiteKpi): string {
    const tick = formatTarget(value, unit, locale);
    return unit === 'percent' ? tick : tick.slice(0, tick.length - printValue(value, unit, locale).unit.length);
  }
}
