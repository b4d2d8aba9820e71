import {z} from 'zod';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {disclosure, table, type Column} from '../drawing/table.ts';
import type {Period} from '../figures/period.ts';
import {formatPoints, formatShared} from '../words/describeCard.ts';
import {formatCount, formatValue} from '../words/formatValue.ts';
import {say, type Word} from '../words/locale.ts';
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
      edition.by ?? say(locale, 'edition_unsigned'),
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
  const [values, cards, records, cases] = [
    performance.restatedFigures(period),
    performance.restatedCards(period),
    performance.restatedRecords(period),
    performance.restatedEvidence(period)
  ];
  if (values.length + cards.length + records.length + cases.length === 0)
    return markup`<p>${say(locale, 'restated_none')}</p>`;
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
  const caseRows = cases.map((row) => [
    row.record_id,
    whose(row.dimension, row.member),
    kpiName(row.kpi),
    ...[
      {count: row.published_count, total: row.published_total},
      {count: row.present_count, total: row.present_total}
    ].map(({count, total}) => say(locale, 'card_count', {count: formatShared(count), total: formatShared(total)})),
    row.entry ?? ''
  ]);
  const list = (word: Word, columns: readonly Column[], rows: readonly (readonly Printable[])[]) =>
    rows.length > 0
      ? disclosure(`${say(locale, word)} (${rows.length})`, table(columns, rows, say(locale, word)))
      : undefined;
  const [figure, subject, record] = (['head_head', 'restated_whose', 'restated_record'] as const).map((word) => ({
    head: say(locale, word)
  })) as [Column, Column, Column];
  return markup`<p>${say(locale, 'restated_told')}</p>
${list('restated_cards', [subject, ...compared], cardRows)}
${list('restated_cases', [record, subject, figure, ...compared, {head: say(locale, 'ledger_entry')}], caseRows)}
${list('restated_figures', [figure, subject, ...compared], figureRows)}
${list('restated_records', [record, figure, {head: say(locale, 'restated_change')}], recordRows)}`;
}
