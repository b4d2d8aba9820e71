import {expect, test} from 'vitest';
import {markup, trusted} from '../../../reports/drawing/markup.ts';

test('values are escaped, markup is not, lists are joined, nothing prints nothing', () => {
  const cell = (text: string) => markup`<td title="${text}">${text}</td>`;
  expect(markup`<tr>${['<a>', `"b"&'`].map(cell)}${undefined}${null}${0}</tr>`.text).toBe(
    '<tr><td title="&lt;a&gt;">&lt;a&gt;</td><td title="&quot;b&quot;&amp;&#39;">&quot;b&quot;&amp;&#39;</td>0</tr>'
  );
  expect(markup`${trusted('<b>')}`.text).toBe('<b>');
});
