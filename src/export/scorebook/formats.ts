import type {Cell} from '../workbook.ts';
import {COUNT} from '../sheets/cells.ts';

/** Shares in cases, as they add up. */
export const SHARE = '0.0000';
/** A factor between 0 and 1. */
export const FACTOR = '0.000000';

/** The number format of points with so many decimals. */
export function pointFormat(digits: number): string {
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}

/** A count of cases, of which some may be shared. */
export function caseCell(count: number | null): Cell {
  return count === null || Number.isInteger(count) ? count : {value: count, format: `${COUNT}.00##`};
}
