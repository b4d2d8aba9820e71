import {max, median} from 'simple-statistics';
import {wilsonInterval} from '../../../src/statistics/wilsonInterval.ts';
import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {codeName} from '../../words/codes.ts';
import {formatCount, formatNumber, formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {columnHead} from '../caseColumns.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import {countedCases, type CountedCases} from '../countedCases.ts';
import type {DataTable} from '../dataTable.ts';
import {daysPlot} from '../daysPlot.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import {intervalTable} from '../intervalTable.ts';
import {
  binDays,
  chainsUnder,
  compareShares,
  countByMember,
  firstSolutions,
  type CaseShare,
  type Chain
} from '../recurrence.ts';
import {pageOf, pager} from '../pager.ts';
import {selectRows} from '../selectRows.ts';
import {sentences} from '../sentences.ts';
import {startView, type ViewState} from '../startView.ts';
import {tableFigure} from '../tableFigure.ts';
import {dayText} from '../timeText.ts';

const FIGURE = 'recurrence_rate';
const GROUPS = ['category', 'cause_root', 'department', 'product'];
const MOST_BINS = 10;
const MOST_MEMBERS = 12;
/** How many names a title holds. */
const MOST_NAMES = 3;
const PAGE = 25;
const DAY = 86_400_000;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const cases = (await store.table('cases'))!;
    const options = GROUPS.filter((name) => cases.texts(name).members.length > 1).map((name) => ({
      value: name,
      label: context.dimensions[name]?.[context.locale] ?? name
    }));
    const initial = options.find(({value}) => value === context.settings['by']) ?? options[0];
    return [{name: 'by', label: say(context.locale, 'choose_group'), options, initial: initial?.value ?? ''}];
  },
  draw: async (state) => {
    const {context, store, filters, chosen} = state;
    const {locale} = context;
    const cases = (await store.table('cases'))!;
    const isValid = cases.numbers('is_valid');
    const valid = selectRows(cases, 'received_at', filters).filter((row) => isValid[row] === 1);
    if (valid.length === 0) return [markup`<p class="muted">${say(locale, 'analysis_empty')}</p>`];
    const records = await store.table('figure_records', FIGURE);
    const counted = records && countedCases(cases, records, filters);
    if (counted === undefined || counted.rows.length === 0) {
      return [markup`<p class="notice">${say(locale, 'recurrence_unknown', {count: formatCount(valid.length)})}</p>`];
    }
    const table = await store.table('recurrence_chains');
    const chains = table === undefined ? [] : chainsUnder(table, filters);
    const by = chosen('by');
    const kpi = context.kpis.find(({id}) => id === FIGURE);
    return [
      markup`<p class="reading">${coverage(context, counted.rows.length, valid.length)}</p>`,
      daysFigure(context, table, chains, counted),
      ...(by === '' ? [] : [groupFigure(context, cases, counted, by)]),
      solutionFigure(context, cases, table, counted) ?? markup``,
      ...(table === undefined || chains.length === 0
        ? []
        : [chainFigure(state, table, chains), pager(state, chains.length, PAGE, 'chain_page')]),
      ...(kpi ? [figureLinks(context, kpi, filters, true)] : [])
    ];
  }
});

/** Of how many complaints the customer is known: only these can come again. */
function coverage({locale}: AnalysisContext, known: number, valid: number): string {
  return say(locale, known === valid ? 'recurrence_coverage_all' : 'recurrence_coverage', {
    known: formatCount(known),
    valid: formatCount(valid),
    share: formatValue(known / valid, 'percent', locale),
    unknown: formatCount(valid - known)
  });
}

function daysFigure(
  context: AnalysisContext,
  table: DataTable | undefined,
  chains: readonly Chain[],
  {rows, numerators}: CountedCases
): HTMLElement {
  const {locale} = context;
  const total = rows.reduce((sum, row) => sum + numerators[row]!, 0);
  const told = {
    count: formatCount(total),
    total: formatCount(rows.length),
    share: formatValue(total / rows.length, 'percent', locale),
    chains: formatCount(chains.length)
  };
  if (table === undefined || chains.length === 0) {
    return figureBlock({title: say(locale, 'recurrence_none', told), sentence: say(locale, 'recurrence_none_note')});
  }
  const days = table.numbers('days_since_earlier');
  const open = table.numbers('was_open');
  const windows = table.numbers('window_days');
  const repeats = chains.flatMap(({counted}) =>
    counted.map((row) => ({days: days[row]!, wasOpen: open[row] === 1, window: windows[row]!}))
  );
  const solved = repeats.filter(({wasOpen}) => !wasOpen);
  const window = max(repeats.map((each) => each.window));
  const longest = max(chains.map((chain) => chain.rows.length));
  const title = say(locale, 'recurrence_title', told);
  const sentence = sentences(locale, [
    solved.length > 0
      ? say(locale, 'recurrence_days', {
          count: formatCount(solved.length),
          days: formatValue(median(solved.map((each) => each.days)), 'days', locale)
        })
      : '',
    repeats.length > solved.length
      ? say(locale, 'recurrence_open', {count: formatCount(repeats.length - solved.length)})
      : '',
    say(locale, longest > 2 ? 'recurrence_longest' : 'recurrence_longest_two', {count: longest})
  ]);
  const bins = binDays(repeats, window, MOST_BINS);
  return figureBlock({
    title,
    chart: daysPlot(context, bins, `${title}。${sentence}`),
    sentence,
    rule: say(locale, 'recurrence_rule', {days: window}),
    table: {label: say(locale, 'table'), content: binTable(context, bins)}
  });
}

