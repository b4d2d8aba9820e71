import {mean, sum} from 'simple-statistics';
import {normalQuantile} from './normalQuantile.ts';
import type {Interval} from './wilsonInterval.ts';
import {winsorise} from './winsorise.ts';

/** The limits within which units with the same proportion lie, by their size. */
export interface ProportionFunnel {
  /** The proportion of all units together. */
  readonly target: number;
  /** Mean of the squared winsorised residuals: 1 where units vary as chance makes them. */
  readonly phi: number;
  /** Variance between the units on the arcsine scale; 0 where they are not over-dispersed. */
  readonly tauSquared: number;
  readonly isOverdispersed: boolean;
  /** Limits as fractions for a unit of this size, > 0; confidence is two-sided. */
  readonly limits: (total: number, confidence: number) => Interval;
  /** How many widened standard deviations a unit lies from the target, also one that did not make the funnel; 0 for a unit of nothing. */
  distance(unit: FunnelUnit): number;
  /** Per unit that made the funnel, its distance. */
  readonly z: readonly number[];
}

/** How many of a unit's cases have the property, and how many it has. */
export interface FunnelUnit {
  readonly count: number;
  readonly total: number;
}

/**
 * A funnel of proportions on the variance-stabilising arcsine scale, widened by the variance between the units where
 * there is more of it than chance makes (φ above 1 + 2·√(2/units)).
 *
 * @param units how many have the property, and how many there are; a count above its total, as adjustment can make it, counts as all
 * @param options.trim the share of residuals winsorised on each side, so that outliers don't widen the funnel that shows them
 * @returns undefined where all units are empty
 * @see D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202; (2005) Quality and Safety in Health Care 14, 347–351
 * @example proportionFunnel([{count: 3, total: 20}, {count: 9, total: 40}])?.limits(30, 0.95) // {low: 0.0789, high: 0.3591}
 */
export function proportionFunnel(
  units: readonly FunnelUnit[],
  {trim = 0.1}: {readonly trim?: number | undefined} = {}
): ProportionFunnel | undefined {
  const filled = units.filter(({total}) => total > 0);
  const total = sum(filled.map((unit) => unit.total));
  if (total === 0) return undefined;
  const target = sum(filled.map(({count}) => count)) / total;
  const middle = angle(target);
  const residuals = filled.map((unit) => (angle(unit.count / unit.total) - middle) / deviation(unit.total));
  const phi = mean(winsorise(residuals, trim).map((z) => z * z));
  const isOverdispersed = phi > 1 + 2 * Math.sqrt(2 / filled.length);
  const tauSquared = isOverdispersed ? varianceBetween(filled, phi) : 0;
  const widened = (size: number) => Math.sqrt(deviation(size) ** 2 + tauSquared);
  const distance = (unit: FunnelUnit) =>
    unit.total > 0 ? (angle(unit.count / unit.total) - middle) / widened(unit.total) : 0;
  return {
    target,
    phi,
    tauSquared,
    isOverdispersed,
    limits: (size, confidence) => {
      const half = normalQuantile(confidence) * widened(size);
      return {low: fraction(middle - half), high: fraction(middle + half)};
    },
    distance,
    z: units.map(distance)
  };
}

/** By moments, as DerSimonian and Laird do. */
function varianceBetween(units: readonly {readonly total: number}[], phi: number): number {
  const weights = units.map(({total}) => 1 / deviation(total) ** 2);
  const all = sum(weights);
  const scale = all - sum(weights.map((weight) => weight * weight)) / all;
  return Math.max(0, (units.length * phi - (units.length - 1)) / scale);
}

function angle(share: number): number {
  return Math.asin(Math.sqrt(Math.min(1, share)));
}

function fraction(at: number): number {
  return Math.sin(Math.min(Math.PI / 2, Math.max(0, at))) ** 2;
}

/** Of the angle of a proportion. */
function deviation(total: number): number {
  return 1 / (2 * Math.sqrt(total));
}
