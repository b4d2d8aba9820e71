import type {SiteKpi} from '../../src/publish/siteData.ts';
import {dotInterval, scaleEnds, type Scale} from '../drawing/dotInterval.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {isPublished} from '../figures/compareFigures.ts';
import type {MemberRow} from '../figures/memberRows.ts';
import {describeMissing} from '../words/describeFigure.ts';
import {formatCount, formatCounts, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';
import {dimensionHead, memberName} from './dimensions.ts';

/** What the rows of a comparison have in common. Without a scale no figure can be drawn. */
export interface ComparisonHeading {
  kpi: SiteKpi;
  volume: SiteKpi;
  /** Its id. */
  dimension: string;
  overall: MemberRow;
  scale: Scale | undefined;
}

/** Draws members one below the other, each as text and as a dot with its interval; all together stand last. */
export function comparisonTable(report: Report, rows: readonly MemberRow[], heading: ComparisonHeading): Markup {
  const {locale} = report;
  const {kpi, volume, dimension, overall, scale} = heading;
  const print = (value: number) => formatValue(value, kpi.unit, locale);
  const columns = [
    {head: dimensionHead(report, dimension)},
    {head: volume.title[locale], isNumber: true},
    {head: kpi.title[locale], isNumber: true},
    {head: scale && scaleEnds({low: print(scale.low), high: print(scale.high)})}
  ];
  const cells = rows.map((row) => [memberName(report, dimension, row.member), ...figureCells(report, row, heading)]);
  const all = [markup`<strong>${say(locale, 'overall')}</strong>`, ...figureCells(report, overall, heading)];
  return table(columns, [...cells, all], kpi.title[locale]);
}

function figureCells({locale}: Report, {figure, volume}: MemberRow, heading: ComparisonHeading): Printable[] {
  const {kpi, overall, scale} = heading;
  if (!isPublished(figure)) {
    const why = figure?.is_withheld
      ? say(locale, 'too_few', {minimum: kpi.minimum})
      : describeMissing(kpi, figure, locale);
    return [formatCount(volume), markup`<span class="muted">${why}</span>`, undefined];
  }
  const all = isPublished(overall.figure) ? overall.figure.value : undefined;
  return [
    formatCount(volume),
    markup`<span class="figure">${formatValue(figure.value, kpi.unit, locale)}</span> <span class="counts">${formatCounts(kpi, figure, locale)}</span>`,
    scale && dotInterval(figure, scale, all)
  ];
}
