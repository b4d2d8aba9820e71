import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import type {AnalysisContext, AnalysisKpi} from './context.ts';
import {writeFilters, type Filters} from './filters.ts';

/** The ways from a figure on: to the records that it counts under these filters, and to its definition. */
export function figureLinks(
  {locale, root}: AnalysisContext,
  kpi: AnalysisKpi,
  filters: Filters,
  hasRecords: boolean
): Markup {
  const address = new URLSearchParams({figure: kpi.id});
  writeFilters(filters, address);
  const records = markup`<a href="${root}/analyst/records?${address.toString()}">${say(locale, 'open_records')}</a>`;
  const definition = markup`<a href="${root}/figures/${kpi.id}">${say(locale, 'open_definition')}</a>`;
  return markup`<p class="figure-links">${hasRecords ? records : undefined} ${kpi.hasPage ? definition : undefined}</p>`;
}
