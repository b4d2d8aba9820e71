import * as Plot from '@observablehq/plot';
import type {Markup} from './markup.ts';
import {drawPlot} from './plot.ts';

/** One point of a trend. A missing value leaves a gap. */
export interface TrendPoint {
  id: string;
  /** What the axis prints under it; empty for none. */
  label: string;
  value: number | undefined;
  low: number | undefined;
  high: number | undefined;
  isOpen: boolean;
}

export interface TrendOptions {
  label: string;
  /** Bars begin at zero: for amounts. Lines show rates, means and durations. */
  shape: 'bars' | 'line';
  target?: {value: number; label: string};
  /** What is printed at the last point. */
  lastLabel: string;
  formatTick: (value: number) => string;
}

const WIDTH = 460;
const HEIGHT = 190;
const MARGIN_TOP = 12;
const MARGIN_BOTTOM = 24;
const MARGIN_RIGHT = 72;
/** The least distance of two labels' middles that keeps them apart, in pixels. */
const LABEL_HEIGHT = 17;

/** Draws a series of equally spaced periods with its interval and its target. */
export function trendPlot(points: readonly TrendPoint[], options: TrendOptions): Markup {
  const {label, shape, target, formatTick} = options;
  const known = points.filter((point) => point.value !== undefined);
  const extent = points.flatMap(({value, low, high}) => [value, low, high]).filter((value) => value !== undefined);
  if (target) extent.push(target.value);
  if (shape === 'bars') extent.push(0);
  const names = new Map(points.map((point) => [point.id, point.label]));
  const domain = padded(extent, shape);
  const x = {type: shape === 'bars' ? ('band' as const) : ('point' as const), domain: points.map(({id}) => id)};
  return drawPlot({
    ariaLabel: label,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 48,
    marginRight: MARGIN_RIGHT,
    marginTop: MARGIN_TOP,
    marginBottom: MARGIN_BOTTOM,
    x: {...x, label: null, padding: shape === 'bars' ? 0.25 : 0.5},
    y: {domain, label: null},
    marks: [
      Plot.gridY({ticks: 4, className: 'grid'}),
      Plot.axisY({ticks: 4, tickSize: 0, tickFormat: formatTick, fontSize: 13}),
      Plot.axisX({
        ticks: points.filter((point) => point.label !== '').map(({id}) => id),
        tickFormat: (id: string) => names.get(id) ?? '',
        tickSize: 4,
        fontSize: 13
      }),
      ...(shape === 'bars' ? bars(known) : line(points, known)),
      ...(target ? [Plot.ruleY([target.value], {className: 'target'})] : []),
      ...labels(endLabels(domain, points.at(-1), options))
    ]
  });
}

function bars(known: readonly TrendPoint[]): Plot.Markish[] {
  const open = known.filter((point) => point.isOpen);
  return [
    Plot.barY(
      known.filter((point) => !point.isOpen),
      {x: 'id', y: 'value', className: 'bar'}
    ),
    ...(open.length > 0 ? [Plot.barY(open, {x: 'id', y: 'value', insetTop: 0.5, className: 'bar open'})] : []),
    Plot.ruleY([0], {className: 'base'})
  ];
}

function line(points: readonly TrendPoint[], known: readonly TrendPoint[]): Plot.Markish[] {
  const open = known.filter((point) => point.isOpen);
  const closed = known.filter((point) => !point.isOpen && stands(points, point));
  const hasInterval = known.some(({low, high}) => low !== undefined && high !== undefined);
  return [
    ...(hasInterval ? [Plot.areaY(points, {x: 'id', y1: orGap('low'), y2: orGap('high'), className: 'band'})] : []),
    Plot.lineY(points, {x: 'id', y: orGap('value'), className: 'line'}),
    ...(closed.length > 0 ? [Plot.dot(closed, {x: 'id', y: 'value', r: 3.5, className: 'point'})] : []),
    ...(open.length > 0 ? [Plot.dot(open, {x: 'id', y: 'value', r: 3, className: 'point open'})] : [])
  ];
}

/** Plot breaks a line or a band where a value is not a number. */
function orGap(name: 'value' | 'low' | 'high'): (point: TrendPoint) => number {
  return (point) => point[name] ?? Number.NaN;
}

/** Whether a point is drawn by itself: the last one, and one that no line joins. */
function stands(points: readonly TrendPoint[], point: TrendPoint): boolean {
  const index = points.indexOf(point);
  return (
    index === points.length - 1 || (points[index - 1]?.value === undefined && points[index + 1]?.value === undefined)
  );
}

interface EndLabel {
  text: string;
  middle: number;
  className: string;
}

/** Places what is printed at the right end: the last value beside its point, the target beside its line, apart. */
function endLabels([low, high]: [number, number], last: TrendPoint | undefined, options: TrendOptions): EndLabel[] {
  const place = (value: number) =>
    HEIGHT - MARGIN_BOTTOM - ((value - low) / (high - low)) * (HEIGHT - MARGIN_BOTTOM - MARGIN_TOP);
  const {target, lastLabel} = options;
  const found: EndLabel[] = [];
  if (last?.value !== undefined) found.push({text: lastLabel, middle: place(last.value), className: 'last-label'});
  if (target) {
    found.push({
      text: target.label,
      middle: keepApart(place(target.value), found[0]?.middle),
      className: 'target-label'
    });
  }
  return found;
}

/** Moves a label off another one; below it where there is no room above. */
function keepApart(middle: number, other: number | undefined): number {
  if (other === undefined || Math.abs(middle - other) >= LABEL_HEIGHT) return middle;
  const above = other - LABEL_HEIGHT;
  return middle < other && above >= LABEL_HEIGHT / 2 ? above : other + LABEL_HEIGHT;
}

function labels(found: readonly EndLabel[]): Plot.Markish[] {
  return found.map(({text, middle, className}) =>
    Plot.text([text], {
      frameAnchor: 'top-right',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: 6,
      dy: middle - MARGIN_TOP,
      fontSize: 13.5,
      className
    })
  );
}

/** Leaves a little room above and below; bars keep their zero. */
function padded(extent: readonly number[], shape: TrendOptions['shape']): [number, number] {
  if (extent.length === 0) return [0, 1];
  const low = Math.min(...extent);
  const high = Math.max(...extent);
  const room = high === low ? Math.abs(high) * 0.1 || 1 : (high - low) * 0.05;
  return shape === 'bars' ? [Math.min(0, low), high + room] : [low - room, high + room];
}
