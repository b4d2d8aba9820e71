/** Months of counts of one member, or of several that are forecast together. */
export interface MemberSeries {
  readonly member: string;
  /** One per period of the total; 0 before its first case. */
  readonly values: readonly number[];
}

/** The name under which members go that are too small or too new to be forecast by themselves. */
export const REST = '(rest)';

export interface Selection {
  readonly season: number;
  readonly minimum_points: number;
  /** In the last season. */
  readonly minimum_cases: number;
  readonly most_members: number;
}

/**
 * The members of a division that are forecast by themselves, the largest first, and the sum of all others as REST. A member's history
 * begins with its first case.
 */
export function membersToForecast(members: readonly MemberSeries[], selection: Selection): MemberSeries[] {
  const {season, minimum_points, minimum_cases, most_members} = selection;
  const cases = ({values}: MemberSeries) => values.slice(-season).reduce((sum, value) => sum + value, 0);
  const own = members
    .filter((one) => cases(one) >= minimum_cases && historyOf(one.values) >= minimum_points)
    .sort((a, b) => cases(b) - cases(a) || (a.member < b.member ? -1 : 1))
    .slice(0, most_members);
  const others = members.filter((one) => !own.includes(one));
  if (others.length === 0) return own;
  const sums = others[0]!.values.map((_, i) => others.reduce((sum, {values}) => sum + values[i]!, 0));
  return [...own, {member: REST, values: sums}];
}

/** How many periods there are from the first case on. */
export function historyOf(values: readonly number[]): number {
  const first = values.findIndex((value) => value > 0);
  return first === -1 ? 0 : values.length - first;
}
