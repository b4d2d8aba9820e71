import type {SeriesStep} from '../figures/figures.ts';
import {isPublished} from '../figures/compareFigures.ts';
import {markup, trusted, type Markup} from './markup.ts';

const WIDTH = 160;
const HEIGHT = 36;
const MARGIN = 4;

/** The limits of each step, null where there are none. */
export type SparklineLimits = readonly {lower: number | null; upper: number | null}[];

/**
 * Draws a series as a small line without axes; a step without a figure breaks the line, the last one is a point.
 *
 * @param steps at least two, oldest first, equally spaced
 * @param options `target`: a dashed line;
 *   `isOpen`: the last point is hollow; `limits`: a band behind the line
 */
export function sparkline(
  steps: readonly SeriesStep[],
  options: {label: string; target: number | null; isOpen: boolean; limits?: SparklineLimits | undefined}
): Markup {
  const values = steps.map(({figure}) => (isPublished(figure) ? figure.value : undefined));
  const known = values.filter((value) => value !== undefined);
  if (options.target !== null) known.push(options.target);
  const band = (options.limits ?? []).flatMap(({lower, upper}, index) =>
    lower === null || upper === null ? [] : [{index, lower, upper}]
  );
  known.push(...band.flatMap(({lower, upper}) => [lower, upper]));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (index: number) => round(MARGIN + (index * (WIDTH - 2 * MARGIN)) / (steps.length - 1));
  const y = (value: number) =>
    high === low ? HEIGHT / 2 : round(HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN));
  let path = '';
  let isDrawing = false;
  values.forEach((value, index) => {
    if (value !== undefined) path += `${isDrawing ? 'L' : 'M'}${x(index)},${y(value)}`;
    isDrawing = value !== undefined;
  });
  const last = values.at(-1);
  const point =
    last === undefined
      ? ''
      : `<circle cx="${x(values.length - 1)}" cy="${y(last)}" r="2.5" class="${options.isOpen ? 'point open' : 'point'}"/>`;
  const target =
    options.target === null ? '' : `<path class="target" d="M${MARGIN},${y(options.target)}H${WIDTH - MARGIN}"/>`;
  const edge = (side: 'lower' | 'upper') => band.map((step) => `${x(step.index)},${y(step[side])}`);
  const limits =
    band.length < 2 ? '' : `<path class="limits" d="M${[...edge('upper'), ...edge('lower').reverse()].join('L')}Z"/>`;
  return markup`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${options.label}">${trusted(
    `${limits}${target}<path class="line" d="${path}"/>${point}`
  )}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
