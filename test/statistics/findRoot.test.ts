import {describe, expect, it} from 'vitest';
import {findRoot} from '../../src/statistics/findRoot.ts';

describe('findRoot', () => {
  it.each([
    ['a square', (x: number) => x * x - 2, 0, 2, Math.SQRT2],
    ['a flat end', (x: number) => Math.exp(x) - 1e-6, -1000, 10, Math.log(1e-6)],
    ['a jump', (x: number) => (x < 0.3 ? -1 : 1), 0, 1, 0.3],
    ['an odd power', (x: number) => (x - 1) ** 9, -3, 7, 1],
    ['a root at an end', (x: number) => x, 0, 5, 0],
    ['a root at 0', (x: number) => x, -1, 2, 0]
  ])('of %s', (_, f, low, high, root) => {
    let calls = 0;
    const found = findRoot(
      (x) => {
        calls++;
        return f(x);
      },
      low,
      high
    );
    expect(Math.abs(found - root)).toBeLessThan(1e-7);
    expect(calls).toBeLessThan(200);
  });

  it('is the end nearer to it where there is none', () => {
    expect(findRoot((x) => x + 1, 0, 5)).toBe(0);
    expect(findRoot((x) => x - 9, 0, 5)).toBe(5);
  });
});