function binTable({locale}: AnalysisContext, bins: ReturnType<typeof binDays>): Markup {
  return table(
    [
      {head: say(locale, 'recurrence_axis')},
      {head: say(locale, 'recurrence_after'), isNumber: true},
      {head: say(locale, 'recurrence_while_open'), isNumber: true}
    ],
    bins.map(({from, until, solved, open}) => [
      say(locale, 'interval_range', {low: from, high: until}),
      formatCount(solved),
      formatCount(open)
    ]),
    say(locale, 'recurrence_axis')
  );
}

/** Which members of a dimension bring most of what came again, and whose share is beyond chance. */
function groupFigure(context: AnalysisContext, cases: DataTable, counted: CountedCases, by: string): Markup {
  const {locale} = context;
  const all = countByMember(cases, counted, by).map((each) => ({...each, name: memberName(context, by, each.member)}));
  const shown = all.length > MOST_MEMBERS + 1 ? all.slice(0, MOST_MEMBERS) : all;
  const rest = all.slice(shown.length);
  const shares = compareShares(all);
  const act = actOf(context);
  const apart = all.filter((_, index) => (shares[index]!.q ?? 1) <= act);
  const named = (isHigher: boolean) => {
    const names = apart.filter((each) => shares[all.indexOf(each)]!.isHigher === isHigher).map(({name}) => name);
    return names.length > MOST_NAMES
      ? say(locale, 'names_many', {count: names.length})
      : names.join(say(locale, 'comma'));
  };
  const [higher, lower] = [named(true), named(false)];
  const title = {by: context.dimensions[by]?.[locale] ?? by, names: higher};
  return tableFigure({
    title: say(locale, higher === '' ? 'recurrence_by_alike' : 'recurrence_by', title),
    content: shareTable(context, title.by, [
      ...shown.map((each, index) => ({...each, share: shares[index]!})),
      ...(rest.length === 0 ? [] : [restOf(context, rest)])
    ]),
    sentence: sentences(locale, [
      all[0]!.count === 0
        ? ''
        : say(locale, 'recurrence_most', {name: all[0]!.name, count: formatCount(all[0]!.count)}),
      higher === '' ? '' : say(locale, 'recurrence_higher', {names: higher}),
      lower === '' ? '' : say(locale, 'recurrence_lower', {names: lower}),
      apart.length === 0 ? say(locale, 'recurrence_alike') : ''
    ]),
    rule: say(locale, 'recurrence_by_rule', {count: all.length, q: formatNumber(act, 2)})
  });
}

function restOf({locale}: AnalysisContext, rest: readonly ShareGroup[]): ShareGroup {
  const sum = (name: 'count' | 'total') => rest.reduce((total, each) => total + each[name], 0);
  return {name: say(locale, 'survival_rest', {count: rest.length}), count: sum('count'), total: sum('total')};
}

/** What the first solution was, and how often the customer came again after it. */
function solutionFigure(
  context: AnalysisContext,
  cases: DataTable,
  chains: DataTable | undefined,
  {rows}: CountedCases
): Markup | undefined {
  const {locale, as_of} = context;
  if (chains === undefined) return undefined;
  const window = max([...chains.numbers('window_days')]);
  const until = Date.parse(`${as_of.replace(' ', 'T')}Z`) - window * DAY;
  const {total, paid, unpaid, ...found} = firstSolutions(cases, chains, rows, until);
  if (total.total === 0) return undefined;
  const outcomes = found.outcomes.map(({member, ...counts}) => ({
    ...counts,
    name: member === '' ? say(locale, 'not_given') : codeName('outcome', member, locale)
  }));
  const payments =
    paid.total > 0 && unpaid.total > 0
      ? [
          {...paid, name: say(locale, 'solution_paid')},
          {...unpaid, name: say(locale, 'solution_unpaid')}
        ]
      : [];
  const judged = [outcomes, payments].flatMap((groups) => {
    const shares = compareShares(groups);
    return groups.map((each, index) => ({...each, share: shares[index]!}));
  });
  const print = ({count, total: all}: {count: number; total: number}) => formatValue(count / all, 'percent', locale);
  const payment = judged.find(({name}) => name === payments[0]?.name);
  return tableFigure({
    title: say(locale, 'solution_title', {
      share: print(total),
      count: formatCount(total.count),
      total: formatCount(total.total)
    }),
    content: shareTable(context, say(locale, 'solution_first'), judged, total),
    sentence: payment
      ? say(locale, (payment.share.q ?? 1) <= actOf(context) ? 'solution_differs' : 'solution_alike', {
          paid: print(paid),
          unpaid: print(unpaid)
        })
      : say(locale, 'solution_sentence'),
    rule: say(locale, 'solution_rule', {days: window})
  });
}

