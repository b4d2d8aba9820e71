import {markup, trusted, type Markup} from '../drawing/markup.ts';

const WIDTH = 160;
const HEIGHT = 36;
const MARGIN = 4;

/**
 * Draws the cases of a cause by month as a small line from zero; the month in which a measure was carried out is an upright line.
 *
 * @param counts oldest first
 * @param rolledOut the place of that month among them
 */
export function measureLine(counts: readonly number[], rolledOut: number, label: string): Markup {
  const high = Math.max(1, ...counts);
  const x = (place: number) => round(MARGIN + (place * (WIDTH - 2 * MARGIN)) / Math.max(1, counts.length - 1));
  const y = (count: number) => round(HEIGHT - MARGIN - (count / high) * (HEIGHT - 2 * MARGIN));
  const line = counts.map((count, place) => `${place === 0 ? 'M' : 'L'}${x(place)},${y(count)}`).join('');
  const mark =
    rolledOut < 0 || rolledOut >= counts.length ? '' : `<path class="rolled-out" d="M${x(rolledOut)},0V${HEIGHT}"/>`;
  return markup`<svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${trusted(
    `${mark}<path class="line" d="${line}"/>`
  )}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
