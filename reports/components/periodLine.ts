import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {isOver} from '../figures/period.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';

/** The line under a report's title: as of when, and whether the period is over. */
export const periodLine = defineComponent(z.strictObject({}), ({period, figures, locale}) => {
  const {run, policy} = figures.data;
  const parts = [say(locale, 'as_of', {time: run.as_of})];
  if (period !== undefined) parts.push(say(locale, isOver(period, run.as_of) ? 'period_over' : 'period_open'));
  parts.push(say(locale, 'policy', {title: policy.title[locale]}));
  return markup`<p class="period-line">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>`;
});
