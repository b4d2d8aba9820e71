import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount, formatNumber, formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {memberName, targetOf, type AnalysisContext, type AnalysisKpi} from '../context.ts';
import {controlChart} from '../../drawing/controlChart.ts';
import {chartWidth, drawChart} from '../drawChart.ts';
import type {DataTable} from '../dataTable.ts';
import {monthName, readSeries, ruleSeries, tellCounts, tellValue, titleSeries} from '../../words/describeSeries.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import type {Filters} from '../filters.ts';
import {intervalTable} from '../intervalTable.ts';
import {judgeSeries} from '../judgedSeries.ts';
import {monthText} from '../../figures/month.ts';
import type {MonthlyPoint} from '../../figures/judgedSeries.ts';
import {roundPlot} from '../roundPlot.ts';
import {selectRows} from '../selectRows.ts';
import {sentences} from '../sentences.ts';
import {startView} from '../startView.ts';
import {
  compareParts,
  compareSums,
  type Told,
  sumSurvey,
  surveyInterval,
  surveyRows,
  type SurveySum
} from '../surveyCells.ts';
import {tableFigure} from '../tableFigure.ts';
import type {TableStore} from '../tableStore.ts';
import {dayText} from '../timeText.ts';

const FIGURES = ['csat', 'nps', 'survey_response_rate'];
const LOW_ITEM_FIGURES = ['low_item_measure_rate', 'low_item_approved_rate', 'low_item_told_rate'];
const REACH = 'survey_response_rate';
const PARTS = ['department', 'product', 'method'];
const MOST_PARTS = 15;
/** How many names a title holds. */
const MOST_NAMES = 3;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const {locale, settings} = context;
    const cells = await store.table('survey_cells');
    if (cells === undefined) return [];
    const every = selectRows(cells, 'period_start', {});
    const {codes, members} = cells.texts('survey');
    const surveys = [...sumSurvey(cells, every, (row) => codes[row]!)]
      .sort(([, a], [, b]) => b.denominator - a.denominator)
      .map(([code]) => ({value: members[code]!, label: members[code] || say(locale, 'survey_unnamed')}));
    const figures = context.kpis
      .filter(({id}) => FIGURES.includes(id) && cells.texts('kpi').members.includes(id))
      .sort((a, b) => FIGURES.indexOf(a.id) - FIGURES.indexOf(b.id))
      .map(({id, title}) => ({value: id, label: title[locale]}));
    const parts = PARTS.filter((name) => cells.texts(name).members.length > 1).map((name) => ({
      value: name,
      label: context.dimensions[name]?.[locale] ?? name
    }));
    const has = (options: readonly {value: string}[], wanted: string | undefined) =>
      (options.find(({value}) => value === wanted) ?? options[0])?.value ?? '';
    return [
      {name: 'survey', label: say(locale, 'choose_survey'), options: surveys, initial: has(surveys, undefined)},
      {
        name: 'figure',
        label: say(locale, 'choose_figure'),
        options: figures,
        initial: has(figures, settings['figure'])
      },
      {
        name: 'by',
        label: say(locale, 'choose_parts'),
        options: parts,
        initial: has(parts, settings['by']),
        isOffered: () => parts.length > 0
      }
    ];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const cells = await store.table('survey_cells');
    const kpi = context.kpis.find(({id}) => id === chosen('figure'));
    if (cells === undefined || kpi === undefined) return [markup`<p class="notice">${say(locale, 'survey_none')}</p>`];
    const survey = chosen('survey');
    const rows = surveyRows(cells, kpi.id, survey, filters);
    if (rows.length === 0) {
      const hint =
        filters.category === undefined && filters.channel === undefined ? '' : say(locale, 'survey_empty_filter');
      const name = `${survey} · ${kpi.title[locale]}`;
      return [markup`<p class="muted">${say(locale, 'survey_empty', {name, hint}).trim()}</p>`];
    }
    const reach = tellReach(context, cells, survey, filters);
    const by = chosen('by');
    return [
      courseFigure(context, kpi, cells, rows, reach),
      ...(kpi.id === 'csat' ? [partsFigure(context, kpi, {cells, rows, reach}, 'item')] : []),
      ...(by === '' ? [] : [partsFigure(context, kpi, {cells, rows, reach}, by)]),
      ...(await lowItems(context, store, survey, filters)),
      figureLinks(context, kpi, filters, false)
    ];
  }
});

