import {describe, expect, it} from 'vitest';
import {seededRandom} from '../../src/statistics/seededRandom.ts';

describe('seededRandom', () => {
  it('is the same each time, and another with another seed', () => {
    const draw = (seed: number) => Array.from({length: 5}, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('is even over [0, 1)', () => {
    const random = seededRandom(1);
    const tenths = new Array<number>(10).fill(0);
    for (let i = 0; i < 10_000; i++) tenths[Math.floor(10 * random())]!++;
    const statistic = tenths.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    expect(statistic).toBeLessThan(21.67);
  });
});
