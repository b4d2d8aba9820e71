import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';

/** The line that names the run: its number, as of when, under which policy. */
export const runLine = defineComponent(z.strictObject({}), ({figures, locale}) => {
  const {run, policy} = figures.data;
  const parts = [
    say(locale, 'run', {id: run.id}),
    say(locale, 'as_of', {time: run.as_of}),
    say(locale, 'policy', {title: policy.title[locale]})
  ];
  return markup`<p class="period-line">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>`;
});
