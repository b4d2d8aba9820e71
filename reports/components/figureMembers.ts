import {z} from 'zod';
import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {disclosure, table, type Column} from '../drawing/table.ts';
import {isPublished} from '../figures/compareFigures.ts';
import {memberDimensions} from '../figures/memberDimensions.ts';
import {describeMissing} from '../words/describeFigure.ts';
import {formatCount, formatCounts, formatInterval, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, dimensionName, memberName} from './dimensions.ts';

/** The figure of the page's KPI by each dimension that tells its records apart. People are never among them. */
export const figureMembers = defineComponent(
  z.strictObject({
    /** How many members stand in the open, and how many are listed at all. */
    shown: z.int().min(1).default(12),
    listed: z.int().min(1).default(100)
  }),
  (report, {shown, listed}) => {
    const {figures, kpi, period, locale} = report;
    if (kpi === undefined || period === undefined) return markup``;
    const dimensions = memberDimensions(figures, kpi.id, period);
    if (dimensions.length === 0) return markup`<p class="muted">${say(locale, 'members_none')}</p>`;
    return markup`<p class="note">${say(locale, 'members_note', {period: periodName(period, locale)})}</p>
<div class="members">${dimensions.map((dimension) => {
      const members = figures.members(kpi.id, period, dimension).toSorted(byVolume);
      const title = say(locale, 'by_dimension', {dimension: dimensionName(report, dimension)});
      return markup`<section id="by-${dimension}"><h3>${title}</h3>
${membersTable(report, kpi, dimension, members.slice(0, shown))}
${rest(report, kpi, dimension, members.slice(shown), listed - shown)}</section>
`;
    })}</div>`;
  }
);

function rest(
  report: Report,
  kpi: SiteKpi,
  dimension: string,
  members: readonly KpiValue[],
  room: number
): Markup | undefined {
  if (members.length === 0) return undefined;
  const {locale} = report;
  const more = members.length > room ? say(locale, 'members_rest', {count: members.length - room}) : undefined;
  return disclosure(
    say(locale, 'compare_rest', {count: members.length}),
    markup`${membersTable(report, kpi, dimension, members.slice(0, room))}${more && markup`<p class="small">${more}</p>`}`
  );
}

function membersTable(report: Report, kpi: SiteKpi, dimension: string, members: readonly KpiValue[]): Markup {
  const {locale} = report;
  const rows = members.map((figure): Printable[] => {
    const name = memberName(report, dimension, figure.member);
    if (!isPublished(figure)) {
      const why = figure.is_withheld
        ? say(locale, 'too_few', {minimum: kpi.minimum})
        : describeMissing(kpi, figure, locale);
      return [name, markup`<span class="muted">${why}</span>`, formatCounts(kpi, figure, locale), ''];
    }
    const interval = formatInterval(figure, kpi.unit, locale, 'interval_range');
    return [name, formatValue(figure.value, kpi.unit, locale), formatCounts(kpi, figure, locale), interval];
  });
  const columns: Column[] = [
    {head: dimensionHead(report, dimension)},
    {head: say(locale, 'value'), isNumber: true},
    {head: say(locale, 'counts'), isNumber: true},
    {head: say(locale, 'interval_head'), isNumber: true}
  ];
  const used = columns.map((_, index) => index < 2 || rows.some((row) => row[index] !== ''));
  return table(
    columns.filter((_, index) => used[index]),
    rows.map((row) => row.filter((_, index) => used[index])),
    `${kpi.title[locale]}${say(locale, 'comma')}${formatCount(members.length)} ${dimensionName(report, dimension)}`
  );
}

/** The largest first, those without a name last. */
function byVolume(a: KpiValue, b: KpiValue): number {
  const size = ({denominator, value}: KpiValue) => denominator ?? value ?? 0;
  return Number(a.member === '') - Number(b.member === '') || size(b) - size(a) || (a.member < b.member ? -1 : 1);
}
