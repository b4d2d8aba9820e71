import {say} from '../../../reports/words/locale.ts';
import type {Line, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT, countCells, figureCell, intervalCells, remark, unitName, valueCell} from './cells.ts';

/** The first sheet: what there is to say of the period, and its headline figures. */
export function overviewSheet({report, digest}: BookSource): Sheet {
  const {figures, period, locale} = report;
  const {title, policy} = {title: figures.data.pipeline.title[locale], policy: figures.data.policy.title[locale]};
  const state = say(locale, digest.isOver ? 'period_over' : 'period_open');
  const lines: Line[] = [
    {text: digest.title, style: 'title'},
    {
      text: [title, say(locale, 'as_of', {time: digest.asOf}), state, say(locale, 'policy', {title: policy})].join(
        ' · '
      ),
      style: 'note'
    },
    ...digest.notices.map((text): Line => ({text, style: 'note'})),
    {text: say(locale, 'findings'), style: 'heading'},
    ...digest.findings.map(({text}, place): Line => ({text: `${place + 1}  ${text}`, style: 'text'})),
    {text: say(locale, 'book_read'), style: 'note'}
  ];
  const rows = digest.figures.map((told) => {
    const kpi = figures.kpi(told.kpi)!;
    const figure = figures.find(kpi.id, period);
    return [
      told.name,
      figureCell(kpi, figure, locale),
      unitName(kpi.unit, locale),
      ...countCells(kpi, figure),
      ...intervalCells(kpi, figure),
      valueCell(figure?.target ?? null, kpi.unit),
      told.target,
      told.change,
      told.signal,
      remark(kpi, figure, locale)
    ];
  });
  return {
    name: say(locale, 'sheet_overview'),
    lines,
    columns: [
      {head: say(locale, 'book_figure'), widest: 24},
      {head: say(locale, 'value'), format: COUNT},
      {head: say(locale, 'unit')},
      {head: say(locale, 'numerator'), format: COUNT},
      {head: say(locale, 'record_denominator'), format: COUNT},
      {head: say(locale, 'book_low'), format: COUNT},
      {head: say(locale, 'book_high'), format: COUNT},
      {head: say(locale, 'target_head'), format: COUNT},
      {head: say(locale, 'book_to_target'), widest: 30},
      {head: say(locale, 'book_change'), widest: 34},
      {head: say(locale, 'book_signal'), widest: 30},
      {head: say(locale, 'remark'), widest: 24}
    ],
    rows,
    isList: false,
    empty: say(locale, 'no_findings')
  };
}
