import {z} from 'zod';
import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {sparkline} from '../drawing/sparkline.ts';
import {compareFigures, isPublished} from '../figures/compareFigures.ts';
import {isOver, sameLastYear, shiftPeriod, type Period} from '../figures/period.ts';
import {describeChange, describeMissing} from '../words/describeFigure.ts';
import {formatCounts, formatInterval, formatValue, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {earlierName} from '../words/periodName.ts';
import {absentNote} from './absentNote.ts';
import {defineComponent, type Report} from './component.ts';
import {figureLink} from './figureLink.ts';
import {partKpis} from './findKpi.ts';
import {targetLine} from './targetLine.ts';

const SHAPES = {up: '▲', down: '▼', same: '●'} as const;

/** The headline figures: one tile each, with count, interval, target, change and a small line. */
export const headlineTiles = defineComponent(
  z.strictObject({
    kpis: z.array(z.string()).min(1),
    window: z.int().min(2).default(24),
    /** KPIs whose value is printed under another's: {time_to_resolve: time_to_resolve_p90}. */
    beside: z.record(z.string(), z.string()).default({})
  }),
  (report, {kpis, window, beside}) => {
    const {period} = report;
    if (period === undefined) return markup``;
    const {present, absent} = partKpis(report, kpis);
    const tiles = present.map((kpi) => tile(report, period, kpi, window, beside[kpi.id]));
    return markup`<div class="tiles">${tiles}</div>${absentNote(report, absent)}`;
  }
);

function tile(report: Report, period: Period, kpi: SiteKpi, window: number, beside: string | undefined): Markup {
  const {figures, locale} = report;
  const figure = figures.find(kpi.id, period);
  const steps = figures.series(kpi.id, period, window);
  const isOpen = !isOver(period, figures.data.run.as_of) || (figure?.is_provisional ?? false);
  const label = say(locale, 'sparkline', {name: kpi.title[locale], count: steps.length});
  const hasLine = steps.filter((step) => isPublished(step.figure)).length > 1;
  const lines: Printable[] = isPublished(figure)
    ? [countLine(report, kpi, figure), besideLine(report, period, beside), changeLines(report, period, kpi, figure)]
    : [];
  return markup`<article class="tile">
<h3>${figureLink(report, kpi)}</h3>
${valueLine(report, kpi, figure, isOpen)}
${hasLine ? sparkline(steps, {label, target: figure?.target ?? null, isOpen}) : undefined}
${lines}${isPublished(figure) ? targetLine(report, kpi, figure) : undefined}
</article>
`;
}

function valueLine({locale}: Report, kpi: SiteKpi, figure: KpiValue | undefined, isOpen: boolean): Markup {
  if (!isPublished(figure)) {
    return markup`<p class="value none">—</p><p class="small">${describeMissing(kpi, figure, locale)}</p>`;
  }
  const {number, unit} = printValue(figure.value, kpi.unit, locale);
  const mark = isOpen ? markup` <span class="mark">${say(locale, 'provisional')}</span>` : undefined;
  return markup`<p class="value">${number}<span class="unit">${unit}</span>${mark}</p>`;
}

function countLine({locale}: Report, kpi: SiteKpi, figure: KpiValue): Markup | undefined {
  const parts = [formatCounts(kpi, figure, locale), formatInterval(figure, kpi.unit, locale)].filter(
    (text) => text !== ''
  );
  if (parts.length === 0) return undefined;
  return markup`<p class="small">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>`;
}

function besideLine({figures, locale}: Report, period: Period, id: string | undefined): Markup | undefined {
  const kpi = id === undefined ? undefined : figures.kpi(id);
  const figure = kpi && figures.find(kpi.id, period);
  if (kpi === undefined || !isPublished(figure)) return undefined;
  return markup`<p class="small">${kpi.title[locale]} ${formatValue(figure.value, kpi.unit, locale)}</p>`;
}

function changeLines(report: Report, period: Period, kpi: SiteKpi, figure: KpiValue & {value: number}): Markup[] {
  const {figures, locale} = report;
  if (!isOver(period, figures.data.run.as_of)) return [];
  const lastYear = sameLastYear(period);
  const others = [{when: earlierName(period, locale), period: shiftPeriod(period, -1)}];
  if (lastYear) others.push({when: say(locale, 'last_year'), period: lastYear});
  return others.flatMap(({when, period: other}) => {
    const comparison = compareFigures(kpi, figure, figures.find(kpi.id, other));
    if (comparison === undefined) return [];
    const {direction, tone, certainty, earlier} = comparison;
    const change = describeChange(kpi, figure.value, earlier.value, when, locale);
    if (certainty !== 'beyond') return [markup`<p class="small change">${change}</p>`];
    return [
      markup`<p class="small change beyond"><span class="shape ${tone}">${SHAPES[direction]}</span> ${change} <span class="part strong">${say(locale, 'beyond_chance')}</span></p>`
    ];
  });
}
