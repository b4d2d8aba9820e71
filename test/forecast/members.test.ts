import {expect, test} from 'vitest';
import {REST, membersToForecast} from '../../src/forecast/members.ts';

const selection = {season: 12, minimum_points: 12, minimum_cases: 24, most_members: 2};
const series = (member: string, count: number, months = 24) => ({
  member,
  values: Array.from({length: 24}, (_, i) => (i >= 24 - months ? count : 0))
});

test('the largest members stand by themselves; small, new and further ones are added up', () => {
  const members = [series('small', 1), series('b', 5), series('new', 50, 11), series('a', 9), series('c', 4)];
  const chosen = membersToForecast(members, selection);
  expect(chosen.map(({member}) => member)).toEqual(['a', 'b', REST]);
  expect(chosen[2]!.values[0]).toBe(5);
  expect(chosen[2]!.values[23]).toBe(55);
});

test('there is no rest where all stand by themselves', () => {
  expect(membersToForecast([series('a', 9)], selection).map(({member}) => member)).toEqual(['a']);
});
