import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount, formatNumber, formatTarget} from '../../words/formatValue.ts';
import {say, WORDS, type Word} from '../../words/locale.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import type {DataTable} from '../dataTable.ts';
import {monthName} from '../../words/describeSeries.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import type {Filters} from '../filters.ts';
import {forecastChart} from '../../drawing/forecastChart.ts';
import {chartWidth, drawChart} from '../drawChart.ts';
import {
  forecastMembers,
  monthOrNone,
  newestOrigin,
  readForecast,
  readHistory,
  REST,
  type Expectation,
  type MemberForecast
} from '../forecastTable.ts';
import {monthText} from '../../figures/month.ts';
import {sentences} from '../sentences.ts';
import {startView} from '../startView.ts';
import {tableFigure} from '../tableFigure.ts';

const FIGURE = 'valid_complaints';
const PARTS = ['department', 'category'];
/** How many months of history stand before a forecast, where no filter says from when. */
const HISTORY = 24;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const forecasts = await store.table('forecasts');
    const options = PARTS.filter((name) => forecasts && forecastMembers(forecasts, name).length > 1).map((name) => ({
      value: name,
      label: context.dimensions[name]?.[context.locale] ?? name
    }));
    const initial = options.find(({value}) => value === context.settings['by']) ?? options[0];
    return [
      {
        name: 'by',
        label: say(context.locale, 'choose_group'),
        options,
        initial: initial?.value ?? '',
        isOffered: () => options.length > 0
      }
    ];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const forecasts = await store.table('forecasts');
    const values = await store.table('kpi_values', FIGURE);
    if (forecasts === undefined || values === undefined)
      return [markup`<p class="muted">${say(locale, 'forecast_none')}</p>`];
    const newest = newestOrigin(forecasts);
    const origin = Math.min(newest, monthOrNone(filters.to) ?? newest);
    const subject = subjectOf(context, forecasts, filters);
    const forecast = readForecast(forecasts, subject.dimension, subject.member, origin);
    if (forecast === undefined) {
      const count = new Set(forecasts.months('origin')).size;
      return [
        markup`<p class="muted">${say(locale, 'forecast_no_origin', {month: monthName(origin, locale), count})}</p>`
      ];
    }
    const from = monthOrNone(filters.from) ?? origin - HISTORY + 1;
    const history = readHistory(values, subject, origin).filter(({month}) => month >= Math.min(from, origin));
    const by = chosen('by');
    const kpi = context.kpis.find(({id}) => id === FIGURE);
    return [
      ...subject.remarks.map((remark) => markup`<p class="notice">${remark}</p>`),
      courseFigure(context, subject.name, forecast, history),
      ...(by === '' ? [] : partsFigure(context, forecasts, by, origin)),
      ...(kpi ? [figureLinks(context, kpi, {}, false)] : [])
    ];
  }
});

interface Subject {
  dimension: string;
  member: string;
  name: string;
  /** The members of its dimension that are forecast. */
  members: readonly string[];
  remarks: readonly string[];
}

/** The series that the filters ask for, or the nearest that is forecast, with what is to be said of that. */
function subjectOf(context: AnalysisContext, forecasts: DataTable, filters: Filters): Subject {
  const {locale} = context;
  const remarks: string[] = [];
  if (filters.channel !== undefined) {
    remarks.push(say(locale, 'filter_without', {names: context.dimensions['channel']?.[locale] ?? 'channel'}));
  }
  const dimension =
    filters.category !== undefined ? 'category' : filters.department !== undefined ? 'department' : 'all';
  if (dimension === 'all') {
    const name = context.kpis.find(({id}) => id === FIGURE)?.title[locale] ?? say(locale, 'filter_all');
    return {dimension, member: 'all', name, members: [], remarks};
  }
  const wanted = filters[dimension]!;
  const members = forecastMembers(forecasts, dimension);
  const member = members.includes(wanted) ? wanted : REST;
  const wantedName = memberName(context, dimension, wanted);
  const name = member === REST ? say(locale, 'forecast_rest') : wantedName;
  if (dimension === 'category' && filters.department !== undefined)
    remarks.push(say(locale, 'forecast_other', {name: wantedName}));
  if (member === REST) remarks.push(say(locale, 'forecast_in_rest', {name: wantedName}));
  return {dimension, member, name, members, remarks};
}

function courseFigure(
  context: AnalysisContext,
  name: string,
  forecast: MemberForecast,
  history: readonly {month: number; value: number}[]
): HTMLElement {
  const {locale} = context;
  const {ahead, past} = forecast;
  const next = ahead[0]!;
  const told = {
    name,
    month: monthName(next.month, locale),
    point: formatCount(next.point),
    low: formatCount(next.low80),
    high: formatCount(next.high80)
  };
  const bounds = Object.fromEntries(
    (['low80', 'high80', 'low95', 'high95'] as const).map((bound) => [bound, formatCount(next[bound])])
  );
  const title = say(locale, 'forecast_title', told);
  const outside = past.filter(({isOutside}) => isOutside);
  const sentence = sentences(locale, [
    say(locale, 'forecast_sentence', {...told, ...bounds}),
    past.length === 0
      ? ''
      : say(locale, outside.length > 0 ? 'forecast_outside' : 'forecast_inside', {
          count: past.length,
          outside: outside.length,
          months: outside.map(({month}) => monthName(month, locale)).join(say(locale, 'comma'))
        }),
    ...tellNotes(context, next)
  ]);
  return figureBlock({
    title,
    chart: drawChart(
      forecastChart(context.locale, history, forecast, {label: `${title}。${sentence}`, width: chartWidth()})
    ),
    sentence,
    rule: markup`${tellRecord(context, next)}<br>${say(locale, 'forecast_rule_chart')}`,
    table: {label: say(locale, 'table'), content: monthTable(context, forecast, history)}
  });
}

