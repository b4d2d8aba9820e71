import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteCardHead} from '../../src/publish/sitePerformance.ts';
import {formatNumber, formatTarget, scaleOf, unitText} from './formatValue.ts';
import {say, type Word} from './locale.ts';

/** Prints a share of cases: whole where it is, else with the digits to which shares are rounded. */
export function formatShared(count: number): string {
  return formatNumber(count, 4, 0);
}

/** Prints points with the digits that they have. */
export function formatPoints(points: number): string {
  return formatNumber(points, 4, 1);
}

/** Whether a case of the evidence counts, by which rule, and why not. */
export function describeCounted(
  {
    counted,
    rule,
    entry,
    counted_at: at
  }: {counted: string; rule: string | null; entry: string | null; counted_at: string | null},
  locale: Locale
): string {
  const word = counted === 'in_figure' ? `counted_in_figure_${rule ?? 'record'}` : `counted_${counted}`;
  return say(locale, word as Word, {entry: entry ?? '', at: at?.slice(0, 10) ?? ''});
}

/** How the points of a head are made, with its numbers: 30 × (87.87% − 80%) ÷ (95% − 80%) = 15.7. */
export function describePoints(kpi: SiteKpi, head: SiteCardHead, fullPoints: number, locale: Locale): string {
  const {scored, achieved, points, used_weight: weight, target, floor} = head;
  if (scored === null || achieved === null || points === null || weight === null) return '';
  const texts = {
    full: formatNumber(fullPoints * weight, 2, 0),
    scored: formatScored(scored, kpi, locale),
    target: formatTarget(target, kpi.unit, locale),
    floor: formatTarget(floor, kpi.unit, locale),
    points: formatPoints(points)
  };
  if (achieved >= 1) return say(locale, 'formula_full', texts);
  return say(locale, achieved <= 0 ? 'formula_none' : 'formula', texts);
}

/** The value that earns points is printed with two decimals more than a figure, so that a reader who computes finds the points. */
function formatScored(value: number, {unit}: SiteKpi, locale: Locale): string {
  const {times, decimals} = scaleOf(unit);
  return formatNumber(value * times, decimals + 2) + unitText(unit, locale);
}

/** The rules by which points are made, in a sentence each. */
export function describeAppraisal(appraisal: PolicyVersion['appraisal'], locale: Locale): string[] {
  const texts = {
    full: formatNumber(appraisal.full_points, 2, 0),
    digits: appraisal.point_digits,
    least: `${formatNumber(appraisal.least_weight * 100, 2, 0)}%`
  };
  return [
    say(locale, 'rule_points', texts),
    say(locale, 'rule_left_out', texts),
    say(locale, 'rule_case_mix'),
    say(locale, `rule_doubt_${appraisal.charged_from}`),
    say(locale, 'rule_shares', {digits: appraisal.share_digits}),
    say(locale, 'rule_peers'),
    say(locale, 'rule_pauses')
  ];
}
