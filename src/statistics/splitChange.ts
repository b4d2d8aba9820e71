import {sum} from 'simple-statistics';

/** How many of a group have the property, and how many it has. */
export interface GroupShare {
  readonly count: number;
  readonly total: number;
}

/** A change of a share, by the groups that it comes from. As fractions; all parts together are the change. */
export interface SplitChange {
  readonly change: number;
  /** Per group, what comes of its own share having changed. */
  readonly within: readonly number[];
  /** Per group, what comes of its part of the whole having changed. */
  readonly mix: readonly number[];
}

/**
 * Splits the change of a share between two periods into what changed within the groups and what their mix changed (Kitagawa):
 * Δ = Σ ½(w₁+w₀)(r₁−r₀) + Σ ½(r₁+r₀)(w₁−w₀). A group that is missing in one period counts there with its share of the other,
 * so that it is all mix.
 *
 * @param groups that together are the whole, in both periods
 * @returns undefined where a period has nothing at all
 * @see E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168–1194
 * @example splitChange([
 *   {before: {count: 5, total: 50}, after: {count: 8, total: 40}},
 *   {before: {count: 25, total: 50}, after: {count: 30, total: 60}}
 * ]) // {change: 0.08, within: [0.045, 0], mix: [-0.015, 0.05]}
 */
export function splitChange(
  groups: readonly {readonly before: GroupShare; readonly after: GroupShare}[]
): SplitChange | undefined {
  const [before, after] = [whole(groups.map((group) => group.before)), whole(groups.map((group) => group.after))];
  if (before.total === 0 || after.total === 0) return undefined;
  const parts = groups.map((group) => {
    const [w0, w1] = [group.before.total / before.total, group.after.total / after.total];
    const r0 = rate(group.before) ?? rate(group.after) ?? 0;
    const r1 = rate(group.after) ?? r0;
    return {within: ((w1 + w0) / 2) * (r1 - r0), mix: ((r1 + r0) / 2) * (w1 - w0)};
  });
  return {
    change: after.count / after.total - before.count / before.total,
    within: parts.map((part) => part.within),
    mix: parts.map((part) => part.mix)
  };
}

function whole(shares: readonly GroupShare[]): GroupShare {
  return {count: sum(shares.map(({count}) => count)), total: sum(shares.map(({total}) => total))};
}

function rate({count, total}: GroupShare): number | undefined {
  return total > 0 ? count / total : undefined;
}
