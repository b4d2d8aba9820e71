import type {SummaryTotal} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';
import {dimensionName} from './dimensions.ts';

/** Says how many members a summary does not list; nothing when it lists all. */
export function summaryRest(report: Report, dimension: string, listed: readonly SummaryTotal[]): Markup | undefined {
  const count = (listed[0]?.members ?? 0) - listed.length;
  if (count <= 0) return undefined;
  const told = {count: formatCount(count), dimension: dimensionName(report, dimension)};
  return markup`<p class="small">${say(report.locale, 'summary_rest', told)}</p>`;
}
