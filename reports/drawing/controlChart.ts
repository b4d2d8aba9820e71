import {areaY, axisY, dot, gridY, lineY, ruleX, ruleY} from '@observablehq/plot';
import type {Locale} from '../../src/publish/siteData.ts';
import type {Chart, ChartSize} from './chart.ts';
import {formatTarget, formatValue, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {endLabels} from './endLabels.ts';
import type {JudgedPoint, JudgedSeries, ShownKpi} from '../figures/judgedSeries.ts';
import {monthText} from '../figures/month.ts';
import {monthAxis} from './monthAxis.ts';
import type {EndLabel} from './placeLabels.ts';

const TOP = 14;
const BOTTOM = 28;
const RIGHT = 96;

/** A series with its limits; months with a signal are diamonds, a month that is not over is hollow. */
export function controlChart(
  locale: Locale,
  kpi: ShownKpi,
  {points, target}: JudgedSeries,
  {label, width, height = 300}: ChartSize
): Chart | undefined {
  const known = points.filter(({value}) => value !== null);
  if (known.length < 2) return undefined;
  const ids = new Map(points.map((point) => [monthText(point.month), point]));
  const shown = (value: number) => formatTarget(value, kpi.unit, locale);
  const unit = printValue(1, kpi.unit, locale).unit;
  // The title names the unit; an axis repeats it only where it is a sign.
  const tick = (value: number) =>
    kpi.unit === 'percent' ? shown(value) : shown(value).slice(0, shown(value).length - unit.length);
  const domain = domainOf(points, target);
  const at = (name: 'value' | 'centre' | 'lower' | 'upper') => (point: JudgedPoint) => point[name] ?? Number.NaN;
  const x = (point: JudgedPoint) => monthText(point.month);
  const part = (point: JudgedPoint) => point.rebased ?? '';
  const rebasings = points.filter((point, i) => i > 0 && part(point) !== part(points[i - 1]!));
  const open = known.filter(({verdict}) => verdict === 'unfinished');
  const signals = known.filter(({rules}) => rules.length > 0);
  const plain = known.filter((point) => !open.includes(point) && !signals.includes(point));
  return {
    ariaLabel: label,
    width,
    height,
    marginLeft: 56,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {type: 'point', domain: [...ids.keys()], label: null, padding: 0.4},
    y: {domain, label: null},
    marks: [
      gridY({ticks: 5, className: 'grid'}),
      axisY({ticks: 5, tickSize: 0, tickFormat: tick, fontSize: 13}),
      monthAxis([...ids.keys()], width - RIGHT, locale),
      areaY(points, {x, z: part, y1: at('lower'), y2: at('upper'), className: 'limits'}),
      lineY(points, {x, z: part, y: at('upper'), className: 'limit'}),
      lineY(points, {x, z: part, y: at('lower'), className: 'limit'}),
      lineY(points, {x, z: part, y: at('centre'), className: 'centre'}),
      ruleX(rebasings, {x, className: 'rebased'}),
      ...(target === undefined ? [] : [ruleY([target], {className: 'target'})]),
      lineY(points, {x, y: at('value'), className: 'line'}),
      dot(plain, {x, y: 'value', r: 2.5, className: 'point'}),
      dot(open, {x, y: 'value', r: 3.5, className: 'point open'}),
      ...(['better', 'worse', 'changed'] as const).map((verdict) =>
        dot(
          signals.filter((point) => point.verdict === verdict),
          {x, y: 'value', r: 5.5, symbol: 'diamond', className: `signal ${verdict}`}
        )
      ),
      ...endLabels(labelsAtEnd(), {top: TOP, bottom: height - BOTTOM})
    ]
  };

  function labelsAtEnd(): EndLabel[] {
    const [low, high] = domain;
    const place = (value: number) => height - BOTTOM - ((value - low) / (high - low)) * (height - BOTTOM - TOP);
    const last = known.at(-1)!;
    const judged = points.findLast(({centre}) => centre !== null);
    const labels: EndLabel[] = [
      {text: formatValue(last.value!, kpi.unit, locale), middle: place(last.value!), className: 'last-label'}
    ];
    const add = (value: number | null | undefined, words: string, className: string) => {
      if (value !== null && value !== undefined) labels.push({text: words, middle: place(value), className});
    };
    add(judged?.upper, say(locale, 'limit_upper'), 'limit-label');
    add(judged?.lower, say(locale, 'limit_lower'), 'limit-label');
    add(judged?.centre, say(locale, 'limit_centre'), 'limit-label');
    if (target !== undefined) add(target, say(locale, 'target', {target: shown(target)}), 'target-label');
    return labels;
  }
}

function domainOf(points: readonly JudgedPoint[], target: number | undefined): [number, number] {
  const values = points
    .flatMap(({value, lower, upper}) => [value, lower, upper])
    .concat(target ?? null)
    .filter((value) => value !== null && Number.isFinite(value)) as number[];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.06;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}
