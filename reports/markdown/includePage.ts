import {parse} from 'yaml';
import {z} from 'zod';

const INCLUDE = /^```report include\r?\n([\s\S]*?)^```[ \t]*$/gm;
const options = z.strictObject({
  /** The page to show, by its path under reports/. */
  page: z.string(),
  /** What to show instead, as Markdown, while there is no data. */
  without_data: z.string()
});

/**
 * Puts another page's text in the place of each include fence, so that two addresses can show one page.
 *
 * @param source `read` returns the text of a page; `hasData` tells whether there is any period to report on;
 *   `place` names the page in errors
 */
export function includePages(
  text: string,
  {read, hasData, place}: {read: (page: string) => string; hasData: boolean; place: string}
): string {
  return text.replace(INCLUDE, (_, body: string) => {
    const given = options.safeParse(parse(body));
    if (!given.success) throw new Error(`${place}, report include: ${z.prettifyError(given.error)}`);
    return hasData ? read(given.data.page) : given.data.without_data;
  });
}
