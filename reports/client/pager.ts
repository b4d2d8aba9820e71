import {markup, type Markup} from '../drawing/markup.ts';
import {formatCount} from '../words/formatValue.ts';
import {say, type Word} from '../words/locale.ts';
import type {ViewState} from './startView.ts';
import {toElement} from './toNodes.ts';

/** The page of a list that the address names, from 0; the last one where there are not so many. */
export function pageOf(chosen: ViewState['chosen'], count: number, size: number): number {
  const last = Math.max(0, Math.ceil(count / size) - 1);
  const asked = Number.parseInt(chosen('page'), 10);
  return Math.min(last, Math.max(0, Number.isNaN(asked) ? 0 : asked - 1));
}

/**
 * The ways to the page before and after; nothing where there is one page only.
 *
 * @param word says which of the list are shown: `{from}`, `{to}`
 */
export function pager(
  {context: {locale}, chosen, set}: ViewState,
  count: number,
  size: number,
  word: Word
): Node | Markup {
  if (count <= size) return markup``;
  const page = pageOf(chosen, count, size);
  const told = {from: formatCount(page * size + 1), to: formatCount(Math.min(count, (page + 1) * size))};
  const nav = toElement(markup`<nav class="pager" aria-label="${say(locale, 'pages_label')}">
<button type="button" id="page-before">${say(locale, 'page_before')}</button>
<span>${say(locale, word, told)}</span>
<button type="button" id="page-after">${say(locale, 'page_after')}</button></nav>`);
  const [before, after] = nav.querySelectorAll('button');
  before!.disabled = page === 0;
  after!.disabled = (page + 1) * size >= count;
  before!.addEventListener('click', () => {
    set({page: String(page)});
  });
  after!.addEventListener('click', () => {
    set({page: String(page + 2)});
  });
  return nav;
}
