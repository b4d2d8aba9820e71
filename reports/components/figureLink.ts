import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Printable} from '../drawing/markup.ts';
import type {Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The title of a figure, as a link to its page where it has one that is not this one. */
export function figureLink(report: Report, kpi: SiteKpi): Printable {
  const title = kpi.title[report.locale];
  const path = report.figures.pageOf(kpi);
  return path === undefined || path === report.page ? title : markup`<a href="${linkTo(report, path)}">${title}</a>`;
}
