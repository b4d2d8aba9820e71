import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteCard, SiteCardHead} from '../../src/publish/sitePerformance.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {periodOf} from '../figures/period.ts';
import {describePoints, formatPoints, formatShared} from '../words/describeCard.ts';
import {formatCount, formatNumber, formatValue, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';
import {figureLink} from './figureLink.ts';
import {linkTo} from './linkTo.ts';
import {unitVerdict} from './unitVerdict.ts';

/** The heads of a card: figure, count and interval, the same with the cases allowed for, peers, verdict, how points are made, and what is read beside. */
export function cardTable(report: Report, card: SiteCard, name: string): Markup {
  const {figures, locale} = report;
  const heads = figures.performance.heads(card).flatMap((head) => {
    const kpi = figures.kpi(head.kpi);
    return kpi === undefined ? [] : [{head, kpi}];
  });
  const columns = [
    {head: say(locale, 'head_head')},
    {head: say(locale, 'head_actual'), isNumber: true},
    {head: say(locale, 'head_case_mix'), isNumber: true},
    {head: say(locale, 'head_peers'), isNumber: true},
    {head: say(locale, 'head_judged')},
    {head: say(locale, 'head_formula')},
    {head: say(locale, 'head_points'), isNumber: true}
  ];
  return markup`<div class="table card-heads" tabindex="0" role="group" aria-label="${say(locale, 'card_table', {name})}"><table>
<thead><tr>${columns.map(({head, isNumber}) => markup`<th scope="col" class="${isNumber ? 'number' : 'text'}">${head}</th>`)}</tr></thead>
<tbody>${heads.map(({head, kpi}) => headRows(report, card, head, kpi, columns.length))}</tbody></table></div>`;
}

function headRows(report: Report, card: SiteCard, head: SiteCardHead, kpi: SiteKpi, columns: number): Markup {
  const {locale} = report;
  const guards = guardTexts(report, card, kpi);
  const first = markup`<th scope="row" class="text">${figureLink(report, kpi)} <a class="evidence" href="${evidenceLink(report, card, head.kpi)}">${say(locale, 'card_evidence')}</a></th>`;
  const cells =
    head.value === null
      ? markup`<td class="number muted">${say(locale, 'card_cases', {total: formatShared(head.total)})}</td><td class="text muted" colspan="${columns - 2}">${say(locale, 'card_left_out', {minimum: formatCount(head.minimum)})}</td>`
      : markup`<td class="number">${formatValue(head.value, kpi.unit, locale)}<br><span class="small">${countsOf(report, head)}${interval(report, head, kpi)}</span></td>
<td class="number">${valueOr(head.adjusted, kpi, locale)}${head.shrunk === null ? undefined : markup`<br><span class="small">${say(locale, 'card_shrunk', {value: formatValue(head.shrunk, kpi.unit, locale)})}</span>`}</td>
<td class="number">${valueOr(head.centre, kpi, locale)}${limitLines(report, head, kpi)}</td>
<td class="text">${unitVerdict(report, head)}</td>
<td class="text">${describePoints(kpi, head, card.full_points, locale)}<br><span class="small">${say(locale, `basis_${head.basis ?? 'plain'}`)}</span></td>
<td class="number"><strong>${formatPoints(head.points ?? 0)}</strong></td>`;
  const beside =
    guards.length === 0 || head.value === null
      ? undefined
      : markup`<tr class="guards"><td colspan="${columns}">${say(locale, 'card_guards')}${locale === 'zh-CN' ? '：' : ': '}${guards.join(say(locale, 'semicolon'))}</td></tr>`;
  return markup`<tr class="${beside === undefined ? 'head' : 'head guarded'}">${first}${cells}</tr>${beside}\n`;
}

function countsOf({locale}: Report, {count, total, earlier_count: before, earlier_total: all}: SiteCardHead): Markup {
  const counts = say(locale, 'card_count', {count: formatShared(count), total: formatShared(total)});
  const isRuled = count !== before || total !== all;
  const earlier = isRuled
    ? say(locale, 'card_before_rulings', {
        counts: say(locale, 'card_count', {count: formatShared(before), total: formatShared(all)})
      })
    : undefined;
  return markup`${counts}${earlier && markup`<br>${earlier}`}`;
}

function interval({locale}: Report, {low, high}: SiteCardHead, kpi: SiteKpi): Markup | undefined {
  if (low === null || high === null) return undefined;
  const texts = {low: printValue(low, kpi.unit, locale).number, high: formatValue(high, kpi.unit, locale)};
  return markup`<br>${say(locale, 'interval', texts)}`;
}

/** The limits within which peers with so many cases lie. */
function limitLines({locale}: Report, head: SiteCardHead, kpi: SiteKpi): Markup[] {
  const lines = [
    {level: '95%', low: head.low95, high: head.high95},
    {level: '99.8%', low: head.low998, high: head.high998}
  ];
  return lines.flatMap(({level, low, high}) => {
    if (low === null || high === null) return [];
    const texts = {level, low: printValue(low, kpi.unit, locale).number, high: formatValue(high, kpi.unit, locale)};
    return [markup`<br><span class="small">${say(locale, 'card_limits', texts)}</span>`];
  });
}

function valueOr(value: number | null, kpi: SiteKpi, locale: Report['locale']): string {
  return value === null ? '—' : formatValue(value, kpi.unit, locale);
}

/** The figures that are read beside a head, of the unit and of all together. */
function guardTexts(report: Report, card: SiteCard, kpi: SiteKpi): string[] {
  const {figures, locale} = report;
  return kpi.guards.flatMap((id) => {
    const [guard, own, all] = [
      figures.kpi(id),
      figures.performance.guard(card, id, 'own'),
      figures.performance.guard(card, id, 'all')
    ];
    if (guard === undefined || all === undefined || guard.kind !== 'ratio') return [];
    const told = (row: typeof own) =>
      row?.value == null
        ? say(locale, 'too_few', {minimum: formatCount(guard.minimum)})
        : formatValue(row.value, guard.unit, locale);
    if (own === undefined) return [];
    return [say(locale, 'card_guard', {name: guard.title[locale], value: told(own), all: told(all)})];
  });
}

/** The page on which the cases of a head are listed. */
function evidenceLink(report: Report, {grain, period_start, dimension, member}: SiteCard, kpi: string): string {
  const query = new URLSearchParams({period: periodOf(grain, period_start).id, dimension, member, figure: kpi});
  return `${linkTo(report, '/performance/evidence')}?${query.toString()}`;
}

/** The figures of which these cards have heads. */
export function cardKpis({figures}: Report, cards: readonly SiteCard[]): SiteKpi[] {
  const ids = new Set(cards.flatMap((card) => figures.performance.heads(card).map(({kpi}) => kpi)));
  return [...ids].flatMap((id) => figures.kpi(id) ?? []);
}

/** A card's points, or why it has none. */
export function cardPoints({locale}: Report, card: SiteCard, leastWeight: number): string {
  if (card.points !== null) {
    return say(locale, 'card_of_full', {points: formatPoints(card.points), full: formatNumber(card.full_points, 2, 0)});
  }
  return say(locale, 'card_no_points', {weight: percent(card.counted_weight), least: percent(leastWeight)});
}

export function percent(share: number): string {
  return `${formatNumber(share * 100, 2, 0)}%`;
}