/** Some cases, how many of them came again, and what is found of that. */
interface ShareGroup {
  readonly name: string;
  readonly count: number;
  readonly total: number;
  readonly share?: CaseShare;
}

function shareTable(
  context: AnalysisContext,
  head: string,
  groups: readonly ShareGroup[],
  whole?: {count: number; total: number}
): Markup {
  const {locale} = context;
  const total = whole?.total ?? groups.reduce((sum, each) => sum + each.total, 0);
  const count = whole?.count ?? groups.reduce((sum, each) => sum + each.count, 0);
  const minimum = context.kpis.find(({id}) => id === FIGURE)?.minimum ?? 0;
  return intervalTable(
    context,
    groups.map((group) => {
      const interval = wilsonInterval(group.count, group.total);
      return {
        name: group.name,
        value: group.total < Math.max(1, minimum) ? null : group.count / group.total,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        counts: say(locale, 'count_of', {numerator: formatCount(group.count), denominator: formatCount(group.total)}),
        further: [verdictOf(context, group.share)]
      };
    }),
    {
      head,
      value: say(locale, 'recurrence_share'),
      counts: say(locale, 'counted'),
      print: (value) => formatValue(value, 'percent', locale),
      withheld: say(locale, 'series_withheld'),
      further: [{head: say(locale, 'recurrence_verdict')}],
      overall: total === 0 ? undefined : count / total
    }
  );
}

function verdictOf(context: AnalysisContext, share: CaseShare | undefined): string {
  if (share?.q === undefined) return '—';
  if (share.q > actOf(context)) return say(context.locale, 'within_chance');
  return say(context.locale, share.isHigher ? 'recurrence_is_higher' : 'recurrence_is_lower');
}

/** q up to which a difference is told as one. */
function actOf({settings}: AnalysisContext): number {
  return Number(settings['act']);
}

function chainFigure({context, chosen}: ViewState, chains: DataTable, listed: readonly Chain[]): Markup {
  const {locale, root} = context;
  const days = chains.numbers('days_since_earlier');
  const received = chains.numbers('received_at');
  const open = chains.numbers('was_open');
  const paid = chains.numbers('first_compensation');
  const member = (name: string, row: number) => memberName(context, name, chains.text(name, row) ?? '');
  const columns = ['category', 'department', 'product'].filter((name) => chains.texts(name).members.some(Boolean));
  const start = pageOf(chosen, listed.length, PAGE) * PAGE;
  const shown = listed.slice(start, start + PAGE);
  const content = table(
    [
      {head: say(locale, 'chain_first')},
      {head: say(locale, 'column_received_at')},
      {head: say(locale, 'chain_again'), isNumber: true},
      {head: say(locale, 'chain_days')},
      ...columns.map((name) => ({head: columnHead(context, name)})),
      {head: say(locale, 'chain_outcome')},
      {head: say(locale, 'column_compensation_amount'), isNumber: true}
    ],
    shown.map(({number, rows}) => {
      const first = rows[0]!;
      const outcome = chains.text('first_outcome', first);
      return [
        markup`<a href="${root}/analyst/records?${new URLSearchParams({q: number}).toString()}">${number}</a>`,
        dayText(received[first]!),
        formatCount(rows.length - 1),
        rows
          .slice(1)
          .map((row) => formatNumber(days[row]!, 0) + (open[row] === 1 ? say(locale, 'chain_open') : ''))
          .join(' → '),
        ...columns.map((name) => member(name, first)),
        outcome === undefined ? '' : codeName('outcome', outcome, locale),
        Number.isNaN(paid[first]!) ? '' : formatCount(paid[first]!)
      ];
    }),
    say(locale, 'chain_list'),
    'records'
  );
  return tableFigure({
    title: say(locale, 'chain_list_title', {count: formatCount(listed.length)}),
    content,
    sentence: say(locale, 'chain_note')
  });
}
