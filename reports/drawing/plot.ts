import {plot} from '@observablehq/plot';
import {parseHTML} from 'linkedom';
import type {Chart} from './chart.ts';
import {trusted, type Markup} from './markup.ts';

const {document} = parseHTML('<!doctype html><html></html>');

/**
 * Draws a plot as inline SVG. The style element that Plot adds is taken out: the site's stylesheet holds its rules,
 * and the site's content security policy allows no others.
 */
export function drawPlot(options: Chart): Markup {
  const svg = plot({...options, document, className: 'plot'});
  svg.querySelector('style')?.remove();
  svg.setAttribute('role', 'img');
  // An image is told by its own label; Plot labels its parts as well, which nobody is read.
  svg.querySelectorAll('g[aria-label]').forEach((part) => {
    part.removeAttribute('aria-label');
  });
  for (const name of ['font-family', 'width', 'height']) svg.removeAttribute(name);
  return trusted(svg.outerHTML.replace(/(\d+\.\d)\d+/g, '$1'));
}
