import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {periodOf} from '../../figures/period.ts';
import {formatCount, formatNumber, formatValue} from '../../words/formatValue.ts';
import {say, type Word} from '../../words/locale.ts';
import {periodName} from '../../words/periodName.ts';
import {changeBlock} from '../changeBlock.ts';
import {readChange} from '../changeParts.ts';
import {memberName, type AnalysisContext, type AnalysisKpi} from '../context.ts';
import {monthName} from '../../words/describeSeries.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import {funnelChart} from '../../drawing/funnelChart.ts';
import {chartWidth, drawChart} from '../drawChart.ts';
import {monthText} from '../../figures/month.ts';
import {startView, type Drawn} from '../startView.ts';
import {readUnits, type UnitComparison, type UnitRow} from '../unitComparison.ts';
import {SPANS, windowBefore, windowOf, type Span, type UnitWindow} from '../unitWindow.ts';

const PARTS = ['department', 'category', 'severity', 'channel'];
/** How many departments a sentence names. */
const NAMED = 4;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const {locale, settings, dimensions} = context;
    const parts = ['unit_comparisons', 'change_explanations'].map(
      async (name) => (await store.entry(name))?.parts ?? []
    );
    const known = new Set((await Promise.all(parts)).flat().map(({member}) => member));
    const figures = context.kpis
      .filter(({id}) => known.has(id))
      .map(({id, title}) => ({value: id, label: title[locale]}));
    const first = figures.find(({value}) => value === settings['figure']) ?? figures[0];
    return [
      {name: 'figure', label: say(locale, 'choose_figure'), options: figures, initial: first?.value ?? ''},
      {
        name: 'span',
        label: say(locale, 'choose_span'),
        options: Object.keys(SPANS).map((span) => ({value: span, label: say(locale, `span_${span}` as Word)})),
        initial: settings['span'] ?? 'twelve_months',
        isOffered: (chosen) => chosen('from') === ''
      },
      {
        name: 'shown',
        label: say(locale, 'choose_shown'),
        options: ['adjusted', 'raw'].map((value) => ({value, label: say(locale, `shown_${value}` as Word)})),
        initial: 'adjusted'
      },
      {
        name: 'compared',
        label: say(locale, 'choose_compared'),
        options: ['before', 'last_year'].map((value) => ({value, label: say(locale, `compared_${value}` as Word)})),
        initial: 'before',
        isOffered: (chosen) => chosen('from') !== '' || SPANS[chosen('span') as Span].months < 12
      },
      {
        name: 'parts',
        label: say(locale, 'choose_change_by'),
        options: PARTS.map((value) => ({value, label: dimensions[value]?.[locale] ?? value})),
        initial: 'department'
      }
    ];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const kpi = context.kpis.find(({id}) => id === chosen('figure'));
    if (kpi === undefined) return [muted(say(locale, 'analysis_empty'))];
    const window = windowOf(chosen('span') as Span, filters, context.as_of);
    const [compared, dimension] = [chosen('compared') as 'before' | 'last_year', chosen('parts')];
    const [units, change] = await Promise.all([
      readUnits(store, kpi, window, filters),
      readChange(store, kpi, {window, compared, dimension}, filters)
    ]);
    const earlier = windowName(context, windowBefore(window, compared));
    const links = figureLinks(
      context,
      kpi,
      filters,
      ((await store.entry('figure_records'))?.parts ?? []).some(({member}) => member === kpi.id)
    );
    return [
      markup`<h2>${say(locale, 'units_heading')}</h2>`,
      ...unitsDrawn(context, kpi, units, {window, isRaw: chosen('shown') === 'raw', marked: filters.department}),
      links,
      markup`<h2>${say(locale, 'change_heading')}</h2>`,
      change === 'no_records'
        ? muted(say(locale, 'units_no_filter'))
        : change === undefined
          ? muted(say(locale, 'change_none', {compared: earlier}))
          : changeBlock(context, kpi, change, {dimension, compared: earlier})
    ];
  }
});

function muted(sentence: string): Markup {
  return markup`<p class="muted">${sentence}</p>`;
}

function windowName({locale, as_of}: AnalysisContext, {grain, from, to}: UnitWindow): string {
  const open = monthText(to) >= as_of.slice(0, 7) ? say(locale, 'period_unfinished') : '';
  const name =
    grain === 'month' || grain === 'quarter' || grain === 'year'
      ? periodName(periodOf(grain, `${monthText(from)}-01`), locale)
      : from === to
        ? monthName(from, locale)
        : say(locale, 'months_span', {from: monthName(from, locale), to: monthName(to, locale)});
  return name + open;
}

interface Shown {
  window: UnitWindow;
  isRaw: boolean;
  /** The department that is filtered by. */
  marked: string | undefined;
}

