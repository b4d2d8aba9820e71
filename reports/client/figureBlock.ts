import {disclosure} from '../drawing/table.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {toElement, toNodes} from './toNodes.ts';

/** A chart with its words: the finding as title, how to read it now, by which rule, and its table. */
export interface FigureParts {
  title: Printable;
  /** A drawing, or a table that is drawn as one; left out where there is nothing to draw. */
  chart?: Element | undefined;
  /** How to read it now; the rule behind it in small. */
  sentence: Printable;
  rule?: Printable;
  /** What opens the table, and the table. */
  table?: {label: string; content: Markup} | undefined;
}

/** Puts a chart and its words together. */
export function figureBlock({title, chart, sentence, rule, table}: FigureParts): HTMLElement {
  const figure = toElement(
    markup`<figure class="chart wide analysis-figure"><figcaption>${title}</figcaption></figure>`
  );
  if (chart) figure.append(chart);
  figure.append(toNodes(markup`<p class="reading">${sentence}</p>`));
  if (rule !== undefined) figure.append(toNodes(markup`<p class="note">${rule}</p>`));
  if (table) figure.append(toNodes(disclosure(table.label, table.content)));
  return figure;
}
