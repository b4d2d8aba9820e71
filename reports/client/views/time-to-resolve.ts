import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount, formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import {figureBlock} from '../figureBlock.ts';
import {figureLinks} from '../figureLinks.ts';
import {selectRows} from '../selectRows.ts';
import {startView} from '../startView.ts';
import {survivalGroups, survivalOf, type SurvivalGroup} from '../survivalGroups.ts';
import {survivalPlot} from '../survivalPlot.ts';

const FIGURE = 'time_to_resolve';
const DIMENSIONS = ['department', 'category', 'severity', 'channel', 'product', 'region'];
/** How many curves the eye can tell apart. */
const MOST_CURVES = 6;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const cases = (await store.table('cases'))!;
    const options = DIMENSIONS.filter((name) => cases.texts(name).members.length > 1).map((name) => ({
      value: name,
      label: context.dimensions[name]?.[context.locale] ?? name
    }));
    const initial = options.find(({value}) => value === context.settings['by']) ?? options[0];
    return [{name: 'by', label: say(context.locale, 'choose_group'), options, initial: initial?.value ?? ''}];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const cases = (await store.table('cases'))!;
    const rows = selectRows(cases, 'received_at', filters);
    const all = survivalOf(cases, rows);
    if (all.cases === 0) return [markup`<p class="muted">${say(locale, 'analysis_empty')}</p>`];
    const by = chosen('by');
    const kpi = context.kpis.find(({id}) => id === FIGURE);
    const {groups, rest} =
      by === ''
        ? {groups: [], rest: undefined}
        : survivalGroups(cases, rows, by, {most: MOST_CURVES, least: kpi?.minimum ?? 0});
    const named = groups.map((group) => ({group, name: memberName(context, by, group.member!)}));
    const others = rest && {group: rest, name: say(locale, 'survival_rest', {count: rest.members})};
    const whole = {group: all, name: say(locale, 'filter_all')};
    const title = titleOf(context, all);
    const sentence = [
      say(locale, 'survival_sentence', {count: formatCount(all.cases), open: formatCount(all.open)}),
      orderOf(context, named)
    ].join(locale === 'zh-CN' ? '' : ' ');
    const curves = [
      {...whole, className: 'series-all'},
      ...named.map((each, index) => ({...each, className: `series-${index}`})),
      ...(others ? [{...others, className: 'series-rest'}] : [])
    ];
    return [
      figureBlock({
        title,
        chart: survivalPlot(context, named.length === 1 ? curves.slice(0, 1) : curves, `${title}。${sentence}`),
        sentence,
        rule: say(locale, 'survival_rule'),
        table: {
          label: say(locale, 'table'),
          content: groupTable(context, context.dimensions[by]?.[locale] ?? by, [
            ...named,
            ...(others ? [others] : []),
            whole
          ])
        }
      }),
      ...(kpi ? [figureLinks(context, kpi, filters, false)] : [])
    ];
  }
});

function days({locale}: AnalysisContext, value: number | null): string {
  return value === null ? say(locale, 'not_reached_yet') : formatValue(value, 'days', locale);
}

function titleOf(context: AnalysisContext, {median, ninety}: SurvivalGroup): string {
  if (median.value === null) return say(context.locale, 'survival_title_none');
  const told = {median: days(context, median.value), p90: days(context, ninety.value)};
  return say(context.locale, ninety.value === null ? 'survival_title_open' : 'survival_title', told);
}

/** The longest and the shortest median among groups large enough to be told; empty where there are not two. */
function orderOf(context: AnalysisContext, named: readonly {group: SurvivalGroup; name: string}[]): string {
  const told = named
    .filter(({group}) => group.median.value !== null)
    .sort((a, b) => b.group.median.value! - a.group.median.value!);
  const [slowest, fastest] = [told[0], told.at(-1)];
  if (told.length < 2 || !slowest || !fastest) return '';
  return say(context.locale, 'survival_order', {
    slowest: slowest.name,
    slow: days(context, slowest.group.median.value),
    fastest: fastest.name,
    fast: days(context, fastest.group.median.value)
  });
}

function groupTable(
  context: AnalysisContext,
  head: string,
  listed: readonly {group: SurvivalGroup; name: string}[]
): Markup {
  const {locale} = context;
  const span = ({value, low, high}: SurvivalGroup['median']) =>
    low === null || high === null || value === null
      ? days(context, value)
      : markup`${days(context, value)} <span class="muted">${days(context, low)}–${days(context, high)}</span>`;
  return table(
    [
      {head},
      {head: say(locale, 'cases'), isNumber: true},
      {head: say(locale, 'still_open'), isNumber: true},
      {head: say(locale, 'median'), isNumber: true},
      {head: say(locale, 'ninety'), isNumber: true}
    ],
    listed.map(({group, name}) => [
      name,
      formatCount(group.cases),
      formatCount(group.open),
      span(group.median),
      span(group.ninety)
    ]),
    head
  );
}
