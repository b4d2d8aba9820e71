import {z} from 'zod';
import type {SiteRisk} from '../../src/publish/siteReport.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {isOver} from '../figures/period.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, memberName} from './dimensions.ts';

/** The cases that were late or grave at the end of the period, the longest late first. */
export const risks = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const {count, late, grave, cases} = figures.report.risks(period);
  const when = say(locale, isOver(period, figures.data.run.as_of) ? 'risks_at_end' : 'risks_now');
  if (cases.length === 0) return markup`<p>${say(locale, 'risks_none', {when})}</p>`;
  const told = say(locale, 'risks_told', {when, late: formatCount(late), grave: formatCount(grave)});
  const rest = count > cases.length ? say(locale, 'risks_shown', {count: cases.length}) : '';
  return markup`<p>${told}${rest}</p>
${caseTable(report, cases)}`;
});

function caseTable(report: Report, cases: readonly SiteRisk[]): Markup {
  const {locale} = report;
  const name = (dimension: string, member: string | null) =>
    member === null ? '' : memberName(report, dimension, member);
  const columns = [
    {head: say(locale, 'risk_case')},
    {head: dimensionHead(report, 'department')},
    {head: dimensionHead(report, 'category')},
    {head: dimensionHead(report, 'severity')},
    {head: dimensionHead(report, 'risk')},
    {head: say(locale, 'risk_due')},
    {head: say(locale, 'risk_late'), isNumber: true},
    {head: say(locale, 'risk_state')}
  ];
  const rows = cases.map((row) => [
    row.complaint_id,
    name('department', row.department),
    name('category', row.category),
    name('severity', row.severity),
    name('risk', row.risk),
    row.due_at ?? '',
    row.days_late === null ? '' : say(locale, 'risk_days', {days: formatCount(row.days_late)}),
    say(locale, row.is_open ? 'risk_open' : 'risk_solved')
  ]);
  const used = columns.map((_, index) => rows.some((row) => row[index] !== ''));
  return table(
    columns.filter((_, index) => used[index]),
    rows.map((row) => row.filter((_, index) => used[index])),
    say(locale, 'risks_table'),
    'risks'
  );
}
