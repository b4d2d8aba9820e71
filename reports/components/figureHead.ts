import {z} from 'zod';
import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {isPublished} from '../figures/compareFigures.ts';
import {isOver} from '../figures/period.ts';
import {describeMissing} from '../words/describeFigure.ts';
import {formatCounts, formatInterval, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {targetLine} from './targetLine.ts';

/** The figure of the page's KPI in the period in which it is read: value, counts, interval and target. */
export const figureHead = defineComponent(z.strictObject({}), (report) => {
  const {figures, kpi, period, locale} = report;
  if (kpi === undefined || period === undefined || !figures.hasData(kpi.id)) {
    const why = say(locale, 'without_data', {names: kpi?.title[locale] ?? ''});
    return markup`<p class="muted">${why}</p>`;
  }
  const figure = figures.find(kpi.id, period);
  const isOpen = !isOver(period, figures.data.run.as_of) || (figure?.is_provisional ?? false);
  const mark = isOpen ? markup` <span class="mark">${say(locale, 'provisional')}</span>` : undefined;
  return markup`<div class="figure-head">
<p class="period">${periodName(period, locale)}${mark}</p>
${isPublished(figure) ? told(report, kpi, figure) : missing(report, kpi, figure)}
</div>`;
});

function told(report: Report, kpi: SiteKpi, figure: KpiValue & {value: number}): Printable {
  const {locale} = report;
  const {number, unit} = printValue(figure.value, kpi.unit, locale);
  const parts = [formatCounts(kpi, figure, locale), formatInterval(figure, kpi.unit, locale, 'figure_interval')].filter(
    (part) => part !== ''
  );
  return markup`<p class="value">${number}<span class="unit">${unit}</span></p>
<p class="small">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>
${targetLine(report, kpi, figure)}`;
}

function missing({locale}: Report, kpi: SiteKpi, figure: KpiValue | undefined): Markup {
  return markup`<p class="value none">—</p>
<p class="small">${describeMissing(kpi, figure, locale)}</p>`;
}