/** What is to be known of a forecast before it is believed. */
function tellNotes({locale}: AnalysisContext, {notes, model}: Expectation): string[] {
  const has = (note: string) => notes.includes(note);
  return [
    has('short_history') ? say(locale, 'forecast_short') : '',
    has('naive_not_beaten') ? say(locale, 'forecast_naive') : '',
    !has('short_history') && !has('naive_not_beaten') && model !== '' ? say(locale, 'forecast_beats') : '',
    has('coverage_low') ? say(locale, 'forecast_coverage_low') : ''
  ];
}

/** The model and how its past forecasts have done. */
function tellRecord(
  context: AnalysisContext,
  {model, folds, mase, maseNaive, coverage80, coverage95}: Expectation
): string {
  const {locale} = context;
  const error =
    mase === undefined
      ? ''
      : maseNaive === undefined
        ? say(locale, 'forecast_error_alone', {mase: formatNumber(mase, 2)})
        : say(locale, 'forecast_error', {mase: formatNumber(mase, 2), naive: formatNumber(maseNaive, 2)});
  const coverage =
    coverage80 === undefined || coverage95 === undefined
      ? say(locale, 'forecast_coverage_none')
      : say(locale, 'forecast_coverage', {
          coverage80: formatTarget(Math.round(coverage80 * 100) / 100, 'percent', locale),
          coverage95: formatTarget(Math.round(coverage95 * 100) / 100, 'percent', locale)
        });
  return say(locale, 'forecast_rule', {model: modelName(context, model), folds, error, coverage});
}

function modelName({locale}: AnalysisContext, model: string): string {
  const word = `model_${model}`;
  return word in WORDS ? say(locale, word as Word) : model;
}

function monthTable(
  {locale}: AnalysisContext,
  {ahead, past}: MemberForecast,
  history: readonly {month: number; value: number}[]
): Markup {
  const expected = new Map([...past, ...ahead].map((each) => [each.month, each]));
  const counts = new Map(history.map(({month, value}) => [month, value]));
  const months = [...new Set([...counts.keys(), ...ahead.map(({month}) => month)])].sort((a, b) => b - a);
  const span = (low: number, high: number) =>
    say(locale, 'interval_range', {low: formatCount(low), high: formatCount(high)});
  return table(
    [
      {head: say(locale, 'month')},
      {head: say(locale, 'forecast_actual'), isNumber: true},
      {head: say(locale, 'forecast_point'), isNumber: true},
      {head: say(locale, 'forecast_80'), isNumber: true},
      {head: say(locale, 'forecast_95'), isNumber: true},
      {head: say(locale, 'forecast_state')}
    ],
    months.map((month) => {
      const one = expected.get(month);
      const count = counts.get(month);
      return [
        monthText(month),
        count === undefined ? '' : formatCount(count),
        one ? formatCount(one.point) : '',
        one ? span(one.low80, one.high80) : '',
        one ? span(one.low95, one.high95) : '',
        one?.isOutside === true ? say(locale, 'forecast_is_outside') : ''
      ];
    }),
    say(locale, 'forecast_point')
  );
}

/** The forecasts of the members of a dimension, which add up to that of the total. */
function partsFigure(context: AnalysisContext, forecasts: DataTable, by: string, origin: number): Markup[] {
  const {locale} = context;
  const listed = forecastMembers(forecasts, by).flatMap((member) => {
    const found = readForecast(forecasts, by, member, origin);
    const name = member === REST ? say(locale, 'forecast_rest') : memberName(context, by, member);
    return found ? [{name, isRest: member === REST, ahead: found.ahead}] : [];
  });
  const whole = readForecast(forecasts, 'all', 'all', origin);
  if (listed.length === 0 || whole === undefined) return [];
  listed.sort((a, b) => Number(a.isRest) - Number(b.isRest) || b.ahead[0]!.point - a.ahead[0]!.point);
  const head = context.dimensions[by]?.[locale] ?? by;
  const steps = whole.ahead.length;
  const mase = (value: number | undefined) => (value === undefined ? '—' : formatNumber(value, 2));
  const content = table(
    [
      {head},
      {head: monthText(whole.ahead[0]!.month), isNumber: true},
      {head: say(locale, 'forecast_80'), isNumber: true},
      {head: say(locale, 'forecast_95'), isNumber: true},
      ...(steps > 1 ? [{head: say(locale, 'forecast_months', {count: steps}), isNumber: true}] : []),
      {head: say(locale, 'forecast_model')},
      {head: say(locale, 'forecast_against_naive'), isNumber: true}
    ],
    [...listed, {name: say(locale, 'total'), ahead: whole.ahead}].map(({name, ahead}) => {
      const next = ahead[0]!;
      return [
        name,
        formatCount(next.point),
        say(locale, 'interval_range', {low: formatCount(next.low80), high: formatCount(next.high80)}),
        say(locale, 'interval_range', {low: formatCount(next.low95), high: formatCount(next.high95)}),
        ...(steps > 1 ? [formatCount(ahead.reduce((sum, {point}) => sum + point, 0))] : []),
        modelName(context, next.model),
        `${mase(next.mase)} (${mase(next.maseNaive)})`
      ];
    }),
    head,
    'parts'
  );
  const most = listed.find(({isRest}) => !isRest) ?? listed[0]!;
  return [
    tableFigure({
      title: say(locale, 'forecast_parts', {
        by: head,
        month: monthName(whole.ahead[0]!.month, locale),
        name: most.name,
        point: formatCount(most.ahead[0]!.point)
      }),
      content,
      sentence: say(locale, 'forecast_parts_note')
    })
  ];
}
