import {markup, trusted, type Markup} from '../drawing/markup.ts';

const WIDTH = 240;
const HEIGHT = 18;
const BAR = 12;

/**
 * Draws a part of a change as a bar from an upright line of nothing; filled where it is beyond chance.
 *
 * @param reach the largest part of all, which takes half the width
 * @param colour by the class of its meaning: better, worse or changed
 */
export function changeBar(value: number, isReal: boolean, reach: number, colour: string): Markup {
  const middle = WIDTH / 2;
  const length = reach === 0 ? 0 : Math.round((Math.abs(value) / reach) * (middle - 2) * 10) / 10;
  const x = value < 0 ? middle - length : middle;
  const bar = `<rect class="${colour} ${isReal ? 'real' : 'chance'}" x="${x}" y="${(HEIGHT - BAR) / 2}" width="${length}" height="${BAR}"/>`;
  return markup`<svg class="change-bar" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${trusted(
    `${length > 0 ? bar : ''}<path class="zero" d="M${middle},0V${HEIGHT}"/>`
  )}</svg>`;
}
