import {markup, type Markup} from './markup.ts';

const WIDTH = 240;

/** Draws a bar from zero; `share` of the full width, 0 to 1. */
export function shareBar(share: number, kind: 'main' | 'rest'): Markup {
  const width = Math.round(Math.max(0, Math.min(1, share)) * WIDTH * 10) / 10;
  return markup`<svg class="share" viewBox="0 0 ${WIDTH} 16" aria-hidden="true"><rect class="${kind}" width="${width}" height="16"/></svg>`;
}
