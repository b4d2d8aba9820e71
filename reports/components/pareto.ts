import {z} from 'zod';
import {PERIOD_DIMENSIONS, type SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {shareBar} from '../drawing/shareBar.ts';
import {table} from '../drawing/table.ts';
import {rankMembers, type Ranking} from '../figures/rankMembers.ts';
import {formatCount, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {absentNote} from './absentNote.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, dimensionName, memberName} from './dimensions.ts';
import {findKpi} from './findKpi.ts';

/** The members of a dimension by how many records they have: the largest, the rest together, and those not given. */
export const pareto = defineComponent(
  z.strictObject({
    /** The first of them by which the records of the period are told apart. */
    dimensions: z.array(z.enum(PERIOD_DIMENSIONS)).min(1),
    /** A count KPI. */
    kpi: z.string(),
    shown: z.int().min(1).max(7).default(7)
  }),
  (report, {dimensions, kpi: id, shown}) => {
    const {period, figures, locale} = report;
    const kpi = findKpi(report, id);
    if (period === undefined) return markup``;
    if (!figures.hasData(kpi.id)) return markup`${absentNote(report, [kpi])}`;
    const dimension =
      dimensions.find((each) => figures.members(kpi.id, period, each).some(({member}) => member !== '')) ??
      dimensions[0]!;
    const name = dimensionName(report, dimension);
    const ranking = rankMembers(figures.members(kpi.id, period, dimension), shown);
    if (ranking.total === 0) return markup`<p class="muted">${say(locale, 'compare_none', {dimension: name})}</p>`;
    return markup`<figure class="chart wide" id="${dimension}-${kpi.id}">
<figcaption>${title(report, ranking, kpi, dimension)}</figcaption>
${rowsTable(report, ranking, kpi, dimension)}
<p class="note">${note(report, ranking)}</p>
</figure>`;
  }
);

function title(report: Report, {top, total}: Ranking, kpi: SiteKpi, dimension: string): string {
  const {locale} = report;
  const first = top[0];
  const name = kpi.title[locale];
  if (first === undefined)
    return say(locale, 'pareto_all_missing', {kpi: name, dimension: dimensionName(report, dimension)});
  const member = memberName(report, dimension, first.member);
  return say(locale, 'pareto_title', {kpi: name, first: member, ...part(first.count, total)});
}

function note({locale}: Report, {top, missing, total}: Ranking): string {
  const three = top.slice(0, 3);
  const sum = three.reduce((count, each) => count + each.count, 0);
  const sentences: string[] = [];
  if (three.length === 3) sentences.push(say(locale, 'pareto_note', {top: 3, ...part(sum, total)}));
  if (missing > 0) sentences.push(say(locale, 'pareto_missing', {count: formatCount(missing)}));
  return sentences.join(locale === 'zh-CN' ? '' : ' ');
}

function rowsTable(report: Report, {top, rest, missing, total}: Ranking, kpi: SiteKpi, dimension: string): Markup {
  const {locale} = report;
  const largest = Math.max(...top.map(({count}) => count), rest.count, missing);
  let running = 0;
  const row = (name: Printable, count: number, kind: 'main' | 'rest'): Printable[] => {
    running += count;
    return [name, shareBar(count / largest, kind), formatCount(count), percent(count, total), percent(running, total)];
  };
  const rows = top.map(({member, count}) => row(memberName(report, dimension, member), count, 'main'));
  if (rest.members > 0) rows.push(row(say(locale, 'pareto_other', {count: rest.members}), rest.count, 'rest'));
  if (missing > 0) rows.push(row(say(locale, 'not_given'), missing, 'rest'));
  return table(
    [
      {head: dimensionHead(report, dimension)},
      {head: markup`<span class="unseen">${say(locale, 'bar_head')}</span>`},
      {head: kpi.title[locale], isNumber: true},
      {head: say(locale, 'share'), isNumber: true},
      {head: say(locale, 'cumulative'), isNumber: true}
    ],
    rows,
    kpi.title[locale]
  );
}

function part(count: number, total: number): Record<'share' | 'count' | 'total', string> {
  return {share: percent(count, total), count: formatCount(count), total: formatCount(total)};
}

function percent(count: number, total: number): string {
  return formatValue(count / total, 'percent', 'en');
}
