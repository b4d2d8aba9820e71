import {expect, test} from 'vitest';
import {rankMembers} from '../../../reports/figures/rankMembers.ts';
import {exampleValue} from '../../publish/exampleSite.ts';

const of = (member: string, value: number) =>
  exampleValue({kpi: 'valid_complaints', dimension: 'category', member, value});

test('the largest stand alone, the rest together, those without a name apart', () => {
  expect(rankMembers([of('b', 5), of('a', 5), of('', 9), of('c', 2), of('d', 1), of('e', 0)], 2)).toEqual({
    top: [
      {member: 'a', count: 5},
      {member: 'b', count: 5}
    ],
    rest: {members: 2, count: 3},
    missing: 9,
    total: 22
  });
});

test('no member at all', () => {
  expect(rankMembers([], 7)).toEqual({top: [], rest: {members: 0, count: 0}, missing: 0, total: 0});
});
