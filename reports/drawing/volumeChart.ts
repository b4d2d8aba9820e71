import {axisY, barY, dot, gridY, line, ruleX, ruleY} from '@observablehq/plot';
import type {Locale} from '../../src/publish/siteData.ts';
import {monthText} from '../figures/month.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Chart, ChartSize} from './chart.ts';
import {endLabels} from './endLabels.ts';
import type {Expected} from './forecastChart.ts';
import {monthAxis} from './monthAxis.ts';
import type {EndLabel} from './placeLabels.ts';

const TOP = 14;
const BOTTOM = 28;
const LEFT = 44;
const RIGHT = 84;

/** A month with its count and, where it is judged, its limits. Months count from year 0. */
export interface CountedMonth {
  month: number;
  value: number;
  lower: number | null;
  upper: number | null;
  isOpen: boolean;
  isSignal: boolean;
}

/** Counts as bars from zero with their limits, and what is forecast as hollow bars with the two intervals. */
export function volumeChart(
  locale: Locale,
  counted: readonly CountedMonth[],
  expected: readonly Expected[],
  {label, width, height = 230}: ChartSize
): Chart | undefined {
  if (counted.length < 2) return undefined;
  const ids = [...counted, ...expected].map(({month}) => monthText(month));
  const extent = [
    ...counted.flatMap(({value, upper}) => [value, upper ?? 0]),
    ...expected.map(({high95}) => high95),
    1
  ];
  const high = Math.max(...extent) * 1.06;
  const x = ({month}: {month: number}) => monthText(month);
  const place = (value: number) => height - BOTTOM - (value / high) * (height - BOTTOM - TOP);
  const limits = counted.filter(({upper}) => upper !== null);
  const signals = counted.filter(({isSignal}) => isSignal);
  return {
    ariaLabel: label,
    width,
    height,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {type: 'band', domain: ids, label: null, padding: 0.25},
    y: {domain: [0, high], label: null},
    marks: [
      gridY({ticks: 4, className: 'grid'}),
      axisY({ticks: 4, tickSize: 0, tickFormat: formatCount, fontSize: 13}),
      monthAxis(ids, width - LEFT - RIGHT, locale),
      barY(
        counted.filter(({isOpen}) => !isOpen),
        {x, y: 'value', className: 'bar'}
      ),
      barY(
        counted.filter(({isOpen}) => isOpen),
        {x, y: 'value', insetTop: 0.5, className: 'bar open'}
      ),
      barY(expected, {x, y: 'point', insetTop: 0.5, className: 'bar forecast'}),
      ruleX(expected, {x, y1: 'low95', y2: 'high95', className: 'span-95'}),
      ruleX(expected, {x, y1: 'low80', y2: 'high80', className: 'span-80'}),
      line(limits, {x, y: 'upper', className: 'limit'}),
      line(limits, {x, y: 'lower', className: 'limit'}),
      dot(signals, {x, y: 'value', r: 5, symbol: 'diamond', className: 'signal changed'}),
      ruleY([0], {className: 'base'}),
      ...endLabels(labels(), {top: TOP, bottom: height - BOTTOM})
    ]
  };

  function labels(): EndLabel[] {
    const last = counted.at(-1)!;
    const next = expected.at(-1);
    const found: EndLabel[] = [];
    if (next !== undefined) {
      found.push(
        {text: say(locale, 'forecast_95_short'), middle: place(next.high95), className: 'limit-label'},
        {text: say(locale, 'forecast_80_short'), middle: place(next.high80), className: 'limit-label'},
        {text: say(locale, 'forecast_point'), middle: place(next.point), className: 'limit-label'}
      );
    } else if (limits.length > 0) {
      const {lower, upper} = limits.at(-1)!;
      found.push(
        {text: say(locale, 'limit_upper'), middle: place(upper ?? 0), className: 'limit-label'},
        {text: say(locale, 'limit_lower'), middle: place(lower ?? 0), className: 'limit-label'},
        {text: formatCount(last.value), middle: place(last.value), className: 'last-label'}
      );
    }
    return found;
  }
}
