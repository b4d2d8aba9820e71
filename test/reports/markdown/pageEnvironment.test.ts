import {expect, test} from 'vitest';
import {pageFile} from '../../../reports/markdown/pageEnvironment.ts';

test('errors name the file that a page is made from', () => {
  expect(pageFile({path: '/leadership/2026-10', params: {period: '2026-10'}})).toBe('reports/leadership/[period].md');
  expect(pageFile({path: '/operations/runs'})).toBe('reports/operations/runs.md');
});
