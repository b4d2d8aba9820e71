import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {isOver, type Period} from '../figures/period.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {departmentSlug} from './departmentSlug.ts';
import {memberName} from './dimensions.ts';
import {linkTo} from './linkTo.ts';

/** The periods that have cards, the latest first, and the departments with a page of their own. */
export const performanceList = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const {periods, departments} = figures.performance;
  if (periods.length === 0) return markup`<p class="muted">${say(locale, 'performance_none')}</p>`;
  const grains = (['year', 'quarter', 'month'] as const).map((grain) =>
    periods.filter((period) => period.grain === grain).toReversed()
  );
  return markup`<section><h2 id="periods">${say(locale, 'performance_periods')}</h2>
${grains.filter((some) => some.length > 0).map((some) => markup`<p class="choices">${some.map((period) => link(report, period))}</p>\n`)}</section>
<section><h2 id="departments">${say(locale, 'performance_departments')}</h2>
<p class="choices">${departments.map(
    (name) =>
      markup`<a href="${linkTo(report, `/performance/departments/${departmentSlug(name)}`)}">${memberName(report, 'department', name)}</a> `
  )}</p></section>`;
});

function link(report: Report, period: Period): Markup {
  const {figures, locale} = report;
  const isFrozen = figures.performance.editions(period).length > 0;
  const mark = isFrozen ? 'frozen' : isOver(period, figures.data.run.as_of) ? undefined : 'unfinished';
  return markup`<a href="${linkTo(report, `/performance/${period.id}`)}">${periodName(period, locale)}${
    mark && markup` <span class="mark">${say(locale, mark)}</span>`
  }</a> `;
}
