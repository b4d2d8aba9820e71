import {z} from 'zod';
import type {CardDimension, SiteCard} from '../../src/publish/sitePerformance.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {byName} from '../figures/performanceRows.ts';
import type {Period} from '../figures/period.ts';
import {formatPoints} from '../words/describeCard.ts';
import {formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {appraisalRules} from './appraisalRules.ts';
import {cardKpis, cardPoints, cardTable} from './cardTable.ts';
import {defineComponent, type Report} from './component.ts';
import {departmentSlug} from './departmentSlug.ts';
import {dimensionHead, memberName} from './dimensions.ts';
import {linkTo} from './linkTo.ts';
import {unitVerdict} from './unitVerdict.ts';

/** Who signs a card on paper. */
const SIGNERS = ['sign_appraised', 'sign_appraiser', 'sign_date'] as const;

/** The cards of the departments with a table of all, or those of people by department: people are never set beside each other. */
export const scorecards = defineComponent(
  z.strictObject({dimension: z.enum(['department', 'handler'])}),
  (report, {dimension}) => {
    const {period, figures, locale} = report;
    const cards = period === undefined ? [] : figures.performance.cards(period, dimension);
    if (period === undefined || cards.length === 0) {
      return markup`<p>${say(locale, 'card_none', {unit: say(locale, `card_unit_${dimension}`)})}</p>`;
    }
    const told = cards.filter(({counted_heads}) => counted_heads > 0);
    if (dimension === 'department') {
      return markup`${overview(report, cards)}
${told.map((card) => cardOf(report, period, card, {isOpen: false}))}${underMinimum(report, cards)}`;
    }
    const departments = [...new Set(cards.map(({department}) => department))].sort(byName);
    return markup`${departments.map((department) => {
      const own = cards.filter((card) => card.department === department);
      return markup`<section class="staff"><h3>${memberName(report, 'department', department)}</h3>
${told.filter((card) => card.department === department).map((card) => cardOf(report, period, card, {isOpen: false}))}
${underMinimum(report, own)}</section>\n`;
    })}`;
  }
);

/** Every department with its points, in the order of their names. */
function overview(report: Report, cards: readonly SiteCard[]): Markup {
  const {figures, locale} = report;
  const kpis = cardKpis(report, cards);
  return table(
    [
      {head: dimensionHead(report, 'department')},
      {head: say(locale, 'card_points'), isNumber: true},
      ...kpis.map((kpi) => ({head: kpi.title[locale], isNumber: true}))
    ],
    cards.map((card) => {
      const heads = new Map(figures.performance.heads(card).map((head) => [head.kpi, head]));
      return [
        markup`<a href="${linkTo(report, `/performance/departments/${departmentSlug(card.member)}`)}">${memberName(report, 'department', card.member)}</a>`,
        card.points === null ? '—' : markup`<strong>${formatPoints(card.points)}</strong>`,
        ...kpis.map((kpi) => {
          const head = heads.get(kpi.id);
          if (head?.value == null) return markup`<span class="muted">${head === undefined ? '' : '—'}</span>`;
          const isTold = head.verdict === 'investigate' || head.verdict === 'look';
          return markup`${formatPoints(head.points ?? 0)}<br><span class="small">${formatValue(head.value, kpi.unit, locale)}${isTold ? markup`<br>${unitVerdict(report, head)}` : undefined}</span>`;
        })
      ];
    }),
    say(locale, 'card_overview'),
    'cards'
  );
}

/** One card behind a disclosure that tells its points. */
export function cardOf(report: Report, period: Period, card: SiteCard, {isOpen}: {isOpen: boolean}): Markup {
  const {figures, locale} = report;
  const name = nameOf(report, card.dimension, card.member);
  const rules = appraisalRules(report, period);
  const left = figures.performance
    .heads(card)
    .filter(({is_left_out}) => is_left_out)
    .flatMap(({kpi}) => figures.kpi(kpi)?.title[locale] ?? []);
  const role =
    card.role === '' ? undefined : markup`<p class="small">${say(locale, 'card_peers_of_role', {role: card.role})}</p>`;
  return markup`<details class="card" id="card-${card.dimension}-${departmentSlug(card.member)}"${isOpen ? markup` open` : undefined}>
<summary><span class="name">${name}</span> <span class="points">${cardPoints(report, card, rules?.appraisal.least_weight ?? 0)}</span></summary>
${cardTable(report, card, name)}
${left.length > 0 ? markup`<p class="small">${say(locale, 'card_heads_left', {names: left.join(say(locale, 'comma'))})}</p>` : undefined}
${role}<p class="signature">${SIGNERS.map((word) => markup`<span>${say(locale, word)}</span>`)}</p></details>
`;
}

/** Those of whom nothing can be told are named, so that nobody wonders where they are. */
function underMinimum(report: Report, cards: readonly SiteCard[]): Markup | undefined {
  const {locale} = report;
  const names = cards
    .filter(({counted_heads}) => counted_heads === 0)
    .map(({dimension, member}) => nameOf(report, dimension, member));
  if (names.length === 0) return undefined;
  return markup`<p class="muted">${say(locale, 'card_under_minimum', {names: names.join(say(locale, 'comma'))})}</p>`;
}

function nameOf(report: Report, dimension: CardDimension, member: string): string {
  return dimension === 'department' ? memberName(report, 'department', member) : member;
}
