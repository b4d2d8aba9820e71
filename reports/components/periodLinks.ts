import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {periodAround, type Period} from '../figures/period.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** Links to the reports before and after, to the quarter and year around, and to the list of all. */
export const periodLinks = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const siblings = figures.periods(period.grain);
  const index = siblings.findIndex(({id}) => id === period.id);
  const around = (['quarter', 'year'] as const)
    .filter((grain) => grain !== period.grain && period.grain !== 'year')
    .map((grain) => periodAround(period, grain))
    .filter(({grain, id}) => figures.periods(grain).some((each) => each.id === id));
  const previous = siblings[index - 1];
  const next = siblings[index + 1];
  return markup`<nav class="period-links" aria-label="${say(locale, 'all_reports')}">
${previous && link(report, previous, `‹ ${periodName(previous, locale)}`)}
${next && link(report, next, `${periodName(next, locale)} ›`)}
${around.map((each) => link(report, each, periodName(each, locale)))}
<a href="${linkTo(report, '/')}">${say(locale, 'all_reports')}</a>
</nav>`;
});

function link(report: Report, period: Period, text: string): Markup {
  return markup`<a href="${linkTo(report, `/leadership/${period.id}`)}">${text}</a>`;
}
