import {plot} from '@observablehq/plot';
import type {Chart} from '../drawing/chart.ts';

/**
 * Draws a plot in the browser as the finished pages draw theirs: with the site's own styles, and none of Plot's, which the content
 * security policy forbids.
 *
 * @param options with the chart's sentence as its text alternative
 */
export function drawChart(options: Chart): SVGSVGElement;
export function drawChart(options: Chart | undefined): SVGSVGElement | undefined;
export function drawChart(options: Chart | undefined): SVGSVGElement | undefined {
  if (options === undefined) return undefined;
  const svg = plot({...options, className: 'plot'}) as unknown as SVGSVGElement;
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  for (const part of svg.querySelectorAll('g[aria-label]')) part.removeAttribute('aria-label');
  for (const name of ['font-family', 'width', 'height']) svg.removeAttribute(name);
  return svg;
}

/** How wide a chart is drawn on this screen, in pixels, so that its letters keep their size. */
export function chartWidth(): number {
  const main = document.getElementById('analysis-view')!;
  return Math.max(320, Math.min(960, main.clientWidth));
}
