import {markup, type Markup, type Printable} from './markup.ts';

/** A column of a table: its heading and whether it holds numbers, which are set flush right. */
export interface Column {
  head: Printable;
  isNumber?: boolean;
}

/**
 * Draws a table that scrolls inside itself on narrow screens; the first cell of each row is its heading.
 *
 * @param rows each as long as `columns`
 */
export function table(columns: readonly Column[], rows: readonly (readonly Printable[])[], label: string): Markup {
  const kind = ({isNumber}: Column) => (isNumber === true ? 'number' : 'text');
  return markup`<div class="table" tabindex="0" role="region" aria-label="${label}"><table>
<thead><tr>${columns.map((column) => markup`<th scope="col" class="${kind(column)}">${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      markup`<tr>${columns.map((column, index) =>
        index === 0
          ? markup`<th scope="row" class="${kind(column)}">${row[index]}</th>`
          : markup`<td class="${kind(column)}">${row[index]}</td>`
      )}</tr>\n`
  )}</tbody></table></div>`;
}

/** Puts content behind a disclosure. */
export function disclosure(summary: string, content: Printable): Markup {
  return markup`<details><summary>${summary}</summary>${content}</details>`;
}
