import {z} from 'zod';
import {markup, type Printable} from '../drawing/markup.ts';
import {isOver, type Period} from '../figures/period.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The line under a report's title: as of when, and whether the period is over. */
export const periodLine = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  const {run, policy} = figures.data;
  const parts: Printable[] = [say(locale, 'as_of', {time: run.as_of})];
  if (period !== undefined) parts.push(say(locale, isOver(period, run.as_of) ? 'period_over' : 'period_open'));
  if (period !== undefined) parts.push(...signedOff(report, period));
  parts.push(say(locale, 'policy', {title: policy.title[locale]}));
  return markup`<p class="period-line">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>`;
});

/** Whether the figures of a period were signed off, and whether data have changed since, with the way to what would differ. */
function signedOff(report: Report, period: Period): Printable[] {
  const {figures, locale} = report;
  const edition = figures.performance.editions(period).at(-1);
  if (edition === undefined) return [];
  const link = (text: string) => markup`<a href="${linkTo(report, `/performance/${period.id}`)}#editions">${text}</a>`;
  const told = say(locale, 'report_frozen', {at: edition.frozen_at.slice(0, 10), number: formatCount(edition.number)});
  return [link(told), ...(figures.performance.isRestated(period) ? [link(say(locale, 'report_restated'))] : [])];
}
