import type {PlotOptions} from '@observablehq/plot';

/** What Plot draws as a chart, with the sentence that stands for it where it can't be seen. */
export type Chart = PlotOptions & {ariaLabel: string};

/** How large a chart is drawn, in pixels, and the sentence that stands for it. */
export interface ChartSize {
  label: string;
  width: number;
  height?: number;
}
