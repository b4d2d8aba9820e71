import {describeAppraisal} from '../../../reports/words/describeCard.ts';
import {dimensionHead} from '../../../reports/components/dimensions.ts';
import {formatCount, scaleOf} from '../../../reports/words/formatValue.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {SiteCard, SiteCardHead} from '../../publish/sitePerformance.ts';
import {columnName, type Cell, type Column, type Line, type Sheet} from '../workbook.ts';
import {COUNT, PERCENT, unitFormat, unitName, valueCell} from '../sheets/cells.ts';
import {cardsInOrder, figureTitle, unitHead} from './cards.ts';
import {FACTOR, caseCell, pointFormat} from './formats.ts';
import type {ScorebookSource} from './scorebookSource.ts';

interface HeadColumn extends Column {
  /** By which formulas name it. */
  readonly id?: string;
  readonly cell: (card: SiteCard, head: SiteCardHead) => Cell;
}

/** Each head of each card: how its points are made, as numbers and as formulas that compute them again. */
export function headsSheet(source: ScorebookSource): Sheet {
  const {
    report: {figures, locale},
    title
  } = source;
  const columns = columnsOf(source);
  const cards = (['department', 'handler'] as const).flatMap((dimension) => cardsInOrder(source, dimension));
  const rows = cards.flatMap((card) =>
    figures.performance.heads(card).map((head) => columns.map(({cell}) => cell(card, head)))
  );
  const name = say(locale, 'sheet_card_heads');
  return {
    name,
    lines: [
      {text: `${name} · ${title}`, style: 'title'},
      ...describeAppraisal(source.rules.appraisal, source.report.locale).map((text): Line => ({text, style: 'note'}))
    ],
    columns,
    rows,
    isList: true,
    empty: say(locale, 'performance_none')
  };
}

function columnsOf(source: ScorebookSource): HeadColumn[] {
  const {report, rules} = source;
  const {locale, figures} = report;
  const {point_digits: digits} = rules.appraisal;
  const points = pointFormat(digits);
  const unitOf = ({kpi}: SiteCardHead) => figures.kpi(kpi)!.unit;
  const inUnit = (of: (head: SiteCardHead) => number | null) => (_: SiteCard, head: SiteCardHead) =>
    valueCell(of(head), unitOf(head));
  const word = (name: Word) => ({head: say(locale, name)});
  const number = (name: Word) => ({head: say(locale, name), format: COUNT});
  const columns: HeadColumn[] = [
    {...word('book_member'), cell: ({member}) => member},
    {...word('book_dimension'), cell: ({dimension}) => unitHead(source, dimension)},
    {head: dimensionHead(report, 'department'), cell: ({department}) => department},
    {...word('head_head'), cell: (_, {kpi}) => figureTitle(source, kpi)},
    {...word('unit'), cell: (_, head) => unitName(unitOf(head), locale)},
    {
      ...number('head_actual'),
      cell: (_, head) =>
        head.value === null || head.total === 0
          ? {value: say(locale, 'book_left_out'), format: COUNT}
          : {
              formula: valueFormula(timesOf(unitOf(head))),
              value: head.value * timesOf(unitOf(head)),
              format: unitFormat(unitOf(head))
            }
    },
    {id: 'count', ...number('numerator'), cell: (_, head) => (head.is_left_out ? null : caseCell(head.count))},
    {id: 'total', ...number('record_denominator'), cell: (_, head) => caseCell(head.total)},
    {...number('rules_minimum'), cell: (_, {minimum}) => minimum},
    {...number('book_low'), cell: inUnit(({low}) => low)},
    {...number('book_high'), cell: inUnit(({high}) => high)},
    {...number('head_case_mix'), cell: inUnit(({adjusted}) => adjusted)},
    {...number('book_shrunk'), cell: inUnit(({shrunk}) => shrunk)},
    {...number('head_peers'), cell: inUnit(({is_left_out: isLeftOut, centre}) => (isLeftOut ? null : centre))},
    {...word('head_judged'), cell: (_, head) => verdictText(head, locale)},
    {...word('book_basis'), widest: 28, cell: (_, {basis}) => (basis === null ? '' : say(locale, `basis_${basis}`))},
    {id: 'scored', ...number('book_scored'), cell: inUnit(({scored}) => scored)},
    {id: 'floor', ...number('rules_floor'), cell: inUnit(({floor}) => floor)},
    {id: 'target', ...number('rules_target'), cell: inUnit(({target}) => target)},
    {
      id: 'achieved',
      head: say(locale, 'book_achieved'),
      format: FACTOR,
      cell: (_, {is_left_out: isLeftOut, achieved}) =>
        isLeftOut || achieved === null
          ? null
          : {
              formula: at('MAX(0,MIN(1,({scored}-{floor})/({target}-{floor})))'),
              value: achieved,
              format: FACTOR
            }
    },
    {head: say(locale, 'rules_weight'), format: PERCENT, cell: (_, {weight}) => weight},
    {id: 'used', head: say(locale, 'book_used_weight'), format: FACTOR, cell: (_, head) => head.used_weight},
    {id: 'full', ...number('book_full_points'), cell: ({full_points: full}) => full},
    {
      head: say(locale, 'head_points'),
      format: points,
      cell: (_, head) =>
        head.points === null
          ? null
          : {formula: at('ROUND({full}*{used}*{achieved},{digits})', {digits}), value: head.points, format: points}
    },
    {...number('book_earlier_count'), cell: (_, head) => (head.is_left_out ? null : caseCell(head.earlier_count))},
    {...number('book_earlier_total'), cell: (_, head) => (head.is_left_out ? null : caseCell(head.earlier_total))},
    {...word('rules_attribution'), widest: 28, cell: (_, {attribution}) => say(locale, `attribution_${attribution}`)}
  ];
  const places = new Map(columns.flatMap(({id}, place) => (id === undefined ? [] : [[id, columnName(place)]])));

  function valueFormula(times: number): (row: number) => string {
    return times === 1 ? at('{count}/{total}') : at('{count}/{total}*{times}', {times});
  }

  /** A formula in which {id} stands for the cell of a column in the same row, and other names for numbers. */
  function at(formula: string, numbers: Readonly<Record<string, number>> = {}): (row: number) => string {
    return (row) =>
      formula.replace(/\{(\w+)\}/g, (_, name: string) =>
        places.has(name) ? `${places.get(name)!}${String(row)}` : String(numbers[name])
      );
  }
  return columns;
}

/** A percentage is a fraction in a cell, other values stand in their unit. */
function timesOf(unit: Parameters<typeof scaleOf>[0]): number {
  return unit === 'percent' ? 1 : scaleOf(unit).times;
}

function verdictText({verdict, direction, compared_units: units}: SiteCardHead, locale: 'zh-CN' | 'en'): string {
  if (verdict === null) return '';
  const isTold = verdict === 'look' || verdict === 'investigate';
  const told = say(locale, (isTold ? `unit_${verdict}_${direction ?? ''}` : `unit_${verdict}`) as Word);
  return units === null ? told : say(locale, 'book_of_units', {told, units: formatCount(units)});
}
