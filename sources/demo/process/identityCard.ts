import {DAY, dateText} from './localTime.ts';
import type {RandomStream} from './randomStream.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** An ID card number (GB 11643): district, date of birth, serial number and check character. */
export function identityCard(districtCode: string, stream: RandomStream): string {
  const born = dateText(Date.UTC(1948, 0, 1) + stream.integer(0, 56 * 365) * DAY).replaceAll('-', '');
  const body = `${districtCode}${born}${stream.digits(3)}`;
  return body + identityCardCheck(body);
}

/**
 * The check character of the first 17 digits of an ID card number (ISO 7064 MOD 11-2).
 *
 *     identityCardCheck('11010519491231002') // 'X'
 */
export function identityCardCheck(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0);
  return '10X98765432'.charAt(sum % 11);
}
