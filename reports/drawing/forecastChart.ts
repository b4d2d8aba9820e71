import {areaY, axisY, dot, gridY, lineY, ruleX} from '@observablehq/plot';
import type {Locale} from '../../src/publish/siteData.ts';
import type {Chart, ChartSize} from './chart.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {endLabels} from './endLabels.ts';
import {monthText} from '../figures/month.ts';
import {monthAxis} from './monthAxis.ts';
import type {EndLabel} from './placeLabels.ts';

const TOP = 14;
const BOTTOM = 28;
const RIGHT = 92;

/** A month that is over with its count. */
interface Counted {
  month: number;
  value: number;
}

/** What is expected of a month, or was; `actual` is undefined for one to come. Months count from year 0. */
export interface Expected {
  /** The last month that it knew. */
  origin: number;
  month: number;
  point: number;
  low80: number;
  high80: number;
  low95: number;
  high95: number;
  actual: number | undefined;
  isOutside: boolean;
}

/** What came, what is expected with its two bands, and of the last months what had been expected of them. */
export function forecastChart(
  locale: Locale,
  history: readonly Counted[],
  {ahead, past}: {ahead: readonly Expected[]; past: readonly Expected[]},
  {label, width, height = 320}: ChartSize
): Chart | undefined {
  if (history.length === 0 || ahead.length === 0) return undefined;
  const first = history[0]!.month;
  const last = ahead.at(-1)!.month;
  const ids = Array.from({length: last - first + 1}, (_, step) => monthText(first + step));
  const shownPast = past.filter(({month}) => month >= first);
  const outside = shownPast.filter(({isOutside}) => isOutside);
  const high =
    Math.max(...history.map(({value}) => value), ...[...ahead, ...shownPast].map(({high95}) => high95), 1) * 1.04;
  const place = (value: number) => height - BOTTOM - (value / high) * (height - BOTTOM - TOP);
  const x = ({month}: {month: number}) => monthText(month);
  const end = ahead.at(-1)!;
  // The bands and the line of the forecast begin where the counts end.
  const joint = history.at(-1)!;
  const from: Expected[] =
    joint.month === ahead[0]!.origin
      ? [
          {
            ...ahead[0]!,
            ...{month: joint.month, point: joint.value},
            low80: joint.value,
            high80: joint.value,
            low95: joint.value,
            high95: joint.value
          }
        ]
      : [];
  const band = [...from, ...ahead];
  const labels: EndLabel[] = [
    {text: say(locale, 'forecast_95_short'), middle: place(end.high95), className: 'limit-label'},
    {text: say(locale, 'forecast_80_short'), middle: place(end.high80), className: 'limit-label'},
    {
      text: `${say(locale, 'forecast_point')} ${formatCount(end.point)}`,
      middle: place(end.point),
      className: 'last-label'
    },
    {text: say(locale, 'forecast_80_short'), middle: place(end.low80), className: 'limit-label'},
    {text: say(locale, 'forecast_95_short'), middle: place(end.low95), className: 'limit-label'}
  ];
  return {
    ariaLabel: label,
    width,
    height,
    marginLeft: 48,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {type: 'point', domain: ids, label: null, padding: 0.4},
    y: {domain: [0, high], label: null},
    marks: [
      gridY({ticks: 5, className: 'grid'}),
      axisY({ticks: 5, tickSize: 0, tickFormat: formatCount, fontSize: 13}),
      monthAxis(ids, width - RIGHT, locale),
      areaY(band, {x, y1: 'low95', y2: 'high95', className: 'band wide'}),
      areaY(band, {x, y1: 'low80', y2: 'high80', className: 'band narrow'}),
      ruleX(shownPast, {x, y1: 'low95', y2: 'high95', className: 'expected'}),
      lineY(history, {x, y: 'value', className: 'line'}),
      lineY(band, {x, y: 'point', className: 'line forecast'}),
      dot(ahead, {x, y: 'point', r: 3, className: 'point open'}),
      dot(outside, {x, y: 'actual', r: 5.5, symbol: 'diamond', className: 'signal changed'}),
      ...endLabels(labels, {top: TOP, bottom: height - BOTTOM})
    ]
  };
}
