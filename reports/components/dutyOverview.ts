import {z} from 'zod';
import type {SiteDuty} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {DUTY_STATES, STATE_SHAPES, STATE_TONES} from '../figures/dutyStates.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import {periodOf} from '../figures/period.ts';
import {describeFigure, describeTarget} from '../words/describeFigure.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** How many clauses of the policy are kept and missed, and those that are missed, with what they missed. */
export const dutyOverview = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const {duties, duty_states: states, policy} = figures.data;
  if (duties.length === 0) return markup``;
  const count = (state: SiteDuty['state']) => states.find((each) => each.state === state)?.clauses ?? 0;
  const missed = duties.filter(({state}) => state === 'missed');
  return markup`<p>${say(locale, 'duties_count', {policy: policy.title[locale], count: formatCount(duties.length)})}</p>
<ul class="states">${DUTY_STATES.map(
    (state) =>
      markup`<li class="${STATE_TONES[state]}"><span class="count">${formatCount(count(state))}</span> <span class="word">${STATE_SHAPES[state]} ${say(locale, `state_${state}`)}</span></li>\n`
  )}</ul>
<section class="findings" id="missed"><h2>${say(locale, 'missed_duties')}</h2>
${
  missed.length === 0
    ? markup`<p>${say(locale, 'missed_none')}</p>`
    : markup`<ul>${missed.map((duty) => missedEntry(report, duty))}</ul>`
}
</section>`;
});

function missedEntry(report: Report, {position}: SiteDuty): Markup {
  const {figures, locale} = report;
  const duty = figures.data.policy.duties[position - 1];
  if (duty === undefined) return markup``;
  const told = figures.data.duty_figures
    .filter((each) => each.position === position && each.verdict === 'missed')
    .map(({kpi, grain, period_start}) =>
      missedFigure(report, kpi, grain && period_start && periodOf(grain, period_start))
    );
  return markup`<li><a href="#duty-${position}"><span class="clause">${duty.clause}</span> ${duty.rule[locale]}</a>
${told.map((line) => markup`<p class="small">${line}</p>`)}</li>
`;
}

function missedFigure({figures, locale}: Report, id: string, period: ReturnType<typeof periodOf> | '' | null): string {
  const kpi = figures.kpi(id);
  if (kpi === undefined || !period) return id;
  const figure = figures.find(id, period);
  const verdict = judgeTarget(kpi, figure);
  const told = `${kpi.title[locale]} ${describeFigure(kpi, figure, locale)}`;
  return verdict === undefined ? told : told + say(locale, 'clause_comma') + describeTarget(kpi, verdict, locale);
}
