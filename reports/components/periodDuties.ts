import {z} from 'zod';
import type {SiteDutyPeriod} from '../../src/publish/siteReport.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {STATE_SHAPES} from '../figures/dutyStates.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import type {Period} from '../figures/period.ts';
import {describeFigure, describeTarget} from '../words/describeFigure.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** Which clauses of the policy were kept and missed in the period, those first that were missed beyond chance. */
export const periodDuties = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  const {duties, policy} = figures.data;
  if (period === undefined || duties.length === 0)
    return markup`<p class="muted" id="duties">${say(locale, 'duties_none')}</p>`;
  const rows = figures.report.duties(period);
  const positions = [...new Set(rows.map(({position}) => position))];
  const missed = positions.filter((position) => isMissed(rows, position));
  const sure = missed.filter((position) => isMissed(rows, position, true));
  const kept = positions.filter(
    (position) => !missed.includes(position) && rows.some((row) => row.position === position && row.verdict === 'kept')
  );
  const told = say(locale, 'period_duties', {
    policy: policy.title[locale],
    count: formatCount(duties.length),
    measured: formatCount(positions.length),
    kept: formatCount(kept.length),
    missed: formatCount(missed.length),
    sure: formatCount(sure.length)
  });
  const ordered = [...sure, ...missed.filter((position) => !sure.includes(position))];
  return markup`<div id="duties"><p>${told}</p>
${ordered.length > 0 ? markup`<ul class="missed">${ordered.map((position) => entry(report, period, position, rows))}</ul>` : undefined}
<p class="small"><a href="${linkTo(report, '/operations/policy')}">${say(locale, 'period_duties_all')} ›</a></p></div>`;
});

function isMissed(rows: readonly SiteDutyPeriod[], wanted: number, isSure = false): boolean {
  return rows.some(
    ({position, verdict, is_sure}) => position === wanted && verdict === 'missed' && (is_sure || !isSure)
  );
}

function entry(report: Report, period: Period, wanted: number, rows: readonly SiteDutyPeriod[]): Markup {
  const {figures, locale} = report;
  const duty = figures.data.policy.duties[wanted - 1]!;
  const figuresMissed = rows
    .filter(({position, verdict}) => position === wanted && verdict === 'missed')
    .flatMap(({kpi: id}) => {
      const kpi = figures.kpi(id);
      if (kpi === undefined) return [];
      const figure = figures.find(id, period);
      const verdict = judgeTarget(kpi, figure);
      const target = verdict ? say(locale, 'clause_comma') + describeTarget(kpi, verdict, locale) : '';
      return [`${kpi.title[locale]} ${describeFigure(kpi, figure, locale)}${target}`];
    });
  return markup`<li><span class="word worse">${STATE_SHAPES.missed}</span> <span class="clause">${duty.clause}</span> ${duty.rule[locale]}
<span class="small">${figuresMissed.join(say(locale, 'semicolon'))}</span></li>
`;
}
