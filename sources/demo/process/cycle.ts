import {type Month, parseMonth} from './localTime.ts';

/** Something that begins in a month and again each time after so many months, before it and after it for ever. */
export interface Cycle {
  /** `2025-06` */
  readonly from: string;
  readonly every_months: number;
}

/** How many months have gone by since the cycle last began: 0 in the month in which it begins. */
export function monthsInto({from, every_months: length}: Cycle, month: Month): number {
  return (((month - parseMonth(from)) % length) + length) % length;
}
