import {expect} from 'vitest';

/** Expects each number within a tolerance, relative from 1 on. */
export function expectNear(
  found: readonly (number | null | undefined)[],
  expected: readonly (number | null)[],
  tolerance: number
): void {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    if (value === null) expect(found[i]).toBeNull();
    else
      expect(Math.abs(found[i]! - value) / Math.max(1, Math.abs(value)), `[${i}] ${found[i]!}`).toBeLessThanOrEqual(
        tolerance
      );
  });
}
