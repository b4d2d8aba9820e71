import {axisX, axisY, dot, gridY, ruleX, ruleY} from '@observablehq/plot';
import {periodOf} from '../figures/period.ts';
import {formatTarget, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {axisLabel} from '../words/periodName.ts';
import type {AnalysisContext, AnalysisKpi} from './context.ts';
import {chartWidth, drawChart} from './drawChart.ts';
import {endLabels} from '../drawing/endLabels.ts';
import {monthText} from '../figures/month.ts';
import type {EndLabel} from '../drawing/placeLabels.ts';

const HEIGHT = 280;
const TOP = 14;
const BOTTOM = 28;
const RIGHT = 96;

/** A round of a survey; the value is null where too few answered. */
export interface Round {
  /** Months since year 0. */
  month: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

/** Draws the rounds of a survey as dots with their intervals. */
export function roundPlot(
  {locale}: AnalysisContext,
  kpi: AnalysisKpi,
  rounds: readonly Round[],
  {target, label}: {target: number | undefined; label: string}
): SVGSVGElement | undefined {
  const known = rounds.filter(({value}) => value !== null);
  if (known.length < 2) return undefined;
  const width = chartWidth();
  const ids = rounds.map(({month}) => monthText(month));
  const shown = (value: number) => formatTarget(value, kpi.unit, locale);
  const ends = known.flatMap(({value, low, high}) => [value!, low ?? value!, high ?? value!]).concat(target ?? []);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = (most - least || 1) * 0.06;
  const domain: [number, number] = [least - room, most + room];
  const place = (value: number) =>
    HEIGHT - BOTTOM - ((value - domain[0]) / (domain[1] - domain[0])) * (HEIGHT - BOTTOM - TOP);
  const x = ({month}: Round) => monthText(month);
  const last = known.at(-1)!;
  const labels: EndLabel[] = [
    {text: formatValue(last.value!, kpi.unit, locale), middle: place(last.value!), className: 'last-label'}
  ];
  if (target !== undefined) {
    labels.push({
      text: say(locale, 'target', {target: shown(target)}),
      middle: place(target),
      className: 'target-label'
    });
  }
  const every = Math.ceil((ids.length * 64) / (width - RIGHT - 56));
  return drawChart({
    ariaLabel: label,
    width,
    height: HEIGHT,
    marginLeft: 56,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {type: 'point', domain: ids, label: null, padding: 0.5},
    y: {domain, label: null},
    marks: [
      gridY({ticks: 5, className: 'grid'}),
      axisY({ticks: 5, tickSize: 0, tickFormat: shown, fontSize: 13}),
      axisX({
        ticks: ids.filter((_, index) => (ids.length - 1 - index) % every === 0),
        tickFormat: (id: string) => axisLabel(periodOf('month', `${id}-01`), locale) || id,
        tickSize: 4,
        fontSize: 13
      }),
      ...(target === undefined ? [] : [ruleY([target], {className: 'target'})]),
      ruleX(known, {x, y1: 'low', y2: 'high', className: 'span'}),
      dot(known, {x, y: 'value', r: 4, className: 'point'}),
      ...endLabels(labels, {top: TOP, bottom: HEIGHT - BOTTOM})
    ]
  });
}
