import {dimensionHead} from '../../../reports/components/dimensions.ts';
import {say} from '../../../reports/words/locale.ts';
import type {SiteCard, SiteCardHead} from '../../publish/sitePerformance.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** The cards of a period: people by department and name, never by points. */
export function cardsInOrder(
  {report: {figures, period}}: ScorebookSource,
  dimension: SiteCard['dimension']
): SiteCard[] {
  const cards = [...figures.performance.cards(period, dimension)];
  // What is sorted by department stays in the order of names within it.
  return dimension === 'department' ? cards : cards.sort((a, b) => compare(a.department, b.department));
}

/** The head of a card for a figure. */
export function headOf({report: {figures}}: ScorebookSource, card: SiteCard, kpi: string): SiteCardHead | undefined {
  return figures.performance.heads(card).find((head) => head.kpi === kpi);
}

/** What a card is for: a department, or a person. */
export function unitHead({report}: ScorebookSource, dimension: string): string {
  return dimension === 'handler' ? say(report.locale, 'conduct_person') : dimensionHead(report, dimension);
}

/** The title of a figure. */
export function figureTitle({report: {figures, locale}}: ScorebookSource, kpi: string): string {
  return figures.kpi(kpi)?.title[locale] ?? kpi;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
