import {markup, type Printable} from '../../drawing/markup.ts';
import {shareBar} from '../../drawing/shareBar.ts';
import {table} from '../../drawing/table.ts';
import {rankMembers, type Ranking} from '../../figures/rankMembers.ts';
import {formatCount, formatValue} from '../../words/formatValue.ts';
import {say} from '../../words/locale.ts';
import {countMembers, validRows} from '../causeCounts.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import {figureBlock} from '../figureBlock.ts';
import {selectRows} from '../selectRows.ts';
import {startView} from '../startView.ts';
import {toElement} from '../toNodes.ts';
import {readTrends} from '../causeTrends.ts';
import {trendBlock} from '../trendBlock.ts';

const LEVELS = ['cause_root', 'cause_indirect', 'cause_direct', 'category', 'subcategory'];
/** How many members stand for themselves. */
const MOST = 12;
/** Members that tell nothing. */
const OTHER = /^(?:其[他它]|其他类|other|others|misc)/i;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const cases = (await store.table('cases'))!;
    const options = LEVELS.filter((name) => cases.texts(name).members.some((member) => member !== '')).map((name) => ({
      value: name,
      label: dimensionTitle(context, name)
    }));
    const initial = options.find(({value}) => value === context.settings['by']) ?? options[0];
    return [{name: 'by', label: say(context.locale, 'choose_level'), options, initial: initial?.value ?? ''}];
  },
  draw: async ({context, store, filters, chosen}) => {
    const cases = (await store.table('cases'))!;
    const rows = validRows(cases, selectRows(cases, 'received_at', filters));
    const by = chosen('by');
    if (rows.length === 0 || by === '') return [markup`<p class="muted">${say(context.locale, 'analysis_empty')}</p>`];
    const ranking = rankMembers(countMembers(cases, rows, by), MOST);
    const trends = await readTrends(store, filters);
    return [paretoBlock(context, by, ranking), ...(trends ? trendBlock(context, by, trends) : [])];
  }
});

function paretoBlock(context: AnalysisContext, by: string, {top, rest, missing, total}: Ranking): HTMLElement {
  const {locale} = context;
  const dimension = dimensionTitle(context, by);
  const [first] = top;
  const largest = Math.max(...top.map(({count}) => count), rest.count, missing);
  let running = 0;
  const row = (name: string, count: number, kind: 'main' | 'rest'): Printable[] => {
    running += count;
    return [name, shareBar(count / largest, kind), formatCount(count), percent(count, total), percent(running, total)];
  };
  const rows = top.map(({member, count}) => row(memberName(context, by, member), count, 'main'));
  if (rest.members > 0) rows.push(row(say(locale, 'pareto_other', {count: rest.members}), rest.count, 'rest'));
  if (missing > 0) rows.push(row(say(locale, 'not_given'), missing, 'rest'));
  const columns = [
    {head: dimension},
    {head: markup`<span class="unseen">${say(locale, 'bar_head')}</span>`},
    {head: say(locale, 'cases'), isNumber: true},
    {head: say(locale, 'share'), isNumber: true},
    {head: say(locale, 'cumulative'), isNumber: true}
  ];
  return figureBlock({
    title: first
      ? say(locale, 'causes_most', {
          dimension,
          first: memberName(context, by, first.member),
          share: percent(first.count, total),
          count: formatCount(first.count),
          total: formatCount(total)
        })
      : say(locale, 'causes_none_given', {dimension, total: formatCount(total)}),
    chart: toElement(table(columns, rows, dimension)),
    sentence: readRanking(context, by, {top, rest, missing, total}),
    rule: say(locale, 'causes_rule', {most: MOST})
  });
}

function readRanking(context: AnalysisContext, by: string, {top, missing, total}: Ranking): string {
  const {locale} = context;
  const told = (count: number) => ({share: percent(count, total), count: formatCount(count)});
  const sentences: string[] = [];
  if (top.length > 3) {
    const three = top.slice(0, 3).reduce((sum, {count}) => sum + count, 0);
    sentences.push(say(locale, 'causes_top', {top: 3, share: percent(three, total)}));
  }
  for (const {member, count} of top) {
    const name = memberName(context, by, member);
    if (OTHER.test(member) || OTHER.test(name)) sentences.push(say(locale, 'causes_other', {name, ...told(count)}));
  }
  sentences.push(missing > 0 ? say(locale, 'causes_missing', told(missing)) : say(locale, 'causes_all_given'));
  return sentences.join(locale === 'zh-CN' ? '' : ' ');
}

function dimensionTitle({dimensions, locale}: AnalysisContext, name: string): string {
  return dimensions[name]?.[locale] ?? name;
}

function percent(count: number, total: number): string {
  return formatValue(count / total, 'percent', 'en');
}