/** The share of those asked that answered, under the same filters. */
function tellReach({locale}: AnalysisContext, cells: DataTable, survey: string, filters: Filters): string {
  const sum = sumSurvey(cells, surveyRows(cells, REACH, survey, filters), () => 0).get(0);
  if (sum === undefined) return say(locale, 'survey_reach_unknown');
  return say(locale, 'survey_reach', {
    share: formatValue(sum.numerator / sum.denominator, 'percent', locale),
    answered: formatCount(sum.numerator),
    asked: formatCount(sum.denominator)
  });
}

/** A figure over time: as a control chart by months, or where the survey is held in rounds as dots with intervals. */
function courseFigure(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  cells: DataTable,
  rows: Int32Array,
  reach: string
): HTMLElement {
  const {locale} = context;
  const months = cells.months('period_start');
  const isRound = cells.numbers('is_round');
  const sums = sumSurvey(cells, rows, (row) => months[row]!);
  if (rows.some((row) => isRound[row] === 1)) return roundFigure(context, kpi, sums, reach);
  const [first, last] = [Math.min(...sums.keys()), Math.max(...sums.keys())];
  const points = Array.from({length: last - first + 1}, (_, step) =>
    pointOf(kpi, first + step, sums.get(first + step))
  );
  const series = judgeSeries(context, kpi, points);
  const title = titleSeries(context, kpi, series);
  const sentence = sentences(locale, [readSeries(context, kpi, series), kpi.id === REACH ? '' : reach]);
  const rule = ruleSeries(context, kpi, series);
  return figureBlock({
    title,
    chart: drawChart(controlChart(context.locale, kpi, series, {label: `${title}。${sentence}`, width: chartWidth()})),
    sentence,
    ...(rule === undefined ? {} : {rule}),
    table: {label: say(locale, 'table'), content: courseTable(context, kpi, points, sums, say(locale, 'month'))}
  });
}

function roundFigure(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  sums: ReadonlyMap<number, SurveySum>,
  reach: string
): HTMLElement {
  const {locale} = context;
  const points = [...sums].sort(([a], [b]) => a - b).map(([month, sum]) => pointOf(kpi, month, sum));
  const known = points.filter(({value}) => value !== null);
  const [earlier, later] = [known.at(-2), known.at(-1)];
  const name = kpi.title[locale];
  const month = later ? monthName(later.month, locale) : '';
  const value = later ? tellValue(context, kpi, later) : '';
  let title = say(locale, 'series_title_none', {name});
  let reading = '';
  if (later && earlier) {
    const verdict = compareSums(kpi, sums.get(earlier.month)!, sums.get(later.month)!);
    title = say(locale, 'survey_title', {name, month, value, verdict: say(locale, `survey_${verdict}`)});
    reading = say(locale, verdict === 'same' ? 'survey_sentence_same' : 'survey_sentence_changed', {
      earlier: monthName(earlier.month, locale),
      before: formatValue(earlier.value!, kpi.unit, locale),
      later: month,
      after: formatValue(later.value!, kpi.unit, locale)
    });
  } else if (later) {
    title = say(locale, 'survey_title_single', {name, month, value});
    reading = say(locale, 'survey_sentence_single');
  }
  const sentence = sentences(locale, [reading, kpi.id === REACH ? '' : reach]);
  const rounds = points.map((point) => {
    const interval = point.value === null ? undefined : surveyInterval(kpi, sums.get(point.month)!);
    return {month: point.month, value: point.value, low: interval?.low ?? null, high: interval?.high ?? null};
  });
  const target = later && targetOf(context, kpi.id, monthText(later.month));
  return figureBlock({
    title,
    chart: roundPlot(context, kpi, rounds, {target, label: `${title}。${sentence}`}),
    sentence,
    rule: say(locale, 'survey_rule_rounds', {
      method: say(locale, kpi.kind === 'ratio' ? 'survey_wilson' : 'survey_normal')
    }),
    table: {label: say(locale, 'table'), content: courseTable(context, kpi, points, sums, say(locale, 'survey_round'))}
  });
}

function pointOf({minimum}: AnalysisKpi, month: number, sum: SurveySum | undefined): MonthlyPoint {
  const {numerator, denominator} = sum ?? {numerator: 0, denominator: 0};
  return {
    month,
    numerator,
    denominator,
    value: denominator > 0 && denominator >= minimum ? numerator / denominator : null
  };
}

