import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {disclosure, table} from '../drawing/table.ts';
import type {Period} from '../figures/period.ts';
import {formatPoints} from '../words/describeCard.ts';
import {formatCount, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {memberName} from './dimensions.ts';

/** The editions in which a period was signed off, and what would differ if it were computed from today's data. */
export const editions = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const frozen = figures.performance.editions(period);
  if (frozen.length === 0) return markup`<p>${say(locale, 'editions_none', {period: period.id})}</p>`;
  const hasReason = frozen.some(({reason}) => reason !== null);
  const list = table(
    [
      {head: say(locale, 'edition_number')},
      {head: say(locale, 'edition_by')},
      {head: say(locale, 'edition_at')},
      ...(hasReason ? [{head: say(locale, 'edition_reason')}] : []),
      {head: say(locale, 'edition_open'), isNumber: true},
      {head: say(locale, 'edition_hash')}
    ],
    frozen.map((edition) => [
      edition.edition,
      edition.by,
      edition.frozen_at,
      ...(hasReason ? [edition.reason ?? ''] : []),
      formatCount(edition.open_objections),
      markup`<code class="hash">${edition.sha256}</code>`
    ]),
    say(locale, 'editions_table'),
    'editions'
  );
  return markup`${list}${restatement(report, period)}`;
});

function restatement(report: Report, period: Period): Markup {
  const {figures, locale} = report;
  const {performance} = figures;
  const [values, cards, records] = [
    performance.restatedFigures(period),
    performance.restatedCards(period),
    performance.restatedRecords(period)
  ];
  if (values.length + cards.length + records.length === 0) return markup`<p>${say(locale, 'restated_none')}</p>`;
  const compared = [
    {head: say(locale, 'restated_published'), isNumber: true},
    {head: say(locale, 'restated_present'), isNumber: true}
  ];
  const whose = (dimension: string, member: string) => {
    if (dimension === 'all') return say(locale, 'restated_whole');
    return dimension === 'department' ? memberName(report, 'department', member) : member;
  };
  const kpiName = (kpi: string) => figures.kpi(kpi)?.title[locale] ?? kpi;
  const figureRows = values.map((row) => {
    const unit = figures.kpi(row.kpi)?.unit ?? 'count';
    const told = (value: number | null) => (value === null ? '—' : formatValue(value, unit, locale));
    const redefined = row.is_redefined
      ? markup` <span class="mark">${say(locale, 'restated_redefined')}</span>`
      : undefined;
    return [
      markup`${kpiName(row.kpi)}${redefined}`,
      whose(row.dimension, row.member),
      told(row.published_value),
      told(row.present_value)
    ];
  });
  const cardRows = cards.map((row) => [
    whose(row.dimension, row.member),
    ...[row.published_points, row.present_points].map((points) => (points === null ? '—' : formatPoints(points)))
  ]);
  const recordRows = records.map((row) => [row.record_id, kpiName(row.kpi), say(locale, `restated_${row.change}`)]);
  return markup`<p>${say(locale, 'restated_told')}</p>
${cardRows.length > 0 ? disclosure(`${say(locale, 'restated_cards')} (${cardRows.length})`, table([{head: say(locale, 'restated_whose')}, ...compared], cardRows, say(locale, 'restated_cards'))) : undefined}
${figureRows.length > 0 ? disclosure(`${say(locale, 'restated_figures')} (${figureRows.length})`, table([{head: say(locale, 'head_head')}, {head: say(locale, 'restated_whose')}, ...compared], figureRows, say(locale, 'restated_figures'))) : undefined}
${recordRows.length > 0 ? disclosure(`${say(locale, 'restated_records')} (${recordRows.length})`, table([{head: say(locale, 'restated_record')}, {head: say(locale, 'head_head')}, {head: say(locale, 'restated_change')}], recordRows, say(locale, 'restated_records'))) : undefined}`;
}
