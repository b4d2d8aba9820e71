import {z} from 'zod';
import type {SiteKpi, SiteRecords} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {periodOf} from '../figures/period.ts';
import {formatCount, formatNumber, formatSeconds} from '../words/formatValue.ts';
import {say, type Word} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionHead, memberName} from './dimensions.ts';
import {linkTo} from './linkTo.ts';

type Cell = SiteRecords['rows'][number][number];

/** The records that the figure of the page's KPI counts, and the command that lists them all. */
export const figureRecords = defineComponent(z.strictObject({}), (report) => {
  const {figures, kpi, locale} = report;
  const records = figures.data.records.find((each) => each.kpi === kpi?.id);
  if (kpi === undefined || records === undefined || records.total === 0) {
    return markup`<p class="muted">${say(locale, 'records_none')}</p>`;
  }
  const period = periodOf(records.grain, records.period_start);
  const told = {
    period: periodName(period, locale),
    total: formatCount(records.total),
    shown: formatCount(records.rows.length)
  };
  const word: Word =
    records.rows.length < records.total
      ? 'records_cut'
      : records.total === 1
        ? 'records_sentence_one'
        : 'records_sentence';
  const command = `npx huisheng records ${kpi.id} --period ${period.id} --pipeline ${figures.data.pipeline.name}`;
  return markup`<p>${say(locale, word, told)}</p>
${recordsTable(report, kpi, records)}
${caseLink(report, kpi, period.id)}<p class="small command">${say(locale, 'records_command')} <code>${command}</code></p>`;
});

/** The way to the page that filters and sorts the cases behind the figure. */
function caseLink(report: Report, {id}: SiteKpi, period: string): Markup | undefined {
  if (!report.figures.data.case_figures.includes(id)) return undefined;
  const address = `${linkTo(report, '/analyst/records')}?figure=${id}&period=${period}`;
  return markup`<p class="small"><a href="${address}">${say(report.locale, 'records_open')}</a></p>\n`;
}

/** A column of the table: its head, and what it prints of a record's values. */
interface Drawn extends Column {
  print: (value: Cell) => Printable;
  at: number;
}

function recordsTable(report: Report, kpi: SiteKpi, {columns, rows}: SiteRecords): Markup {
  const drawn = columns.flatMap((name, at): Drawn[] => {
    const column = drawColumn(report, kpi, name, new Set(rows.map((row) => row[at]!)));
    return column === undefined ? [] : [{...column, at}];
  });
  return table(
    drawn,
    rows.map((row) => drawn.map(({print, at}) => print(row[at] ?? null))),
    kpi.title[report.locale],
    'records'
  );
}

/** How a column is drawn; undefined where it says nothing. */
function drawColumn(
  report: Report,
  kpi: SiteKpi,
  name: string,
  values: ReadonlySet<Cell>
): Omit<Drawn, 'at'> | undefined {
  const {locale} = report;
  const isSame = values.size === 1;
  const number = (value: Cell) => (typeof value === 'number' ? formatNumber(value, 2, 0) : '');
  switch (name) {
    case 'record_id':
      return {head: say(locale, 'record_id'), print: (value) => String(value)};
    case 'at':
      return {head: say(locale, kpi.kind === 'stock' ? 'record_from' : 'record_at'), print: minutes};
    case 'until':
      return {head: say(locale, 'record_until'), print: minutes};
    case 'numerator':
      if (kpi.kind === 'count') return undefined;
      if (kpi.kind === 'ratio' && [...values].every((value) => value === 0 || value === 1)) {
        return {
          head: say(locale, 'record_counts'),
          print: (value) => say(locale, value === 1 ? 'counted_yes' : 'counted_no')
        };
      }
      return {
        head: say(locale, kpi.kind === 'ratio' || kpi.kind === 'rate' ? 'record_numerator' : 'record_value'),
        isNumber: true,
        print: number
      };
    case 'denominator':
      return isSame && values.has(1)
        ? undefined
        : {head: say(locale, 'record_denominator'), isNumber: true, print: number};
    case 'seconds':
      return {
        head: say(locale, 'record_length'),
        isNumber: true,
        print: (value) => (typeof value === 'number' ? formatSeconds(value, kpi.unit, locale) : '')
      };
    case 'is_open':
      return isSame && values.has(false)
        ? undefined
        : {head: say(locale, 'remark'), print: (value) => (value === true ? say(locale, 'record_open') : '')};
    default:
      return {
        head: dimensionHead(report, name),
        print: (value) => (value === null ? '' : memberName(report, name, String(value)))
      };
  }
}

/** A local time without its seconds. */
function minutes(value: Cell): string {
  return typeof value === 'string' ? value.slice(0, 16) : '';
}
