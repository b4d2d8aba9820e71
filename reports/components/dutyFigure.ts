import type {SiteDutyFigure, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {isPublished} from '../figures/compareFigures.ts';
import {STATE_SHAPES, STATE_TONES} from '../figures/dutyStates.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import {memberDimensions} from '../figures/memberDimensions.ts';
import {periodOf, type Period} from '../figures/period.ts';
import {formatCounts, formatTarget, formatValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import type {Report} from './component.ts';
import {dimensionName} from './dimensions.ts';
import {figureLink} from './figureLink.ts';
import {joined} from './joined.ts';
import {linkTo} from './linkTo.ts';

/** One figure that measures a clause: value, counts, period, target and verdict, or why there is no value. */
export function dutyFigure(report: Report, line: SiteDutyFigure, by: readonly string[]): Markup {
  const {figures, locale} = report;
  const kpi = figures.kpi(line.kpi);
  if (kpi === undefined) return markup``;
  const period = line.grain && line.period_start ? periodOf(line.grain, line.period_start) : undefined;
  const figure = period && figures.find(kpi.id, period);
  const name = markup`<span class="name">${figureLink(report, kpi)}</span>`;
  if (period === undefined || !isPublished(figure)) {
    const why = line.reason === null ? undefined : say(locale, `why_${line.reason}`);
    return markup`<li>${name} <span class="why">${STATE_SHAPES.not_measurable} ${why}</span></li>\n`;
  }
  const mark = figure.is_provisional ? markup` <span class="mark">${say(locale, 'provisional')}</span>` : undefined;
  const counts = formatCounts(kpi, figure, locale);
  return markup`<li>${name}
<span class="value"><span class="figure">${formatValue(figure.value, kpi.unit, locale)}</span>${mark} ${counts && markup`<span class="counts">${counts}</span>`}</span>
<span class="when">${periodName(period, locale)}</span>
${verdict(report, kpi, line)}
${dimensionLinks(report, kpi, period, by)}</li>
`;

  function verdict({locale}: Report, {unit}: SiteKpi, {verdict: state}: SiteDutyFigure): Markup {
    if ((state !== 'kept' && state !== 'missed') || !isPublished(figure) || figure.target === null) {
      return markup`<span class="verdict muted">${say(locale, 'no_target')}</span>`;
    }
    const target = say(locale, 'target', {target: formatTarget(figure.target, unit, locale)});
    const isClose = kpi !== undefined && judgeTarget(kpi, figure)?.isClose === true;
    const close =
      isClose && state === 'missed' ? markup` <span class="close">${say(locale, 'close')}</span>` : undefined;
    return markup`<span class="verdict">${target} <span class="word ${STATE_TONES[state]}">${STATE_SHAPES[state]} ${say(locale, `verdict_${state}`)}</span>${close}</span>`;
  }
}

/** Links to the parts of the figure's page that tell it by the dimensions the clause asks for. */
function dimensionLinks(report: Report, kpi: SiteKpi, period: Period, by: readonly string[]): Markup | undefined {
  const {figures, locale} = report;
  const path = figures.pageOf(kpi);
  const told = memberDimensions(figures, kpi.id, period).filter((dimension) => by.includes(dimension));
  if (path === undefined || told.length === 0) return undefined;
  const links = told.map(
    (dimension) => markup`<a href="${linkTo(report, path)}#by-${dimension}">${dimensionName(report, dimension)}</a>`
  );
  return markup`<span class="by">${say(locale, 'by')} ${joined(links, say(locale, 'comma'))}</span>`;
}
