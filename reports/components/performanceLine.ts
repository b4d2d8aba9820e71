import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {isOver} from '../figures/period.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';

/** The line under the title of a page of cards: as of when, and how far they are signed off. */
export const performanceLine = defineComponent(z.strictObject({}), ({period, figures, locale}) => {
  if (period === undefined) return markup``;
  const {run, policy} = figures.data;
  const {performance} = figures;
  const edition = performance.editions(period).at(-1);
  const open = performance.ledger(period).filter(({state}) => state === 'open').length;
  const state = edition
    ? say(locale, 'state_frozen', {
        number: formatCount(edition.number),
        by: edition.by ?? say(locale, 'edition_unsigned'),
        at: edition.frozen_at
      })
    : say(locale, isOver(period, run.as_of) ? 'state_draft' : 'state_open_period');
  const parts = [
    say(locale, 'as_of', {time: run.as_of}),
    markup`<strong>${state}</strong>`,
    open > 0 ? markup`<a href="#ledger">${say(locale, 'state_objections', {count: open})}</a>` : undefined,
    performance.isRestated(period) ? markup`<a href="#editions">${say(locale, 'state_restated')}</a>` : undefined,
    say(locale, 'policy', {title: policy.title[locale]})
  ].filter((part) => part !== undefined);
  return markup`<p class="period-line">${parts.map((part) => markup`<span class="part">${part}</span> `)}</p>`;
});
