import {dimensionHead} from '../../../reports/components/dimensions.ts';
import {isOver} from '../../../reports/figures/period.ts';
import {formatCount, formatValue} from '../../../reports/words/formatValue.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {SiteCard} from '../../publish/sitePerformance.ts';
import {columnName, type Cell, type Column, type Line, type Sheet} from '../workbook.ts';
import {COUNT, PERCENT, unitName, valueCell} from '../sheets/cells.ts';
import {cardsInOrder, figureTitle, headOf, unitHead} from './cards.ts';
import {caseCell, pointFormat} from './formats.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** The cards of all departments or of all people: the points, and each head with what it counts. */
export function cardsSheet(source: ScorebookSource, dimension: SiteCard['dimension']): Sheet {
  const {report, title, rules} = source;
  const {locale, figures} = report;
  const isPeople = dimension === 'handler';
  const name = say(locale, isPeople ? 'sheet_card_people' : 'sheet_card_departments');
  const points = pointFormat(rules.appraisal.point_digits);
  const first: Column[] = [
    {head: unitHead(source, dimension)},
    ...(isPeople ? [{head: dimensionHead(report, 'department')}, {head: say(locale, 'book_role')}] : []),
    {head: say(locale, 'card_points'), format: points},
    {head: say(locale, 'book_counted_weight'), format: PERCENT},
    {head: say(locale, 'remark'), widest: 30}
  ];
  const columns = rules.scorecard.flatMap(({kpi}): Column[] => {
    const head = figureTitle(source, kpi);
    const unit = unitName(figures.kpi(kpi)!.unit, locale);
    return [
      {head: unit === '' ? head : say(locale, 'book_with_unit', {name: head, unit}), format: COUNT},
      {head: say(locale, 'book_head_count', {name: head}), format: COUNT},
      {head: say(locale, 'book_head_total', {name: head}), format: COUNT},
      {head: say(locale, 'book_head_points', {name: head}), format: points}
    ];
  });
  const rows = cardsInOrder(source, dimension).map((card) => [
    card.member,
    ...(isPeople ? [card.department, card.role] : []),
    pointsCell(source, card, first.length),
    card.counted_weight,
    remark(source, card),
    ...rules.scorecard.flatMap(({kpi}) => headCells(source, card, kpi))
  ]);
  return {
    name,
    lines: [{text: `${name} · ${title}`, style: 'title'}, ...stateLines(source)],
    columns: [...first, ...columns],
    rows,
    isList: true,
    empty: say(locale, 'card_none', {unit: say(locale, `card_unit_${dimension}`)})
  };
}

/** The sum of the points of the heads, as a formula over their cells. */
function pointsCell({report: {locale}, rules}: ScorebookSource, {points}: SiteCard, before: number): Cell {
  const format = pointFormat(rules.appraisal.point_digits);
  if (points === null) return {value: say(locale, 'book_no_points'), format};
  const columns = rules.scorecard.map((_, place) => columnName(before + place * 4 + 3));
  return {
    formula: (row) =>
      `MIN(${String(rules.appraisal.full_points)},ROUND(SUM(${columns.map((column) => `${column}${String(row)}`).join(',')}),${String(rules.appraisal.point_digits)}))`,
    value: points,
    format
  };
}

/** The figure of a head, what it counts of how many, and its points. Of a head with too few cases only how many is told. */
function headCells(source: ScorebookSource, card: SiteCard, kpi: string): Cell[] {
  const {locale, figures} = source.report;
  const head = headOf(source, card, kpi);
  if (!head) return [null, null, null, null];
  if (head.is_left_out) return [say(locale, 'book_left_out'), null, caseCell(head.total), null];
  return [valueCell(head.value, figures.kpi(kpi)!.unit), caseCell(head.count), caseCell(head.total), head.points];
}

/** Which heads are left out of a card, and why it has no points. */
function remark(source: ScorebookSource, card: SiteCard): string {
  const {
    report: {locale, figures},
    rules
  } = source;
  const leftOut = figures.performance.heads(card).filter(({is_left_out: isLeftOut}) => isLeftOut);
  const names = leftOut.map(({kpi}) => figureTitle(source, kpi)).join(say(locale, 'comma'));
  if (card.counted_heads === 0) return say(locale, 'card_under_minimum', {names});
  const weights = {
    weight: formatValue(card.counted_weight, 'percent', locale),
    least: formatValue(rules.appraisal.least_weight, 'percent', locale)
  };
  return [
    ...(leftOut.length > 0 ? [say(locale, 'card_heads_left', {names})] : []),
    ...(card.points === null ? [say(locale, 'card_no_points', weights)] : []),
    ...(card.is_ruled ? [say(locale, 'book_is_ruled')] : [])
  ].join(locale === 'en' ? ' ' : '');
}

/** How far the figures are signed off, and how they are to be read. */
function stateLines({report: {locale, figures, period}}: ScorebookSource): Line[] {
  const {run, policy} = figures.data;
  const edition = figures.performance.editions(period).at(-1);
  const open = figures.performance.ledger(period).filter(({state}) => state === 'open').length;
  const draft: Word = isOver(period, run.as_of) ? 'state_draft' : 'state_open_period';
  const parts = [
    figures.data.pipeline.title[locale],
    say(locale, 'as_of', {time: run.as_of}),
    edition
      ? say(locale, 'state_frozen', {
          number: formatCount(edition.number),
          by: edition.by ?? say(locale, 'edition_unsigned'),
          at: edition.frozen_at
        })
      : say(locale, draft),
    ...(open > 0 ? [say(locale, 'state_objections', {count: formatCount(open)})] : []),
    say(locale, 'policy', {title: policy.title[locale]})
  ];
  return [
    {text: parts.join(' · '), style: 'note'},
    {text: say(locale, 'book_cards_note'), style: 'note'}
  ];
}
