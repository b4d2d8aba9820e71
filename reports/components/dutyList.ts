import {z} from 'zod';
import type {Policy} from '../../pipelines/policies/schema.ts';
import type {SiteDuty} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {STATE_SHAPES, STATE_TONES} from '../figures/dutyStates.ts';
import {memberDimensions} from '../figures/memberDimensions.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {dimensionName} from './dimensions.ts';
import {dutyFigure} from './dutyFigure.ts';
import {joined} from './joined.ts';
import {linkTo} from './linkTo.ts';

type Duty = Policy['duties'][number];

/** Each clause of the policy in its order: its rule, whether it is kept, its figures, and the pages on which it is kept. */
export const dutyList = defineComponent(z.strictObject({}), (report) => {
  const {duties, policy} = report.figures.data;
  if (duties.length === 0) return markup`<p class="muted">${say(report.locale, 'duties_none')}</p>`;
  return markup`${duties.flatMap((state) => {
    const duty = policy.duties[state.position - 1];
    return duty === undefined ? [] : [dutySection(report, duty, state)];
  })}`;
});

function dutySection(report: Report, duty: Duty, {position, state}: SiteDuty): Markup {
  const {figures, locale} = report;
  const lines = figures.data.duty_figures.filter((each) => each.position === position);
  const why = duty.unmeasured?.[locale];
  return markup`<section class="duty" id="duty-${position}">
<h3><span class="clause" title="${say(locale, 'clause_of', {clause: duty.clause})}">${duty.clause}</span> <span class="rule">${duty.rule[locale]}</span>
<span class="word ${STATE_TONES[state]}">${STATE_SHAPES[state]} ${say(locale, `state_${state}`)}</span></h3>
${why && markup`<p class="small">${why}</p>`}
${lines.length > 0 ? markup`<ul class="duty-figures">${lines.map((line) => dutyFigure(report, line, duty.by))}</ul>` : undefined}
${pageLinks(report, duty)}
${missingDimensions(report, duty)}
</section>
`;
}

/** The pages on which a clause is kept, of the latest month. */
function pageLinks(report: Report, {pages}: Duty): Markup | undefined {
  const {figures, locale} = report;
  if (pages.length === 0) return undefined;
  const month = figures.latestMonth();
  const links = pages.map((page): Printable => {
    const name = say(locale, `page_${page}`);
    if (page === 'definitions') return markup`<a href="${linkTo(report, '/operations/definitions')}">${name}</a>`;
    if (page === 'performance') return markup`<a href="${linkTo(report, '/performance/')}">${name}</a>`;
    if (month === undefined) return name;
    const folder = page === 'leadership' ? '/leadership' : `/operations/${page}`;
    return markup`<a href="${linkTo(report, `${folder}/${month.id}`)}">${name} ${periodName(month, locale)}</a>`;
  });
  return markup`<p class="small pages">${say(locale, 'kept_on')}${colon(report)}${joined(links, say(locale, 'comma'))}</p>`;
}

/** The dimensions by which the clause asks for its figures, but none of them can be told apart. */
function missingDimensions(report: Report, duty: Duty): Markup | undefined {
  const {figures, locale} = report;
  const told = new Set(
    duty.figures.flatMap((kpi) => {
      const period = figures.latest(kpi);
      return period === undefined ? [] : memberDimensions(figures, kpi, period);
    })
  );
  const missing = duty.by.filter((dimension) => !told.has(dimension));
  if (missing.length === 0) return undefined;
  const names = missing.map((dimension) => dimensionName(report, dimension)).join(say(locale, 'comma'));
  return markup`<p class="small">${say(locale, 'by_without_data', {names})}</p>`;
}

function colon({locale}: Report): string {
  return locale === 'zh-CN' ? '：' : ': ';
}
