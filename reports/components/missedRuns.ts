import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';

/** The scheduled times at which no run was made, the last one first. */
export const missedRuns = defineComponent(z.strictObject({}), ({figures, locale}) => {
  const {missed} = figures.data.operations;
  if (missed.length === 0) return markup`<p class="muted">${say(locale, 'no_missed_runs')}</p>`;
  const times = missed.join(say(locale, 'comma'));
  return markup`<p>${say(locale, 'missed_runs', {count: formatCount(missed.length), times})}</p>`;
});
