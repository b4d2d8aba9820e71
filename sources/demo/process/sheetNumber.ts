import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {monthOf, yearOf} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/**
 * Numbers the sheets of cases that come in the order of receipt, in series that begin anew each year: `XS-2026-0001`. Now and
 * then a number is left out or used twice. Only complaints have a sheet.
 */
export function sheetNumbering({profile, truths}: Company): (each: ComplaintCase) => string | undefined {
  const counts = new Map<string, number>();
  return (each) => {
    const series = Object.entries(profile.sheet_numbers ?? {}).find(([, categories]) =>
      categories.includes(each.category)
    )?.[0];
    if (series === undefined || each.kind !== 'complaint') return undefined;
    const begin = `${series}-${yearOf(monthOf(each.receivedAt))}`;
    const last = counts.get(begin) ?? 0;
    const stream = new RandomStream(profile.seed, 'sheet number', each.key);
    const isLeftOut = stream.chance(truths.sheet_number_faults?.share_left_out ?? 0);
    const isUsedTwice = stream.chance(truths.sheet_number_faults?.share_used_twice ?? 0) && last > 0;
    const number = last + (isUsedTwice ? 0 : isLeftOut ? 2 : 1);
    counts.set(begin, number);
    return `${begin}-${String(number).padStart(4, '0')}`;
  };
}