function unitsDrawn(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  units: UnitComparison | 'no_records' | undefined,
  {window, isRaw, marked}: Shown
): Drawn {
  const {locale} = context;
  if (units === undefined) return [muted(say(locale, 'units_not_compared'))];
  if (units === 'no_records') return [muted(say(locale, 'units_no_filter'))];
  if (units.adjusted.length === 0) return [muted(say(locale, 'analysis_empty'))];
  const rows = isRaw ? units.raw : units.adjusted;
  const title = titleUnits(context, kpi, rows, isRaw);
  const sentence = readUnitRows(context, units, rows, window);
  const phi = rows.find(({dispersion}) => dispersion !== null)?.dispersion ?? 1;
  const dispersion = phi > 1 ? say(locale, 'limits_widened', {phi: formatNumber(phi, 2)}) : say(locale, 'limits_plain');
  return [
    figureBlock({
      title,
      chart: drawChart(
        funnelChart(
          context.locale,
          kpi,
          rows,
          {settings: units.settings, names: (member) => memberName(context, 'department', member), marked},
          {label: `${title} ${sentence}`, width: chartWidth()}
        )
      ),
      sentence,
      rule: say(locale, isRaw ? 'units_rule_raw' : 'units_rule_adjusted', {dispersion}),
      table: {label: say(locale, 'table'), content: unitTable(context, kpi, units)}
    })
  ];
}

function outsideOf(rows: readonly UnitRow[], verdict: UnitRow['verdict']): UnitRow[] {
  return rows.filter((row) => row.verdict === verdict).sort((a, b) => b.total - a.total);
}

function tellUnits(context: AnalysisContext, kpi: AnalysisKpi, rows: readonly UnitRow[], isRaw: boolean): string {
  const {locale} = context;
  const valueOf = (row: UnitRow) => formatValue(row.adjusted ?? row.value, kpi.unit, locale);
  return rows
    .slice(0, NAMED)
    .map((row) =>
      say(locale, 'unit_told', {
        name: memberName(context, 'department', row.member),
        value: isRaw ? valueOf(row) : say(locale, 'value_adjusted', {value: valueOf(row)}),
        direction: say(locale, `direction_${row.direction!}`)
      })
    )
    .join(say(locale, 'comma'));
}

function titleUnits(context: AnalysisContext, kpi: AnalysisKpi, rows: readonly UnitRow[], isRaw: boolean): string {
  const {locale} = context;
  const name = kpi.title[locale];
  if (rows.every(({verdict}) => verdict === 'cannot_tell')) return say(locale, 'units_cannot', {kpi: name});
  const [far, near] = [outsideOf(rows, 'investigate'), outsideOf(rows, 'look')];
  if (far.length > 0) return say(locale, 'units_outside', {kpi: name, names: tellUnits(context, kpi, far, isRaw)});
  if (near.length > 0) return say(locale, 'units_look', {kpi: name, names: tellUnits(context, kpi, near, isRaw)});
  return say(locale, 'units_alike', {kpi: name});
}

/** How many can be told apart, which are too small, and which only their cases set apart. */
function readUnitRows(
  context: AnalysisContext,
  {adjusted, raw}: UnitComparison,
  rows: readonly UnitRow[],
  window: UnitWindow
): string {
  const {locale} = context;
  const names = (list: readonly UnitRow[]) =>
    list.map(({member}) => memberName(context, 'department', member)).join(say(locale, 'comma'));
  const few = outsideOf(rows, 'cannot_tell');
  const judged = rows.length - few.length;
  const inside = rows.filter(({verdict}) => verdict === 'as_expected').length;
  const moved = adjusted.filter(
    ({member, verdict}) =>
      verdict === 'as_expected' &&
      raw.some((row) => row.member === member && (row.verdict === 'look' || row.verdict === 'investigate'))
  );
  return [
    ...(judged > 0
      ? [say(locale, 'units_reading', {period: windowName(context, window), judged, inside})]
      : [`${windowName(context, window)}${say(locale, 'full_stop').trim()}`]),
    ...(few.length > 0 ? [say(locale, 'units_few', {names: names(few)})] : []),
    ...(moved.length > 0 ? [say(locale, 'units_moved', {names: names(moved)})] : [])
  ].join(locale === 'zh-CN' ? '' : ' ');
}

function unitTable(context: AnalysisContext, kpi: AnalysisKpi, {adjusted}: UnitComparison): Markup {
  const {locale} = context;
  const print = (value: number | null) => (value === null ? '—' : formatValue(value, kpi.unit, locale));
  const head = context.dimensions['department']?.[locale] ?? 'department';
  return table(
    [
      {head},
      {head: say(locale, 'cases'), isNumber: true},
      {head: say(locale, 'head_raw'), isNumber: true},
      {head: say(locale, 'head_adjusted'), isNumber: true},
      {head: say(locale, 'head_shrunk'), isNumber: true},
      {head: say(locale, 'head_oe'), isNumber: true},
      {head: say(locale, 'head_verdict')}
    ],
    adjusted
      .toSorted((a, b) => b.total - a.total)
      .map((row) => [
        memberName(context, 'department', row.member),
        `${formatCount(row.count)}/${formatCount(row.total)}`,
        markup`${print(row.value)} <span class="muted">${print(row.low)}–${print(row.high)}</span>`,
        print(row.adjusted),
        print(row.shrunk),
        row.ratio === null ? '—' : formatNumber(row.ratio, 2),
        verdictOf(context, row)
      ]),
    kpi.title[locale]
  );
}

function verdictOf({locale}: AnalysisContext, {verdict, direction}: UnitRow): Markup {
  const isTold = (verdict === 'look' || verdict === 'investigate') && direction !== null;
  const word = (isTold ? `unit_${verdict}_${direction}` : `unit_${verdict}`) as Word;
  const kind = direction === 'better' || direction === 'worse' ? `verdict ${direction}` : 'verdict';
  return markup`<span class="${isTold ? kind : 'verdict muted'}">${say(locale, word)}</span>`;
}
