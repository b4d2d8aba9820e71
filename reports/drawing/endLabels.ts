import {text, type Markish} from '@observablehq/plot';
import {placeLabels, type EndLabel} from './placeLabels.ts';

const GAP = 17;

/** The texts at the right end of a chart, moved apart, as marks; `top` and `bottom` are the heights in pixels between which it is drawn. */
export function endLabels(labels: readonly EndLabel[], {top, bottom}: {top: number; bottom: number}): Markish[] {
  return placeLabels(labels, GAP, [top, bottom]).map(({text: words, middle, className}) =>
    text([words], {
      frameAnchor: 'top-right',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: 8,
      dy: middle - top,
      fontSize: 13,
      className
    })
  );
}
