import type {Locale} from '../../src/publish/siteData.ts';
import {say} from './locale.ts';

const PARTS = [
  ['span_days', 86_400],
  ['span_hours', 3_600],
  ['span_minutes', 60],
  ['span_seconds', 1]
] as const;

/**
 * Prints a stretch of time by its two largest parts, the rest cut off.
 *
 * @example formatSpan(90061, 'en') // '1 d 1 h'
 */
export function formatSpan(seconds: number, locale: Locale): string {
  const first = PARTS.findIndex(([, size]) => seconds >= size);
  if (first < 0) return say(locale, 'span_short');
  let rest = seconds;
  const parts = PARTS.slice(first, first + 2).map(([word, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? '' : say(locale, word, {count});
  });
  return parts.filter((part) => part !== '').join(' ');
}
