import {expect, test} from 'vitest';
import {linkTo} from '../../../reports/components/linkTo.ts';

test.each([
  ['/leadership/2026-10', '/leadership/2026-09', './2026-09'],
  ['/leadership/2026-10', '/', '../'],
  ['/leadership/index', '/leadership/', './'],
  ['/index', '/operations/runs', './operations/runs'],
  ['/operations/runs', '/leadership/', '../leadership/']
])('from %s to %s', (page, target, link) => {
  expect(linkTo({page}, target)).toBe(link);
});
