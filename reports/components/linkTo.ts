import type {Report} from './component.ts';

/**
 * The address of a page, relative to the page it is linked from, so that the site can lie under any path.
 *
 * @param target the page's path in the site: /leadership/2026-10
 */
export function linkTo({page}: Pick<Report, 'page'>, target: string): string {
  const from = page.split('/').slice(1, -1);
  const to = target.split('/').slice(1);
  let shared = 0;
  while (shared < Math.min(from.length, to.length - 1) && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  return [...(up.length > 0 ? up : ['.']), ...to.slice(shared)].join('/');
}
