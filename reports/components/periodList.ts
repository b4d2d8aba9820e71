import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {isOver, type Period} from '../figures/period.ts';
import {say} from '../words/locale.ts';
import {periodName, reportName, shortPeriodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The latest report in large, then every report by year, the newest year first. */
export const periodList = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale, period} = report;
  if (period === undefined) return markup`<p class="muted">${say(locale, 'no_period')}</p>`;
  const years = [
    ...new Set(figures.periods('month').concat(figures.periods('quarter'), figures.periods('year')).map(yearOf))
  ];
  const isChinese = locale === 'zh-CN';
  const latest = isChinese
    ? periodName(period, locale) + reportName(period, locale)
    : `${reportName(period, locale)}, ${periodName(period, locale)}`;
  return markup`<p class="latest"><span class="muted">${say(locale, 'latest_report')}</span>
<a href="${linkTo(report, '/leadership/')}">${latest} ›</a></p>
<div class="years">${years
    .sort()
    .reverse()
    .map((year) => yearSection(report, year))}</div>`;
});

function yearSection(report: Report, year: string): Markup {
  const {figures, locale} = report;
  const links = (grain: Period['grain']) =>
    figures
      .periods(grain)
      .filter((each) => yearOf(each) === year)
      .map((each) => link(report, each));
  const whole = links('year');
  return markup`<section class="year"><h2>${year}</h2><dl>
<dt>${say(locale, 'months')}</dt><dd>${links('month')}</dd>
<dt>${say(locale, 'quarters')}</dt><dd>${links('quarter')}</dd>
${whole.length > 0 ? markup`<dt>${say(locale, 'whole_year')}</dt><dd>${whole}</dd>` : undefined}
</dl></section>
`;
}

function link(report: Report, period: Period): Markup {
  const {figures, locale} = report;
  const open = isOver(period, figures.data.run.as_of)
    ? undefined
    : markup` <span class="mark">${say(locale, 'unfinished')}</span>`;
  return markup`<a href="${linkTo(report, `/leadership/${period.id}`)}">${shortPeriodName(period, locale)}${open}</a> `;
}

function yearOf({start}: Period): string {
  return start.slice(0, 4);
}
