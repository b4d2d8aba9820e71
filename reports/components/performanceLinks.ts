import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {periodName} from '../words/periodName.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';
import {linkTo} from './linkTo.ts';

/** Links from a page of cards to the periods before and after, to the report of this period, and to the list of all. */
export const performanceLinks = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const siblings = figures.performance.periods.filter(({grain}) => grain === period.grain);
  const index = siblings.findIndex(({id}) => id === period.id);
  const [previous, next] = [siblings[index - 1], siblings[index + 1]];
  const link = (target: string, text: string) => markup`<a href="${linkTo(report, target)}">${text}</a>`;
  const hasReport = figures.periods(period.grain).some(({id}) => id === period.id);
  return markup`<nav class="period-links" aria-label="${say(locale, 'all_performance')}">
${previous && link(`/performance/${previous.id}`, `‹ ${periodName(previous, locale)}`)}
${next && link(`/performance/${next.id}`, `${periodName(next, locale)} ›`)}
${hasReport ? link(`/leadership/${period.id}`, say(locale, 'page_leadership')) : undefined}
${link('/performance/', say(locale, 'all_performance'))}
</nav>`;
});