function courseTable(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  points: readonly MonthlyPoint[],
  sums: ReadonlyMap<number, SurveySum>,
  head: string
): Markup {
  const {locale} = context;
  const print = (value: number) => formatValue(value, kpi.unit, locale);
  return table(
    [
      {head},
      {head: kpi.title[locale], isNumber: true},
      {head: say(locale, 'counted'), isNumber: true},
      {head: say(locale, 'interval_head'), isNumber: true}
    ],
    points
      .map((point) => {
        const sum = sums.get(point.month);
        const interval = sum && point.value !== null ? surveyInterval(kpi, sum) : undefined;
        return [
          monthText(point.month),
          point.value === null ? say(locale, 'series_withheld') : print(point.value),
          tellCounts(locale, kpi, point),
          interval ? say(locale, 'interval_range', {low: print(interval.low), high: print(interval.high)}) : '—'
        ];
      })
      .toReversed(),
    kpi.title[locale]
  );
}

/** The items of a survey, or the members of a dimension, in the order in which they can be told apart. */
function partsFigure(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  {cells, rows, reach}: {cells: DataTable; rows: Int32Array; reach: string},
  by: string
): Markup {
  const {locale} = context;
  const {codes, members} = cells.texts(by);
  const all = [...sumSurvey(cells, rows, (row) => codes[row]!)]
    .map(([code, sum]) => ({name: memberName(context, by, members[code] ?? ''), sum}))
    .sort((a, b) => b.sum.denominator - a.sum.denominator);
  const enough = all.filter(({sum}) => sum.denominator >= Math.max(1, kpi.minimum));
  const shown = enough.slice(0, MOST_PARTS);
  const estimates = shown.map(({sum}) => ({
    value: sum.numerator / sum.denominator,
    ...surveyInterval(kpi, sum)!
  }));
  const told = compareParts(
    kpi,
    shown.map(({sum}) => sum),
    Number(context.settings['act'])
  );
  const isRanked = told.some((each) => each !== 'same');
  const order = [...shown.keys()];
  if (isRanked) order.sort((a, b) => estimates[b]!.value - estimates[a]!.value);
  const print = (value: number) => formatValue(value, kpi.unit, locale);
  const title = context.dimensions[by]?.[locale] ?? by;
  const whole = sumSurvey(cells, rows, () => 0).get(0)!;
  const isItem = by === 'item';
  const namesOf = (side: Told) => {
    const names = order.filter((place) => told[place] === side).map((place) => shown[place]!.name);
    return names.length > MOST_NAMES
      ? say(locale, 'names_many', {count: names.length})
      : names.join(say(locale, 'comma'));
  };
  const [lower, higher] = [namesOf('lower'), namesOf('higher')];
  const content = intervalTable(
    context,
    order.map((place) => {
      const {name, sum} = shown[place]!;
      const {value, low, high} = estimates[place]!;
      return {
        name,
        value,
        low,
        high,
        counts: formatCount(sum.denominator),
        further: [
          ...(isItem ? [formatNumber(sum.scores / sum.denominator, 2)] : []),
          say(locale, `survey_is_${told[place]!}`)
        ]
      };
    }),
    {
      head: isItem ? say(locale, 'survey_item_head') : title,
      value: kpi.title[locale],
      counts: say(locale, kpi.id === REACH ? 'survey_invitations' : 'survey_answers'),
      print,
      withheld: say(locale, 'series_withheld'),
      further: [
        ...(isItem ? [{head: say(locale, 'survey_mean'), isNumber: true}] : []),
        {head: say(locale, 'recurrence_verdict')}
      ],
      overall: whole.numerator / whole.denominator
    }
  );
  const kind = isItem ? 'items' : 'parts';
  const side = lower === '' ? 'higher' : 'lower';
  const heading = isRanked
    ? say(locale, `survey_${kind}_${side}`, {by: title, names: lower === '' ? higher : lower})
    : say(locale, shown.length < 2 ? 'survey_one_part' : `survey_${kind}_alike`, {by: title});
  return tableFigure({
    title: heading,
    content,
    sentence: sentences(locale, [
      lower !== '' && higher !== '' ? say(locale, 'survey_also_higher', {names: higher}) : '',
      isRanked && told.includes('same') ? say(locale, 'survey_some_alike') : '',
      shown.length < 2 ? '' : say(locale, isRanked ? 'survey_neighbours' : 'survey_unranked'),
      all.length > shown.length ? say(locale, 'survey_few_parts', {count: all.length - shown.length}) : '',
      kpi.id === REACH ? '' : reach
    ]),
    rule: sentences(locale, [
      say(locale, 'survey_all_periods', {
        minimum: kpi.minimum,
        count: shown.length,
        q: formatNumber(Number(context.settings['act']), 2)
      }),
      kpi.id === 'csat' && !isItem ? say(locale, 'survey_related') : ''
    ])
  });
}

