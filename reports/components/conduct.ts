import {z} from 'zod';
import type {CardDimension, SiteConduct} from '../../src/publish/sitePerformance.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {disclosure, table} from '../drawing/table.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, memberName} from './dimensions.ts';

/** Praise and commendations as well as violations, of departments and of people, in the order of their names. */
export const conduct = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const rows = (['department', 'handler'] as const).map((dimension) => figures.performance.conduct(period, dimension));
  if (rows.every((some) => some.length === 0)) return markup`<p>${say(locale, 'conduct_none')}</p>`;
  return markup`${conductTable(report, 'department', rows[0]!)}
${rows[1]!.length > 0 ? disclosure(say(locale, 'conduct_handler_table'), conductTable(report, 'handler', rows[1]!)) : undefined}`;
});

function conductTable(report: Report, dimension: CardDimension, rows: readonly SiteConduct[]): Markup {
  const {locale} = report;
  const isPerson = dimension === 'handler';
  const number = (count: number) => (count === 0 ? '' : formatCount(count));
  return table(
    [
      {head: isPerson ? say(locale, 'conduct_person') : dimensionHead(report, 'department')},
      {head: say(locale, 'conduct_praises'), isNumber: true},
      {head: say(locale, 'conduct_commended'), isNumber: true},
      {head: say(locale, 'conduct_violations'), isNumber: true},
      {head: say(locale, 'conduct_fines'), isNumber: true}
    ],
    rows.map((row) => [
      isPerson ? row.member : memberName(report, 'department', row.member),
      number(row.praises),
      isPerson ? (row.commended > 0 ? say(locale, 'yes') : '') : number(row.commended),
      number(row.violations),
      number(row.fines)
    ]),
    say(locale, isPerson ? 'conduct_handler_table' : 'conduct_department_table'),
    'conduct'
  );
}
