import {dotInterval, scaleEnds} from '../../drawing/dotInterval.ts';
import {markup, type Markup, type Printable} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount} from '../../words/formatValue.ts';
import {say, type Word} from '../../words/locale.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import {monthName} from '../../words/describeSeries.ts';
import {figureBlock} from '../figureBlock.ts';
import {formatExpected, heatTable} from '../heatTable.ts';
import {readSpots, type HotSpots, type Spot} from '../hotSpots.ts';
import {formatQ, formatRatio, ratioSpan} from '../../words/ratioText.ts';
import {PLACES} from '../spotPlaces.ts';
import {startView} from '../startView.ts';
import {toElement} from '../toNodes.ts';

/** How many places a sentence names. */
const NAMED = 4;
/** The widest scale of ratios: from its inverse to it. */
const WIDEST = 8;

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: async (context, store) => {
    const kinds = (await store.table('hot_spots'))?.texts('kind').members ?? [];
    const options = Object.keys(PLACES)
      .filter((kind) => kinds.includes(kind))
      .map((kind) => ({value: kind, label: placeTitle(context, kind)}));
    const initial = options.find(({value}) => value === context.settings['place']) ?? options[0];
    return [{name: 'place', label: say(context.locale, 'choose_place'), options, initial: initial?.value ?? ''}];
  },
  draw: async ({context, store, filters, chosen}) => {
    const {locale} = context;
    const kind = chosen('place');
    const muted = (sentence: string) => [markup`<p class="muted">${sentence}</p>`];
    if (kind === '') return muted(say(locale, 'analysis_empty'));
    const found = await readSpots(context, store, kind, filters);
    if (found === undefined || found.total === 0) return muted(say(locale, 'analysis_empty'));
    if (found.spots.length === 0) return muted(say(locale, 'spots_no_before', spans(context, found)));
    const isPair = PLACES[kind]!.length === 2;
    const list = spotTable(context, kind, found.spots);
    return [
      figureBlock({
        title: titleOf(context, kind, found.spots),
        chart: toElement(
          isPair
            ? heatTable(found.spots, {
                label: placeTitle(context, kind),
                corner: kind === 'weekday_hour' ? say(locale, 'corner_hour') : '',
                first: (member) => partName(context, PLACES[kind]![0], member),
                second: (member) =>
                  kind === 'weekday_hour' ? String(Number(member)) : partName(context, PLACES[kind]![1]!, member),
                tell: (spot) => tell(context, kind, spot)
              })
            : dotTable(context, kind, found.spots)
        ),
        sentence: readingOf(context, kind, found.spots),
        rule: say(locale, isPair ? 'spots_rule_pair' : 'spots_rule_single', {
          ...spans(context, found),
          total: formatCount(found.total),
          tested: found.spots[0]!.tested,
          act: found.settings.act,
          least: found.settings.least_expected
        }),
        table: isPair ? {label: say(locale, 'table'), content: list} : undefined
      })
    ];
  }
});

function spans({locale}: AnalysisContext, {span, before}: HotSpots) {
  return {
    from: monthName(span[0], locale),
    to: monthName(span[1], locale),
    before_from: monthName(before[0], locale),
    before_to: monthName(before[1], locale)
  };
}

function placeTitle({locale, dimensions}: AnalysisContext, kind: string): string {
  if (kind === 'weekday_hour') return say(locale, 'place_weekday_hour');
  const [first, second] = PLACES[kind]!.map((name) => dimensions[name]?.[locale] ?? name);
  return second === undefined ? first! : say(locale, 'place_pair', {first: first!, second});
}

function partName(context: AnalysisContext, dimension: string, member: string): string {
  if (dimension === 'weekday') return say(context.locale, `weekday_${member}` as Word);
  if (dimension === 'hour') return say(context.locale, 'hour_of', {hour: Number(member)});
  return memberName(context, dimension, member);
}

function spotName(context: AnalysisContext, kind: string, {first_member, second_member}: Spot): string {
  const [first, second] = PLACES[kind]!;
  const name = partName(context, first, first_member);
  return second === undefined ? name : `${name} × ${partName(context, second, second_member ?? '')}`;
}

function tell(context: AnalysisContext, kind: string, spot: Spot): string {
  return say(context.locale, 'spot_found', {
    name: spotName(context, kind, spot),
    observed: formatCount(spot.observed),
    expected: formatExpected(spot.expected)
  });
}

/** The places that stand out, the surest first. */
function found(spots: readonly Spot[], verdict: Spot['verdict']): Spot[] {
  return spots.filter((spot) => spot.verdict === verdict).sort((a, b) => a.q! - b.q! || b.observed - a.observed);
}

