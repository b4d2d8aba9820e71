import type {z} from 'zod';
import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import type {Markup} from '../drawing/markup.ts';
import type {Figures} from '../figures/figures.ts';
import type {Period} from '../figures/period.ts';

/** What a component knows of the page it stands on. */
export interface Report {
  locale: Locale;
  figures: Figures;
  /** The page's path in the site, without ending: /leadership/2026-10. */
  page: string;
  /** The KPI of the page; undefined on a page that is not about one. */
  kpi: SiteKpi | undefined;
  /**
   * The period of the page; on the page of a KPI, the one in which it is read; on any other, the latest complete month.
   * Undefined without any data.
   */
  period: Period | undefined;
  /** The department of the page; undefined on a page that is not about one. */
  department?: string | undefined;
}

/** What a page can place with a `report` fence. */
export interface Component {
  options: z.ZodType;
  render(report: Report, options: unknown): Markup;
}

/** Binds a component's drawing to the form of its options. */
export function defineComponent<Form extends z.ZodType>(
  options: Form,
  render: (report: Report, options: z.output<Form>) => Markup
): Component {
  return {options, render: (report, given) => render(report, given as z.output<Form>)};
}