/** The items whose mean lay too low, and what was done about each. */
async function lowItems(
  context: AnalysisContext,
  store: TableStore,
  survey: string,
  filters: Filters
): Promise<Markup[]> {
  const {locale, as_of} = context;
  const items = await store.table('survey_items');
  if (items === undefined) return [];
  const isLow = items.numbers('is_low');
  const isSurvey = (row: number) => items.text('survey', row) === survey;
  const period: Filters = {
    ...(filters.from === undefined ? {} : {from: filters.from}),
    ...(filters.to === undefined ? {} : {to: filters.to})
  };
  const rows = [...selectRows(items, 'first_answer_on', period)].filter(isSurvey);
  if (rows.length === 0) return [];
  const answered = items.numbers('first_answer_on');
  const low = rows.filter((row) => isLow[row] === 1).sort((a, b) => answered[b]! - answered[a]!);
  const rule = say(locale, 'survey_low_rule');
  if (low.length === 0)
    return [markup`<p class="reading">${say(locale, 'survey_low_none')}</p><p class="note">${rule}</p>`];
  const day = (name: string, row: number) => {
    const value = items.numbers(name)[row]!;
    return Number.isNaN(value) ? undefined : dayText(value);
  };
  const done = (name: string) => low.filter((row) => day(name, row) !== undefined).length;
  const state = (name: string, row: number) => {
    const due = day('due_on', row);
    return (
      day(name, row) ??
      (due === undefined ? '—' : say(locale, due <= as_of.slice(0, 10) ? 'survey_not_done' : 'survey_pending'))
    );
  };
  const steps = ['proposed', 'approved', 'informed'] as const;
  const score = (name: string, row: number) => formatNumber(items.numbers(name)[row]!, 2);
  const content = table(
    [
      {head: say(locale, 'survey_item_head')},
      {head: say(locale, 'survey_answered')},
      {head: say(locale, 'survey_answers'), isNumber: true},
      {head: say(locale, 'survey_mean'), isNumber: true},
      {head: say(locale, 'survey_limit'), isNumber: true},
      ...steps.map((step) => ({head: say(locale, `survey_${step}`)}))
    ],
    low.map((row) => [
      items.text('item', row) ?? '',
      say(locale, 'interval_range', {low: day('first_answer_on', row) ?? '', high: day('last_answer_on', row) ?? ''}),
      formatCount(items.numbers('answers')[row]!),
      score('mean_score', row),
      score('low_under', row),
      ...steps.map((step) => state(`${step}_on`, row))
    ]),
    say(locale, 'survey_item_head')
  );
  const due = await dueFigures(context, store, period);
  return [
    tableFigure({
      title: say(locale, 'survey_low_title', {
        count: low.length,
        measured: done('proposed_on'),
        approved: done('approved_on'),
        told: done('informed_on')
      }),
      content,
      sentence: due === '' ? '' : say(locale, 'survey_low_due', {figures: due}),
      rule
    })
  ];
}

/** The figures of low items in a period, of all surveys together. */
async function dueFigures(context: AnalysisContext, store: TableStore, period: Filters): Promise<string> {
  const {locale} = context;
  const told: string[] = [];
  for (const id of LOW_ITEM_FIGURES) {
    const kpi = context.kpis.find((each) => each.id === id);
    const values = await store.table('kpi_values', id);
    if (kpi === undefined || values === undefined) continue;
    const isWhole = (row: number) => values.text('dimension', row) === 'all';
    const rows = selectRows(values, 'period_start', period).filter(isWhole);
    const sum = (name: string) => rows.reduce((total, row) => total + values.numbers(name)[row]!, 0);
    const [numerator, denominator] = [sum('numerator'), sum('denominator')];
    if (denominator === 0) continue;
    const counts = say(locale, 'count_of', {numerator, denominator});
    told.push(`${kpi.title[locale]} ${formatValue(numerator / denominator, kpi.unit, locale)} (${counts})`);
  }
  return told.join(say(locale, 'comma'));
}
