import type {RandomStream} from './randomStream.ts';

/** A bank card number of 19 digits with its check digit. */
export function bankCard(prefix: string, stream: RandomStream): string {
  const body = prefix + stream.digits(18 - prefix.length);
  return body + luhnCheck(body);
}

/**
 * The check digit behind a number (Luhn, ISO/IEC 7812-1).
 *
 *     luhnCheck('7992739871') // '3'
 */
export function luhnCheck(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const digit = Number(body[body.length - 1 - i]);
    const doubled = i % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
