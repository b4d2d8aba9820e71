import {markup, type Markup, type Printable} from '../drawing/markup.ts';

/** A table that is itself the drawing, with its finding as title, how to read it, and by which rule. */
export function tableFigure({
  title,
  content,
  sentence,
  rule
}: {
  title: Printable;
  content: Markup;
  sentence: Printable;
  rule?: Printable;
}): Markup {
  return markup`<figure class="chart wide analysis-figure table-figure"><figcaption>${title}</figcaption>
${content}
<p class="reading">${sentence}</p>${rule === undefined ? '' : markup`<p class="note">${rule}</p>`}</figure>`;
}
