import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {periodAround, type Period} from '../figures/period.ts';
import {say, type Word} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The pages that a period has; the register goes by months alone. */
const FOLDERS: {folder: string; word: Word; isMonthly: boolean}[] = [
  {folder: '/leadership', word: 'page_leadership', isMonthly: false},
  {folder: '/operations/summary', word: 'page_summary', isMonthly: false},
  {folder: '/operations/register', word: 'page_register', isMonthly: true}
];

/**
 * Links to the same page of the periods before and after and of the quarter and year around, to the other pages of this
 * period, and to the list of all.
 */
export const periodLinks = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const here = FOLDERS.find(({folder}) => report.page.startsWith(`${folder}/`)) ?? FOLDERS[0]!;
  const siblings = figures.periods(period.grain);
  const index = siblings.findIndex(({id}) => id === period.id);
  const around = (['quarter', 'year'] as const)
    .filter((grain) => !here.isMonthly && grain !== period.grain && period.grain !== 'year')
    .map((grain) => periodAround(period, grain))
    .filter(({grain, id}) => figures.periods(grain).some((each) => each.id === id));
  const hasCards = figures.performance.periods.some(({id}) => id === period.id);
  const previous = siblings[index - 1];
  const next = siblings[index + 1];
  const others = FOLDERS.filter((each) => each !== here && (!each.isMonthly || period.grain === 'month'));
  const link = (target: Period, text: string) => linkOf(report, `${here.folder}/${target.id}`, text);
  return markup`<nav class="period-links" aria-label="${say(locale, 'all_reports')}">
${previous && link(previous, `‹ ${periodName(previous, locale)}`)}
${next && link(next, `${periodName(next, locale)} ›`)}
${around.map((each) => link(each, periodName(each, locale)))}
${others.map(({folder, word}) => linkOf(report, `${folder}/${period.id}`, say(locale, word)))}
${hasCards ? linkOf(report, `/performance/${period.id}`, say(locale, 'page_performance')) : undefined}
${linkOf(report, '/', say(locale, 'all_reports'))}
</nav>`;
});

function linkOf(report: Report, target: string, text: string): Markup {
  return markup`<a href="${linkTo(report, target)}">${text}</a>`;
}
