import {markup, type Markup, type Printable} from '../drawing/markup.ts';

/** How wide a chart is drawn, in pixels; two stand side by side on a wide screen. */
export const CHART_WIDTH = 480;

/** A chart of a report with its words. */
export interface ReportFigure {
  id: string;
  /** The finding. */
  title: Printable;
  chart: Markup | undefined;
  /** How to read it, in a sentence. */
  sentence: Printable;
  /** What follows: its table. */
  rest?: Printable;
  /** Whether a mail shows it. */
  isInMail?: boolean;
}

/** Puts a chart of a report and its words together. */
export function reportFigure({id, title, chart, sentence, rest, isInMail = false}: ReportFigure): Markup {
  const mark = isInMail && chart !== undefined ? markup` data-in-mail` : undefined;
  return markup`<figure class="${chart === undefined ? 'chart plain' : 'chart'}" id="${id}"${mark}>
<figcaption>${title}</figcaption>
${chart}
<p class="note">${sentence}</p>
${rest}
</figure>
`;
}
