import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount, formatNumber, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {changeBar} from './changeBar.ts';
import type {ChangePart} from './changeParts.ts';
import {memberName, type AnalysisContext, type AnalysisKpi} from './context.ts';
import {figureBlock} from './figureBlock.ts';
import {toElement} from './toNodes.ts';

/** How many members stand for themselves. */
const MOST = 10;

/**
 * What a change is made of: what each member's own figure brought about and what their shares did together, as bars that add up to it,
 * and in a sentence those that are beyond chance.
 */
export function changeBlock(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  parts: readonly ChangePart[],
  {dimension, compared}: {dimension: string; compared: string}
): HTMLElement {
  const {locale} = context;
  const {change, is_change_real} = parts[0]!;
  const sum = (pick: (part: ChangePart) => number) => parts.reduce((total, part) => total + pick(part), 0);
  const before = sum(({count_before}) => count_before) / sum(({total_before}) => total_before);
  const after = sum(({count_after}) => count_after) / sum(({total_after}) => total_after);
  const told = {
    kpi: kpi.title[locale],
    compared,
    change: inPoints(context, Math.abs(change)),
    before: formatValue(before, kpi.unit, locale),
    after: formatValue(after, kpi.unit, locale),
    certainty: say(locale, is_change_real ? 'beyond_chance' : 'within_chance')
  };
  const isLevel = points(change) === points(0);
  return figureBlock({
    title: say(locale, isLevel ? 'change_title_level' : change > 0 ? 'change_title_up' : 'change_title_down', told),
    chart: toElement(partTable(context, kpi, parts, dimension)),
    sentence: parts.length === 1 ? say(locale, 'change_one') : readParts(context, parts, dimension, isLevel),
    rule: say(locale, 'change_rule')
  });
}

/** The parts beyond chance, signed in the direction of the change, and what the others come to. */
function readParts(
  context: AnalysisContext,
  parts: readonly ChangePart[],
  dimension: string,
  isLevel: boolean
): string {
  const {locale} = context;
  const {change} = parts[0]!;
  const sign = change < 0 ? -1 : 1;
  const names = (list: readonly ChangePart[]) =>
    list.map(({member}) => memberName(context, dimension, member)).join(say(locale, 'comma'));
  const moved = parts.filter(({is_mix_real}) => is_mix_real).sort((a, b) => b.total_after - a.total_after);
  const real = [
    ...parts
      .filter(({is_within_real}) => is_within_real)
      .map((part) => ({word: 'change_part_within' as const, name: names([part]), value: sign * part.within})),
    ...(moved.length > 0
      ? [{word: 'change_part_mix' as const, name: names(moved), value: sign * total(parts, 'mix')}]
      : [])
  ]
    .filter(({value}) => printed(value) !== 0)
    .sort((a, b) => b.value - a.value);
  const whole = isLevel
    ? say(locale, 'change_total')
    : say(locale, change < 0 ? 'change_down' : 'change_up', {change: inPoints(context, Math.abs(change))});
  if (real.length === 0) return say(locale, 'change_parts_none', {change: whole});
  const told = real.map(({word, name, value}) =>
    say(locale, value < 0 ? `${word}_against` : word, {value: points(Math.abs(value)), name})
  );
  // What is left is the difference of the printed numbers, so that a reader who adds them up finds the same.
  const left = real.reduce((rest, {value}) => rest - printed(value), printed(Math.abs(change)));
  return say(locale, 'change_parts', {
    change: whole,
    parts: told.join(say(locale, 'clause_comma')),
    rest: formatNumber(left, 1)
  });
}

function partTable(
  context: AnalysisContext,
  kpi: AnalysisKpi,
  parts: readonly ChangePart[],
  dimension: string
): Markup {
  const {locale} = context;
  const sorted = parts.toSorted((a, b) => Math.abs(b.within) - Math.abs(a.within) || b.total_after - a.total_after);
  const shown = sorted.length <= MOST + 1 ? sorted : sorted.slice(0, MOST);
  const rest = sorted.slice(shown.length);
  const mix = total(parts, 'mix');
  const [before, after] = [total(parts, 'total_before'), total(parts, 'total_after')];
  const reach = Math.max(Math.abs(mix), ...shown.map(({within}) => Math.abs(within)), Math.abs(total(rest, 'within')));
  const colourOf = (value: number) =>
    kpi.better === 'neither' ? 'changed' : value > 0 === (kpi.better === 'higher') ? 'better' : 'worse';
  const drawn = (value: number, isReal: boolean): Printable[] => [
    changeBar(value, isReal, reach, colourOf(value)),
    isReal ? markup`<strong>${signed(value)}</strong>` : markup`<span class="muted">${signed(value)}</span>`
  ];
  const shareOf = ({total_before, total_after}: ChangePart, isReal: boolean) => {
    const shares = `${formatValue(total_before / before, 'percent', locale)} → ${formatValue(total_after / after, 'percent', locale)}`;
    return isReal ? markup`<strong>${shares}</strong>` : shares;
  };
  const title = context.dimensions[dimension]?.[locale] ?? dimension;
  return table(
    [
      {head: title},
      {head: markup`<span class="unseen">${say(locale, 'bar_head')}</span>`},
      {head: say(locale, 'head_part'), isNumber: true},
      {head: say(locale, 'head_before'), isNumber: true},
      {head: say(locale, 'head_after'), isNumber: true},
      {head: say(locale, 'head_share'), isNumber: true}
    ],
    [
      ...shown.map((part) => [
        memberName(context, dimension, part.member),
        ...drawn(part.within, part.is_within_real),
        ...countsOf(context, kpi, part),
        shareOf(part, part.is_mix_real)
      ]),
      ...(rest.length === 0
        ? []
        : [
            [
              say(locale, 'pareto_other', {count: rest.length}),
              ...drawn(
                total(rest, 'within'),
                rest.some(({is_within_real}) => is_within_real)
              ),
              '',
              '',
              ''
            ]
          ]),
      [
        say(locale, 'part_mix'),
        ...drawn(
          mix,
          parts.some(({is_mix_real}) => is_mix_real)
        ),
        '',
        '',
        ''
      ],
      [
        say(locale, 'head_sum'),
        '',
        signed(parts[0]!.change),
        ...countsOf(context, kpi, {
          count_before: total(parts, 'count_before'),
          total_before: before,
          count_after: total(parts, 'count_after'),
          total_after: after
        }),
        ''
      ]
    ],
    title,
    'change-table'
  );
}

/** The figure before and after, with what it was counted from. */
function countsOf(
  {locale}: AnalysisContext,
  kpi: AnalysisKpi,
  part: Pick<ChangePart, 'count_before' | 'total_before' | 'count_after' | 'total_after'>
): [Printable, Printable] {
  const print = (count: number, all: number) =>
    all === 0
      ? '—'
      : markup`${formatValue(count / all, kpi.unit, locale)} <span class="muted">${formatCount(count)}/${formatCount(all)}</span>`;
  return [print(part.count_before, part.total_before), print(part.count_after, part.total_after)];
}

function total<Name extends string>(parts: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return parts.reduce((sum, part) => sum + part[name], 0);
}

function printed(value: number): number {
  return Math.round(value * 1000) / 10;
}

function points(value: number): string {
  return formatNumber(printed(value), 1);
}

function signed(value: number): string {
  return printed(value) > 0 ? `+${points(value)}` : points(value);
}

function inPoints({locale}: AnalysisContext, value: number): string {
  return say(locale, 'in_points', {value: points(value)});
}
