import {proportionDifference} from '../statistics/proportionDifference.ts';
import {splitChange} from '../statistics/splitChange.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import type {ChangePart} from './changes.ts';

/** Splits each change into its parts. It runs in Node and in the browser. */
export function explainChanges(parts: readonly ChangePart[], {confidence}: {readonly confidence: number}): MethodRow[] {
  return groupsOf(parts, ['kpi', 'grain', 'period_start', 'compared', 'dimension']).flatMap((change) =>
    explain(change, confidence)
  );
}

function explain(parts: readonly ChangePart[], confidence: number): MethodRow[] {
  const sum = (pick: (part: ChangePart) => number) => parts.reduce((total, part) => total + pick(part), 0);
  const whole = {
    counts: [sum(({count_before}) => count_before), sum(({count_after}) => count_after)],
    totals: [sum(({total_before}) => total_before), sum(({total_after}) => total_after)]
  } as const;
  if (whole.totals.includes(0)) return [];
  const {change, within, mix} = splitChange(
    parts.map((part) => ({
      before: {count: part.count_before, total: part.total_before},
      after: {count: part.count_after, total: part.total_after}
    }))
  )!;
  const isReal = (counts: readonly [number, number], totals: readonly [number, number]): boolean => {
    if (totals.includes(0)) return false;
    const difference = proportionDifference({counts, totals}, confidence);
    return difference !== undefined && (difference.low > 0 || difference.high < 0);
  };
  const isChangeReal = isReal(whole.counts, whole.totals);
  return parts.map((part, i) => ({
    ...part,
    change,
    within: within[i]!,
    mix: mix[i]!,
    is_change_real: isChangeReal,
    is_within_real: isReal([part.count_before, part.count_after], [part.total_before, part.total_after]),
    is_mix_real: isReal([part.total_before, part.total_after], whole.totals)
  }));
}