function titleOf(context: AnalysisContext, kind: string, spots: readonly Spot[]): string {
  const acting = found(spots, 'act');
  const place = placeTitle(context, kind);
  const [first] = acting;
  if (first === undefined) return say(context.locale, 'spots_title_none', {place});
  const told = {place, count: acting.length, first: tell(context, kind, first)};
  return say(context.locale, acting.length === 1 ? 'spots_title_one' : 'spots_title', told);
}

function readingOf(context: AnalysisContext, kind: string, spots: readonly Spot[]): string {
  const {locale} = context;
  const tested = spots[0]!.tested;
  if (tested === 0) return say(locale, 'spots_untested');
  const acting = found(spots, 'act');
  const names = (list: readonly Spot[]) =>
    list.length === 0
      ? say(locale, 'nobody')
      : list
          .slice(0, NAMED)
          .map((spot) => tell(context, kind, spot))
          .join(say(locale, 'comma')) + (list.length > NAMED ? '…' : '');
  const looking = found(spots, 'look');
  return [
    acting.length === 0 && looking.length === 0
      ? say(locale, 'spots_reading_none', {tested})
      : say(locale, 'spots_reading', {
          tested,
          more: names(acting.filter(({observed, expected}) => observed >= expected)),
          fewer: names(acting.filter(({observed, expected}) => observed < expected))
        }),
    ...(looking.length > 0 ? [say(locale, 'spots_look', {names: names(looking)})] : [])
  ].join(locale === 'zh-CN' ? '' : ' ');
}

function verdictOf({locale}: AnalysisContext, {verdict, observed, expected}: Spot): Markup {
  const isTold = verdict === 'act' || verdict === 'look';
  const side = observed >= expected ? 'more' : 'fewer';
  const word: Word = isTold ? `spot_${verdict}_${side}` : `cause_${verdict}`;
  const kind = isTold ? `verdict ${side === 'more' ? 'worse' : 'better'}` : 'verdict muted';
  return markup`<span class="${kind}">${say(locale, word)}</span>`;
}

function bySurety(spots: readonly Spot[]): Spot[] {
  return spots.toSorted((a, b) => (a.q ?? 2) - (b.q ?? 2) || b.observed - a.observed);
}

function cells(context: AnalysisContext, spot: Spot): Printable[] {
  return [
    formatCount(spot.observed),
    formatExpected(spot.expected),
    ratioSpan(spot.ratio, spot.low, spot.high),
    spot.q === null ? '—' : formatQ(spot.q, context.locale),
    verdictOf(context, spot)
  ];
}

function heads({locale}: AnalysisContext) {
  return [
    {head: say(locale, 'head_observed'), isNumber: true},
    {head: say(locale, 'head_expected'), isNumber: true},
    {head: say(locale, 'head_ratio'), isNumber: true},
    {head: say(locale, 'head_q'), isNumber: true},
    {head: say(locale, 'head_verdict')}
  ];
}

function spotTable(context: AnalysisContext, kind: string, spots: readonly Spot[]): Markup {
  const head = say(context.locale, 'head_place');
  return table(
    [{head}, ...heads(context)],
    bySurety(spots).map((spot) => [spotName(context, kind, spot), ...cells(context, spot)]),
    placeTitle(context, kind)
  );
}

/** Places of one dimension as dots with their intervals, on a scale of ratios. */
function dotTable(context: AnalysisContext, kind: string, spots: readonly Spot[]): Markup {
  const {locale} = context;
  const ends = spots.flatMap(({low, high, ratio}) => [low, high, ratio]).filter((value) => value !== null && value > 0);
  const reach = Math.min(WIDEST, Math.max(2, ...ends.map((value) => Math.max(value!, 1 / value!))));
  const scale = {low: -Math.log(reach), high: Math.log(reach)};
  const at = (ratio: number) => Math.max(scale.low, Math.min(scale.high, Math.log(ratio)));
  const end = (ratio: number) => say(locale, 'times_ticks', {ratio: formatRatio(ratio)});
  const dots = ({ratio, low, high}: Spot) =>
    ratio === null
      ? undefined
      : dotInterval({value: at(ratio), low: low === null ? null : at(low), high: at(high ?? reach)}, scale, 0);
  const title = placeTitle(context, kind);
  return table(
    [{head: title}, {head: scaleEnds({low: end(1 / reach), high: end(reach)})}, ...heads(context)],
    bySurety(spots).map((spot) => [spotName(context, kind, spot), dots(spot), ...cells(context, spot)]),
    title
  );
}
