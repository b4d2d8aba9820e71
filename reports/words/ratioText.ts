import type {Locale} from '../../src/publish/siteData.ts';
import {formatNumber} from './formatValue.ts';
import {say} from './locale.ts';

/** A q value as it is printed. */
export function formatQ(q: number, locale: Locale): string {
  return q < 0.001 ? say(locale, 'q_below') : formatNumber(q, 3);
}

/** A ratio with two digits that matter: 0.38, 1.2, 12. */
export function formatRatio(ratio: number): string {
  return formatNumber(ratio, ratio < 0.995 ? 2 : ratio < 9.95 ? 1 : 0);
}

/** A ratio with its interval: 2.3（1.9–2.9）; an interval without an end is open. */
export function ratioSpan(ratio: number | null, low: number | null, high: number | null): string {
  if (ratio === null) return '—';
  if (low === null) return formatRatio(ratio);
  return `${formatRatio(ratio)} (${formatRatio(low)}–${high === null ? '∞' : formatRatio(high)})`;
}
