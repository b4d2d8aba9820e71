import {axisX, axisY, gridY, line, ruleY} from '@observablehq/plot';
import {say} from '../words/locale.ts';
import type {AnalysisContext} from './context.ts';
import {chartWidth, drawChart} from './drawChart.ts';
import {endLabels} from '../drawing/endLabels.ts';
import {shorten} from '../words/shorten.ts';
import type {SurvivalGroup} from './survivalGroups.ts';

const HEIGHT = 340;
const TOP = 14;
const BOTTOM = 44;
/** How many points a curve is drawn with. */
const STEPS = 300;
/** How far beyond the days in which nine in ten are solved the axis reaches. */
const BEYOND = 1.25;

/** A curve to draw, with its name and the class of its colour. */
export interface NamedCurve {
  group: SurvivalGroup;
  name: string;
  className: string;
}

/** Draws the shares that are solved by each day after receipt. */
export function survivalPlot(
  {locale}: AnalysisContext,
  curves: readonly NamedCurve[],
  label: string
): SVGSVGElement | undefined {
  const last = lastDay(curves);
  if (last === 0) return undefined;
  const width = chartWidth();
  const right = width < 560 ? 88 : 150;
  const letters = Math.floor(right / 14) - 1;
  const drawn = curves.map((curve) => ({...curve, points: pointsOf(curve.group, last)}));
  const place = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);
  const labels = drawn.map(({name, className, points}) => ({
    text: shorten(name, letters),
    middle: place(points.at(-1)?.share ?? 0),
    className: `${className}-label`
  }));
  return drawChart({
    ariaLabel: label,
    width,
    height: HEIGHT,
    marginLeft: 48,
    marginRight: right,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {domain: [0, last], label: null},
    y: {domain: [0, 1], label: null},
    marks: [
      gridY({ticks: [0, 0.25, 0.5, 0.75, 1], className: 'grid'}),
      axisY({
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickSize: 0,
        tickFormat: (share: number) => `${share * 100}%`,
        fontSize: 13
      }),
      axisX({
        ticks: width < 560 ? 5 : 10,
        tickSize: 4,
        fontSize: 13,
        label: say(locale, 'survival_axis'),
        labelAnchor: 'center',
        labelArrow: 'none'
      }),
      ruleY([0.5, 0.9], {className: 'level'}),
      ...drawn.map(({points, className}) =>
        line(points, {x: 'day', y: 'share', curve: 'step-after', className: `curve ${className}`})
      ),
      ...endLabels(labels, {top: TOP, bottom: HEIGHT - BOTTOM})
    ]
  });
}

/** The day at which the axis ends: a little after the last group has reached nine in ten, or its longest wait where none has. */
function lastDay(curves: readonly NamedCurve[]): number {
  const longest = Math.max(0, ...curves.map(({group}) => group.curve.until ?? 0));
  const ends = curves.flatMap(({group}) => (group.ninety.value === null ? [] : [group.ninety.value * BEYOND]));
  return ends.length === 0 ? longest : Math.min(longest, Math.max(...ends));
}

/** The share that is solved at evenly spaced days, as far as the curve is known. */
function pointsOf({curve}: SurvivalGroup, last: number): {day: number; share: number}[] {
  const points: {day: number; share: number}[] = [];
  let next = 0;
  let share = 0;
  for (let step = 0; step <= STEPS; step++) {
    const day = (step / STEPS) * last;
    if (day > (curve.until ?? 0) && share < 1) break;
    while (next < curve.steps.length && curve.steps[next]!.time <= day) share = 1 - curve.steps[next++]!.survival;
    points.push({day, share});
  }
  return points;
}
