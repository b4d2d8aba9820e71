import {markup, trusted, type Markup} from './markup.ts';

const WIDTH = 200;
const MARGIN = 8;

/** A scale shared by all rows of a column. */
export interface Scale {
  low: number;
  high: number;
}

/** The smallest scale that holds all values; a single value stands in the middle. */
export function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high ? {low: low - 1, high: high + 1} : {low, high};
}

/** Draws one figure as a dot with its interval, beside an upright line for all together. */
export function dotInterval(
  figure: {value: number; low: number | null; high: number | null},
  scale: Scale,
  overall: number | undefined
): Markup {
  const {value, low, high} = figure;
  const line = overall === undefined ? '' : `<path class="overall" d="M${place(overall, scale)},0V24"/>`;
  const bar =
    low === null || high === null ? '' : `<path class="interval" d="M${place(low, scale)},12H${place(high, scale)}"/>`;
  return markup`<svg class="dots" viewBox="0 0 ${WIDTH} 24" aria-hidden="true">${trusted(
    `${line}${bar}<circle class="dot" cx="${place(value, scale)}" cy="12" r="4"/>`
  )}</svg>`;
}

/** Prints the ends of a scale, for the head of a column. */
export function scaleEnds(labels: {low: string; high: string}): Markup {
  return markup`<span class="ends"><span>${labels.low}</span> <span>${labels.high}</span></span>`;
}

function place(value: number, {low, high}: Scale): number {
  return Math.round((MARGIN + ((value - low) / (high - low)) * (WIDTH - 2 * MARGIN)) * 10) / 10;
}
