import {expect, it} from 'vitest';
import {hotSpots} from '../../src/methods/hotSpots.ts';

const OPTIONS = {confidence: 0.95, least_expected: 1, look: 0.1, act: 0.05};
const place = (
  first_member: string,
  observed: number,
  expected: number,
  before?: readonly [number, number, number]
) => ({
  kind: 'region',
  first_member,
  second_member: null,
  observed,
  expected,
  observed_before: before?.[0] ?? null,
  total_before: before?.[1] ?? null,
  total: before?.[2] ?? null
});

it('finds the place with more than expected, and counts how many were looked at', () => {
  const rows = hotSpots.run([place('a', 30, 10), place('b', 11, 10), place('c', 9, 10), place('d', 0, 0.2)], OPTIONS);
  expect(rows.map(({verdict}) => verdict)).toEqual(['act', 'none', 'none', 'too_few']);
  expect(rows[0]).toMatchObject({ratio: 3, tested: 3});
  expect(Number(rows[0]!['low'])).toBeGreaterThan(1.9);
});

it('knows that what is expected from the year before is itself an estimate', () => {
  const [sure] = hotSpots.run([place('a', 24, 12)], OPTIONS);
  const [estimated] = hotSpots.run([place('a', 24, 12, [12, 100, 100])], OPTIONS);
  expect(Number(estimated!['p'])).toBeGreaterThan(Number(sure!['p']));
  expect(estimated!['ratio']).toBeCloseTo(2, 12);
});

it('has no end for a place of which there was none before', () => {
  expect(hotSpots.run([place('new', 24, 1, [0, 100, 100])], OPTIONS)[0]).toMatchObject({
    high: null,
    ratio: null,
    verdict: 'act'
  });
});
