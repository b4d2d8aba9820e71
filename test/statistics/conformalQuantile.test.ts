import fc from 'fast-check';
import {expect, test} from 'vitest';
import {conformalQuantile} from '../../src/statistics/conformalQuantile.ts';

const upTo = (count: number) => Array.from({length: count}, (_, i) => i + 1);

test('is the ⌈(n + 1)·confidence⌉-th error, or the largest', () => {
  expect(conformalQuantile(upTo(9), 0.8)).toBe(8);
  expect(conformalQuantile(upTo(19), 0.95)).toBe(19);
  expect(conformalQuantile(upTo(18), 0.95)).toBe(18);
  expect(conformalQuantile(upTo(39), 0.95)).toBe(38);
  expect(conformalQuantile([], 0.8)).toBeUndefined();
});

test('covers a further error at least as often as promised, for each that may be the further one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({min: 0, max: 9, noNaN: true}), {minLength: 20, maxLength: 60}),
      fc.constantFrom(0.5, 0.8, 0.95),
      (errors, confidence) => {
        const covered = errors.filter((error, i) => {
          const others = errors.toSpliced(i, 1).sort((a, b) => a - b);
          return error <= conformalQuantile(others, confidence)!;
        });
        expect(covered.length).toBeGreaterThanOrEqual(Math.floor(errors.length * confidence));
      }
    ),
    {seed: 1, numRuns: 100}
  );
});

test('is wider where errors come in fewer lots', () => {
  expect(conformalQuantile(upTo(60), 0.8, 12)).toBe(52);
  expect(conformalQuantile(upTo(60), 0.8)).toBe(49);
  expect(conformalQuantile(upTo(60), 0.95, 3)).toBe(60);
});
