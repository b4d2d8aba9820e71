import {z} from 'zod';
import type {SiteCard} from '../../src/publish/sitePerformance.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {isOver, periodOf} from '../figures/period.ts';
import {formatPoints} from '../words/describeCard.ts';
import {formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {cardKpis} from './cardTable.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';
import {unitVerdict} from './unitVerdict.ts';
import {cardOf} from './scorecards.ts';

/** The page of a department: its latest card of each kind of period, and all its cards one under the other. */
export const departmentCard = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale, department} = report;
  if (department === undefined) return markup``;
  const cards = figures.performance.cardsOf('department', department);
  const back = markup`<nav class="period-links" aria-label="${say(locale, 'all_performance')}"><a href="${linkTo(report, '/performance/')}">${say(locale, 'all_performance')}</a></nav>`;
  return markup`${back}${(['quarter', 'year', 'month'] as const).map((grain) =>
    grainSection(
      report,
      cards.filter((card) => card.grain === grain)
    )
  )}`;
});

function grainSection(report: Report, cards: readonly SiteCard[]): Markup | undefined {
  const {figures, locale} = report;
  const periods = cards.map((card) => ({card, period: periodOf(card.grain, card.period_start)}));
  const latest = periods.findLast(({period}) => isOver(period, figures.data.run.as_of)) ?? periods.at(-1);
  if (latest === undefined) return undefined;
  const kpis = cardKpis(report, cards);
  const rows = periods.toReversed().map(({card, period}) => {
    const heads = new Map(figures.performance.heads(card).map((head) => [head.kpi, head]));
    return [
      markup`<a href="${linkTo(report, `/performance/${period.id}`)}">${periodName(period, locale)}</a>`,
      card.points === null ? '—' : markup`<strong>${formatPoints(card.points)}</strong>`,
      ...kpis.map((kpi) => {
        const head = heads.get(kpi.id);
        if (head?.value == null) return markup`<span class="muted">—</span>`;
        const isTold = head.verdict === 'investigate' || head.verdict === 'look';
        return markup`${formatValue(head.value, kpi.unit, locale)}${isTold ? markup`<br><span class="small">${unitVerdict(report, head)}</span>` : undefined}`;
      })
    ];
  });
  return markup`<section><h2>${periodName(latest.period, locale)}</h2>
${cardOf(report, latest.period, latest.card, {isOpen: true})}
${table(
  [
    {head: say(locale, 'evidence_period')},
    {head: say(locale, 'card_points'), isNumber: true},
    ...kpis.map((kpi) => ({head: kpi.title[locale], isNumber: true}))
  ],
  rows,
  say(locale, 'performance_periods'),
  'cards'
)}</section>`;
}
