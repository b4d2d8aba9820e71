import type {KpiValue} from '../../src/publish/siteData.ts';

/** The members of a dimension by count. `missing` counts the records that name no member. */
export interface Ranking {
  top: {member: string; count: number}[];
  rest: {members: number; count: number};
  missing: number;
  total: number;
}

/** Orders the figures of a count KPI: the `shown` largest, the others together, and those without a member. */
export function rankMembers(figures: readonly Pick<KpiValue, 'member' | 'value'>[], shown: number): Ranking {
  const counts = figures.map(({member, value}) => ({member, count: value ?? 0})).filter(({count}) => count > 0);
  const given = counts
    .filter(({member}) => member !== '')
    .sort((a, b) => b.count - a.count || (a.member < b.member ? -1 : 1));
  const rest = given.slice(shown);
  return {
    top: given.slice(0, shown),
    rest: {members: rest.length, count: sum(rest)},
    missing: sum(counts.filter(({member}) => member === '')),
    total: sum(counts)
  };
}

function sum(counts: readonly {count: number}[]): number {
  return counts.reduce((total, {count}) => total + count, 0);
}
