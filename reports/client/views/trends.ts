import {markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {controlChart} from '../../drawing/controlChart.ts';
import {chartWidth, drawChart} from '../drawChart.ts';
import type {AnalysisContext, AnalysisKpi} from '../context.ts';
import {readSeries, ruleName, ruleSeries, tellCounts, titleSeries} from '../../words/describeSeries.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import {FILTER_DIMENSIONS, isFiltered, type Filters} from '../filters.ts';
import {judgeSeries, readJudged} from '../judgedSeries.ts';
import type {JudgedSeries} from '../../figures/judgedSeries.ts';
import {monthText} from '../../figures/month.ts';
import {readValues, sumCells} from '../monthlyPoints.ts';
import {startView} from '../startView.ts';
import type {TableStore} from '../tableStore.ts';

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const known = new Set<string | null>();
    for (const name of ['figure_cells', 'kpi_values']) {
      for (const {member} of (await store.entry(name))?.parts ?? []) known.add(member);
    }
    const options = context.kpis
      .filter(({id}) => known.has(id))
      .map(({id, title}) => ({value: id, label: title[context.locale]}));
    const wanted = context.settings['figure'];
    const initial = options.find(({value}) => value === wanted) ?? options[0];
    return [{name: 'figure', label: say(context.locale, 'choose_figure'), options, initial: initial?.value ?? ''}];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const kpi = context.kpis.find(({id}) => id === chosen('figure'))!;
    const series = await seriesOf(context, store, kpi, filters);
    if (series === 'other_filter') return [markup`<p class="muted">${say(locale, 'series_other_filter')}</p>`];
    if (series.points.every(({value, numerator}) => value === null && !numerator)) {
      return [markup`<p class="muted">${say(locale, 'analysis_empty')}</p>`];
    }
    const title = titleSeries(context, kpi, series);
    const sentence = readSeries(context, kpi, series);
    return [
      figureBlock({
        title,
        chart: drawChart(
          controlChart(context.locale, kpi, series, {label: `${title} ${sentence}`, width: chartWidth()})
        ),
        sentence,
        rule: ruleSeries(context, kpi, series),
        table: {label: say(locale, 'table'), content: seriesTable(context, kpi, series)}
      }),
      figureLinks(
        context,
        kpi,
        filters,
        ((await store.entry('figure_records'))?.parts ?? []).some(({member}) => member === kpi.id)
      )
    ];
  }
});

/** The mart's own judgement where it has it; else the same judgement over what the filters let through. */
async function seriesOf(
  context: AnalysisContext,
  store: TableStore,
  kpi: AnalysisKpi,
  filters: Filters
): Promise<JudgedSeries | 'other_filter'> {
  const cells = await store.table('figure_cells', kpi.id);
  if (cells !== undefined && isFiltered(filters)) {
    return judgeSeries(context, kpi, sumCells(kpi, cells, filters));
  }
  const named = FILTER_DIMENSIONS.filter((name) => filters[name] !== undefined);
  if (named.length > 1) return 'other_filter';
  const [dimension] = named;
  const slice = dimension === undefined ? {dimension: 'all', member: 'all'} : {dimension, member: filters[dimension]!};
  const values = await store.table('kpi_values', kpi.id);
  const points = values === undefined ? sumCells(kpi, cells!, filters) : readValues(values, slice, filters);
  const signals = await store.table('kpi_signals', kpi.id);
  return (signals && readJudged(signals, slice, points)) ?? judgeSeries(context, kpi, points);
}

function seriesTable({locale}: AnalysisContext, kpi: AnalysisKpi, {points}: JudgedSeries) {
  const print = (value: number | null) => (value === null ? '—' : formatValue(value, kpi.unit, locale));
  return table(
    [
      {head: say(locale, 'month')},
      {head: kpi.title[locale], isNumber: true},
      {head: say(locale, 'counted'), isNumber: true},
      {head: say(locale, 'limit_lower'), isNumber: true},
      {head: say(locale, 'limit_centre'), isNumber: true},
      {head: say(locale, 'limit_upper'), isNumber: true},
      {head: say(locale, 'signal')}
    ],
    points
      .map((point) => [
        monthText(point.month),
        print(point.value),
        tellCounts(locale, kpi, point),
        print(point.lower),
        print(point.centre),
        print(point.upper),
        point.verdict === 'unfinished'
          ? say(locale, 'unfinished')
          : point.rules.map((rule) => ruleName(rule, locale)).join(say(locale, 'comma'))
      ])
      .toReversed(),
    kpi.title[locale]
  );
}
