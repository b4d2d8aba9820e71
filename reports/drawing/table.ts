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
 * @param kind a further class, for tables that are set in a way of their own
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Printable[])[],
  label: string,
  kind?: string
): Markup {
  const classOf = ({isNumber}: Column) => (isNumber === true ? 'number' : 'text');
  return markup`<div class="${kind === undefined ? 'table' : `table ${kind}`}" tabindex="0" role="group" aria-label="${label}"><table>
<thead><tr>${columns.map((column) => markup`<th scope="col" class="${classOf(column)}">${column.head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      markup`<tr>${columns.map((column, index) =>
        index === 0
          ? markup`<th scope="row" class="${classOf(column)}">${row[index]}</th>`
          : markup`<td class="${classOf(column)}">${row[index]}</td>`
      )}</tr>\n`
  )}</tbody></table></div>`;
}

/** Puts content behind a disclosure. */
export function disclosure(summary: string, content: Printable): Markup {
  return markup`<details><summary>${summary}</summary>${content}</details>`;
}
