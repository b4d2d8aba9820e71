import type {Markup} from '../drawing/markup.ts';

/** Turns markup into nodes of the page. */
export function toNodes(markup: Markup): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = markup.text;
  return template.content;
}

/** Turns markup of one element into it. */
export function toElement(markup: Markup): HTMLElement {
  return toNodes(markup).firstElementChild as HTMLElement;
}

/** Turns markup of one form into it. */
export function toForm(markup: Markup): HTMLFormElement {
  return toElement(markup) as HTMLFormElement;
}
