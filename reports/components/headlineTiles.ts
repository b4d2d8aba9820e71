import {z} from 'zod';
import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {headlineKpis} from '../digest/headlines.ts';
import {sparkline, type SparklineLimits} from '../drawing/sparkline.ts';
import {compareFigures, isPublished} from '../figures/compareFigures.ts';
import type {SeriesStep} from '../figures/figures.ts';
import {isOver, type Period} from '../figures/period.ts';
import {describeChange, describeMissing} from '../words/describeFigure.ts';
import {describeSignal} from '../words/describeSignal.ts';
import {formatCounts, formatInterval, formatValue, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {earlierName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {figureLink} from './figureLink.ts';
import {targetLine} from './targetLine.ts';

const SHAPES = {up: '▲', down: '▼', same: '●'} as const;

/** The headline figures: one tile each, with count, interval, target, change and a small line. */
export const headlineTiles = defineComponent(
  z.strictObject({
    window: z.int().min(2).default(24),
    /** KPIs whose value is printed under another's: {time_to_resolve: time_to_resolve_p90}. */
    beside: z.record(z.string(), z.string()).default({})
  }),
  (report, {window, beside}) => {
    const {period} = report;
    if (period === undefined) return markup``;
    const tiles = headlineKpis(report.figures).map((kpi) => tile(report, period, kpi, window, beside[kpi.id]));
    return markup`<div class="tiles">${tiles}</div>`;
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
    ? [
        countLine(report, kpi, figure),
        besideLine(report, period, beside),
        changeLines(report, period, kpi, figure),
        targetLine(report, kpi, figure),
        signalLine(report, period, kpi)
      ]
    : [];
  return markup`<article class="tile">
<h3>${figureLink(report, kpi)}</h3>
${valueLine(report, kpi, figure, isOpen)}
${hasLine ? sparkline(steps, {label, target: figure?.target ?? null, isOpen, limits: limitsOf(report, kpi, steps)}) : undefined}
${lines}
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
  return (['before', 'last_year'] as const).flatMap((compared) => {
    const comparison = compareFigures(figures, kpi, period, compared);
    if (comparison === undefined) return [];
    const {direction, tone, certainty, earlier} = comparison;
    const when = compared === 'before' ? earlierName(period, locale) : say(locale, 'last_year');
    const change = describeChange(kpi, figure.value, earlier, when, locale);
    // Where a control chart judges the month, it tells what is beyond chance, and two periods alone do not.
    if (certainty !== 'beyond' || describeSignal(figures, kpi, period))
      return [markup`<p class="small change">${change}</p>`];
    return [
      markup`<p class="small change beyond"><span class="shape ${tone}">${SHAPES[direction]}</span> ${change} <span class="part strong">${say(locale, 'beyond_chance')}</span></p>`
    ];
  });
}

/** What the control chart says of the month, by shape and word, and what may be promised of its target. */
function signalLine({figures}: Report, period: Period, kpi: SiteKpi): Markup | undefined {
  const told = describeSignal(figures, kpi, period);
  if (told === undefined) return undefined;
  const assurance = told.assurance && markup` · <span class="part">${told.assurance}</span>`;
  return markup`<p class="small signal"><span class="word ${told.tone}">${told.shape} ${told.word}</span>${assurance}</p>`;
}

function limitsOf({figures}: Report, kpi: SiteKpi, steps: readonly SeriesStep[]): SparklineLimits | undefined {
  if (kpi.kind === 'stock' || steps[0]?.period.grain !== 'month') return undefined;
  return steps.map(({period}) => figures.report.signal(kpi.id, period.start) ?? {lower: null, upper: null});
}
