import {axisX, axisY, gridY, rectY, ruleX, text} from '@observablehq/plot';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {AnalysisContext} from './context.ts';
import {chartWidth, drawChart} from './drawChart.ts';
import type {DaysBin} from './recurrence.ts';

const HEIGHT = 260;
const TOP = 26;
const BOTTOM = 44;

/** Draws after how many days complaints came again, up to the end of the window; those of cases still open stand hollow on top. */
export function daysPlot(
  {locale}: AnalysisContext,
  bins: readonly DaysBin[],
  label: string
): SVGSVGElement | undefined {
  const end = bins.at(-1)?.until;
  if (end === undefined) return undefined;
  const width = chartWidth();
  return drawChart({
    ariaLabel: label,
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginRight: 16,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {domain: [0, end], label: null},
    y: {domain: [0, Math.max(1, ...bins.map(({solved, open}) => solved + open))], label: null},
    marks: [
      gridY({ticks: 4, className: 'grid'}),
      axisY({
        ticks: 4,
        tickSize: 0,
        tickFormat: (count: number) => (Number.isInteger(count) ? formatCount(count) : ''),
        fontSize: 13
      }),
      axisX({
        ticks: bins.map(({from}) => from).concat(end),
        tickSize: 4,
        tickFormat: String,
        fontSize: 13,
        label: say(locale, 'recurrence_axis'),
        labelAnchor: 'center',
        labelArrow: 'none'
      }),
      rectY(bins, {x1: 'from', x2: 'until', y1: 0, y2: 'solved', inset: 1.5, className: 'bar'}),
      rectY(
        bins.filter(({open}) => open > 0),
        {
          x1: 'from',
          x2: 'until',
          y1: 'solved',
          y2: ({solved, open}: DaysBin) => solved + open,
          inset: 1.5,
          className: 'bar open'
        }
      ),
      ruleX([end], {className: 'target'}),
      text([say(locale, 'recurrence_window', {days: end})], {
        frameAnchor: 'top-right',
        textAnchor: 'end',
        dy: -TOP + 6,
        fontSize: 13,
        className: 'target-label'
      })
    ]
  });
}
