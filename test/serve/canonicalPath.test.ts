import {expect, test} from 'vitest';
import {canonicalPath} from '../../src/serve/canonicalPath.ts';

const files = new Set(['/index.html', '/leadership/index.html', '/leadership/2026.html', '/style.css']);

test.each([
  ['/', undefined],
  ['/leadership/', undefined],
  ['/leadership', '/leadership/'],
  ['/leadership/2026', undefined],
  ['/leadership/2026/', '/leadership/2026'],
  ['/style.css', undefined],
  ['/none', undefined],
  ['//leadership', undefined]
])('%s', (path, other) => {
  expect(canonicalPath(path, (file) => files.has(file))).toBe(other);
});
