import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/** How many records sources say that they have, beside how many are here; nothing where no source tells. */
export function sourceCounts({figures, locale}: Report): Markup {
  const rows = figures.data.operations.sources.flatMap(({source, counts}) =>
    counts.map(({record, theirs, ours}) => [
      source,
      record,
      formatCount(theirs),
      formatCount(ours),
      ours === theirs ? say(locale, 'balanced') : markup`<strong class="worse">${signed(ours - theirs)}</strong>`
    ])
  );
  if (rows.length === 0) return markup``;
  return markup`<p>${say(locale, 'counts_sentence')}</p>
${table(
  [
    {head: say(locale, 'source')},
    {head: say(locale, 'record')},
    {head: say(locale, 'count_theirs'), isNumber: true},
    {head: say(locale, 'count_ours'), isNumber: true},
    {head: say(locale, 'count_difference'), isNumber: true}
  ],
  rows,
  say(locale, 'count_difference')
)}`;
}

function signed(count: number): string {
  return `${count < 0 ? '−' : '+'}${formatCount(Math.abs(count))}`;
}
