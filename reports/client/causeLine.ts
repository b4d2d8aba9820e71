import {markup, trusted, type Markup} from '../drawing/markup.ts';

const WIDTH = 150;
const HEIGHT = 34;
const MARGIN = 4;

/**
 * Draws the cases of a cause month by month as a small line from zero; the month in which it changed is an upright line.
 *
 * @param counts at least two, oldest first
 * @param change the place of the month from which on it is another, if it is known
 */
export function causeLine(counts: readonly number[], change: number | undefined, label: string): Markup {
  const high = Math.max(1, ...counts);
  const x = (index: number) => round(MARGIN + (index * (WIDTH - 2 * MARGIN)) / (counts.length - 1));
  const y = (count: number) => round(HEIGHT - MARGIN - (count / high) * (HEIGHT - 2 * MARGIN));
  const path = counts.map((count, index) => `${index === 0 ? 'M' : 'L'}${x(index)},${y(count)}`).join('');
  // The change lies between two months.
  const at = change === undefined || change <= 0 ? undefined : round((x(change - 1) + x(change)) / 2);
  const mark = at === undefined ? '' : `<path class="change" d="M${at},1V${HEIGHT - 1}"/>`;
  const base = `<path class="base" d="M${MARGIN},${HEIGHT - MARGIN}H${WIDTH - MARGIN}"/>`;
  const last = counts.length - 1;
  return markup`<svg class="sparkline cause-line" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">${trusted(
    `${base}${mark}<path class="line" d="${path}"/><circle class="point" r="2.5" cx="${x(last)}" cy="${y(counts[last]!)}"/>`
  )}</svg>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
