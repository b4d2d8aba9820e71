import {describe, expect, it} from 'vitest';
import {RandomStream} from '../../../sources/demo/process/randomStream.ts';

describe('RandomStream', () => {
  it('gives the same numbers for the same key, and others for another', () => {
    const numbers = (...key: (string | number)[]) => {
      const stream = new RandomStream(...key);
      return Array.from({length: 5}, () => stream.uniform());
    };
    expect(numbers('case', 1)).toEqual(numbers('case', 1));
    expect(numbers('case', 1)).not.toEqual(numbers('case', 2));
    expect(numbers('case', 1, 2)).not.toEqual(numbers('case', 12));
  });

  it('has the means that it promises', () => {
    const stream = new RandomStream('means');
    const mean = (draw: () => number) =>
      Array.from({length: 20_000}, draw).reduce((sum, value) => sum + value, 0) / 20_000;
    expect(mean(() => stream.uniform())).toBeCloseTo(0.5, 1);
    expect(mean(() => stream.poisson(4.2))).toBeCloseTo(4.2, 1);
    expect(mean(() => stream.normal())).toBeCloseTo(0, 1);
    expect(mean(() => stream.normal() ** 2)).toBeCloseTo(1, 1);
    expect(mean(() => Math.log(stream.logNormal(10, 0.5)))).toBeCloseTo(Math.log(10), 1);
    expect(mean(() => (stream.weighted({often: 3, seldom: 1}) === 'often' ? 1 : 0))).toBeCloseTo(0.75, 1);
  });

  it('begins differently for keys that differ little', () => {
    const first = Array.from({length: 20_000}, (_, i) => new RandomStream('case', i).uniform());
    expect(new Set(first)).toHaveLength(20_000);
    expect(first.filter((value) => value < 0.1).length / 20_000).toBeCloseTo(0.1, 2);
  });

  it('gives as many digits as it is asked for', () => {
    const stream = new RandomStream('digits');
    for (const length of [1, 3, 8, 12]) expect(stream.digits(length)).toMatch(new RegExp(`^\\d{${length}}$`));
  });

  it('refuses to choose from nothing', () => {
    expect(() => new RandomStream('x').pick([])).toThrow('the list is empty');
    expect(() => new RandomStream('x').weightedIndex([0, 0])).toThrow('no weight is above zero');
  });
});
