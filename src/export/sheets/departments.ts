import {dimensionHead, memberName} from '../../../reports/components/dimensions.ts';
import type {Figures} from '../../../reports/figures/figures.ts';
import type {Period} from '../../../reports/figures/period.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {KpiValue, SiteKpi} from '../../publish/siteData.ts';
import type {Cell, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT, countCells, figureCell, intervalCells, remark, unitName, valueCell} from './cells.ts';

const DIMENSION = 'department';
/** By which count departments are put in order. */
const VOLUME = 'valid_complaints';

/** A department beside its peers, as marts.unit_comparisons has it. */
interface Comparison {
  kpi: string;
  member: string;
  adjusted: number | null;
  verdict: string;
  direction: string | null;
}

/** The headline figures of each department, and whether they differ from those of its peers. */
export async function departmentsSheet(source: BookSource): Promise<Sheet> {
  const {report, digest} = source;
  const {figures, period, locale} = report;
  const compared = await readComparisons(source);
  const row = (kpi: SiteKpi, name: string, figure: KpiValue | undefined, comparison?: Comparison): Cell[] => [
    kpi.title[locale],
    name,
    figureCell(kpi, figure, locale),
    unitName(kpi.unit, locale),
    ...countCells(kpi, figure),
    ...intervalCells(kpi, figure),
    valueCell(figure?.target ?? null, kpi.unit),
    valueCell(comparison?.adjusted ?? null, kpi.unit),
    comparison === undefined ? '' : verdictWord(source, comparison),
    remark(kpi, figure, locale)
  ];
  const rows = digest.figures.flatMap(({kpi: id}) => {
    const kpi = figures.kpi(id)!;
    const members = byVolume(figures, period, id);
    if (members.every(({member}) => member === '')) return [];
    return [
      row(kpi, say(locale, 'overall'), figures.find(id, period)),
      ...members.map((figure) =>
        row(kpi, memberName(report, DIMENSION, figure.member), figure, compared.get(keyOf(id, figure.member)))
      )
    ];
  });
  const number = (head: string) => ({head, format: COUNT});
  return {
    name: say(locale, 'sheet_departments'),
    lines: [
      {text: `${say(locale, 'sheet_departments')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'book_departments_note'), style: 'note'}
    ],
    columns: [
      {head: say(locale, 'book_figure')},
      {head: dimensionHead(report, DIMENSION)},
      number(say(locale, 'value')),
      {head: say(locale, 'unit')},
      number(say(locale, 'numerator')),
      number(say(locale, 'record_denominator')),
      number(say(locale, 'book_low')),
      number(say(locale, 'book_high')),
      number(say(locale, 'target_head')),
      number(say(locale, 'book_adjusted')),
      {head: say(locale, 'book_compared')},
      {head: say(locale, 'remark')}
    ],
    rows,
    isList: true,
    empty: say(locale, 'book_departments_none')
  };
}

/** The figures of all departments, that with the most complaints first, those of none last. */
function byVolume(figures: Figures, period: Period, kpi: string): KpiValue[] {
  const volumes = new Map(figures.members(VOLUME, period, DIMENSION).map(({member, value}) => [member, value ?? 0]));
  const volume = ({member}: KpiValue) => (member === '' ? -1 : (volumes.get(member) ?? 0));
  return figures
    .members(kpi, period, DIMENSION)
    .toSorted((a, b) => volume(b) - volume(a) || (a.member < b.member ? -1 : 1));
}

function verdictWord({report: {locale}}: BookSource, {verdict, direction}: Comparison): string {
  const isTold = verdict === 'look' || verdict === 'investigate';
  return say(locale, (isTold ? `unit_${verdict}_${direction ?? ''}` : `unit_${verdict}`) as Word);
}

async function readComparisons({report: {period}, database}: BookSource): Promise<Map<string, Comparison>> {
  const rows = await database.query<Comparison>(
    `select kpi, member, adjusted, verdict, direction
     from marts.unit_comparisons
     where dimension = $dimension and grain = $grain and period_start = $start::date`,
    {dimension: DIMENSION, grain: period.grain, start: period.start}
  );
  return new Map(rows.map((row) => [keyOf(row.kpi, row.member), row]));
}

function keyOf(kpi: string, member: string): string {
  return JSON.stringify([kpi, member]);
}
