import {axisX, axisY, dot, gridY, line, ruleY, text} from '@observablehq/plot';
import {funnelOfOrdinary} from '../../src/methods/compareUnits.ts';
import type {ComparisonSettings} from '../../src/methods/comparisons.ts';
import type {Locale} from '../../src/publish/siteData.ts';
import type {ShownKpi} from '../figures/judgedSeries.ts';
import type {Chart, ChartSize} from './chart.ts';
import {formatTarget, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {endLabels} from './endLabels.ts';
import {shorten} from '../words/shorten.ts';

const TOP = 16;
const BOTTOM = 44;
const LEFT = 56;
/** How many points a limit is drawn with. */
const STEPS = 120;
/** The confidences of the settings, near and far, by the class of their line. */
const LIMITS = {look: 'limit', investigate: 'limit far'} as const;

/** A department as a funnel shows it; `adjusted` is its proportion with its cases allowed for. */
export interface FunnelRow {
  member: string;
  total: number;
  value: number;
  adjusted: number | null;
  centre: number | null;
  verdict: 'as_expected' | 'look' | 'investigate' | 'cannot_tell';
  direction: 'better' | 'worse' | 'higher' | 'lower' | null;
}

export interface FunnelOptions {
  settings: ComparisonSettings;
  /** What a member is called. */
  names: (member: string) => string;
  /** A member to name wherever it lies. */
  marked?: string | undefined;
}

/**
 * Departments by their number of cases, with the limits within which they lie where they are alike. Those outside are diamonds with
 * their names, those that can't be told from their peers are hollow.
 *
 * @param rows each drawn at its adjusted proportion
 */
export function funnelChart(
  locale: Locale,
  kpi: ShownKpi,
  rows: readonly FunnelRow[],
  {settings, names, marked}: FunnelOptions,
  {label, width, height = 360}: ChartSize
): Chart | undefined {
  const placed = rows.map((row) => ({...row, y: row.adjusted ?? row.value}));
  const judged = placed.filter(({total, adjusted}) => total >= kpi.minimum && adjusted !== null);
  if (judged.length < settings.least_units || rows.every(({centre}) => centre === null)) return undefined;
  const funnel = funnelOfOrdinary(
    judged.map(({y, total}) => ({count: y * total, total})),
    settings
  );
  if (funnel === undefined) return undefined;
  const right = width < 560 ? 92 : 120;
  const largest = Math.max(...placed.map(({total}) => total)) * 1.06;
  const smallest = Math.max(1, Math.min(...judged.map(({total}) => total)) * 0.6);
  const sizes = Array.from({length: STEPS}, (_, step) => smallest * (largest / smallest) ** (step / (STEPS - 1)));
  const limits = (['look', 'investigate'] as const).map((name) => ({
    name,
    points: sizes.map((total) => ({total, ...funnel.limits(total, settings[name])}))
  }));
  const domain = domainOf(placed.map(({y}) => y).concat(limits.flatMap(({points}) => atHalf(points))));
  const outside = judged.filter(({verdict}) => verdict === 'look' || verdict === 'investigate');
  const inside = placed.filter((row) => !outside.includes(row));
  const isNamed = (row: FunnelRow) => outside.some(({member}) => member === row.member) || row.member === marked;
  const ends = limits.flatMap(({name, points}) => {
    const last = points.at(-1)!;
    const words = say(locale, name === 'look' ? 'limit_95' : 'limit_998');
    return [
      {text: words, middle: place(last.low), className: 'limit-label'},
      {text: words, middle: place(last.high), className: 'limit-label'}
    ];
  });
  const centre = say(locale, 'ordinary_units', {value: formatValue(funnel.target, kpi.unit, locale)});
  const labels = [...ends, {text: centre, middle: place(funnel.target), className: 'centre-label'}];
  return {
    ariaLabel: label,
    width,
    height,
    marginLeft: LEFT,
    marginRight: right,
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: {domain: [0, largest], label: null},
    y: {domain, label: null},
    marks: [
      gridY({ticks: 5, className: 'grid'}),
      axisY({
        ticks: 5,
        tickSize: 0,
        tickFormat: (value: number) => formatTarget(value, kpi.unit, locale),
        fontSize: 13
      }),
      axisX({
        ticks: width < 560 ? 4 : 8,
        tickSize: 4,
        fontSize: 13,
        label: say(locale, 'axis_cases'),
        labelAnchor: 'center',
        labelArrow: 'none'
      }),
      ...limits.flatMap(({name, points}) =>
        (['low', 'high'] as const).map((side) =>
          line(
            points.filter((point) => point[side] >= domain[0] && point[side] <= domain[1]),
            {x: 'total', y: side, className: LIMITS[name]}
          )
        )
      ),
      ruleY([funnel.target], {className: 'centre'}),
      dot(inside, {x: 'total', y: 'y', r: 4.5, className: 'unit'}),
      ...outside.map((row) =>
        dot([row], {
          x: 'total',
          y: 'y',
          r: 6.5,
          symbol: 'diamond',
          className: `unit ${row.verdict} ${row.direction === 'better' || row.direction === 'worse' ? row.direction : 'changed'}`
        })
      ),
      ...placed.filter(isNamed).map((row) => {
        const isLeft = row.total > largest * 0.6;
        return text([row], {
          x: 'total',
          y: 'y',
          text: () => shorten(names(row.member), width < 560 ? 8 : 16),
          textAnchor: isLeft ? 'end' : 'start',
          dx: isLeft ? -11 : 11,
          fontSize: 13,
          className: 'unit-label'
        });
      }),
      ...endLabels(labels, {top: TOP, bottom: height - BOTTOM})
    ]
  };

  function place(value: number): number {
    const [low, high] = domain;
    return height - BOTTOM - ((value - low) / (high - low)) * (height - BOTTOM - TOP);
  }
}

/** The limits halfway to the largest unit: those of the smallest may leave the chart. */
function atHalf(points: readonly {low: number; high: number}[]): number[] {
  const {low, high} = points[Math.floor(points.length / 2)]!;
  return [low, high];
}

function domainOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.06 || 0.02;
  return [Math.max(0, low - room), Math.min(1, high + room)];
}
