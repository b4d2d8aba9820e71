/** What Framework hands to a Markdown renderer about the page at work. */
export interface PageEnvironment {
  /** The page's path in the site, without ending: /leadership/2026-10. */
  path: string;
  /** The parts of the path that a bracketed file name stands for: {period: '2026-10'}. */
  params?: Record<string, string>;
}

/**
 * The Markdown file that a page is made from, as errors name it.
 *
 * @example pageFile({path: '/leadership/2026-10', params: {period: '2026-10'}}) // 'reports/leadership/[period].md'
 */
export function pageFile({path, params = {}}: PageEnvironment): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, `[${name}]`]));
  const parts = path.split('/').filter((part) => part !== '');
  return `reports/${parts.map((part) => names.get(part) ?? part).join('/')}.md`;
}
