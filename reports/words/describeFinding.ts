import type {Locale} from '../../src/publish/siteData.ts';
import type {Comparison} from '../figures/compareFigures.ts';
import type {Finding} from '../figures/findFindings.ts';
import type {Period} from '../figures/period.ts';
import {
  describeCertainty,
  describeChange,
  describeComparison,
  describeFigure,
  describeTarget
} from './describeFigure.ts';
import {say} from './locale.ts';
import {earlierName} from './periodName.ts';

/**
 * Says a finding: the figure with its counts, how it stands to its target, and how it differs from the period before
 * and from last year, each with its certainty.
 */
export function describeFinding(
  {kpi, figure, before, lastYear, target}: Finding,
  period: Period,
  isFinished: boolean,
  locale: Locale
): {name: string; rest: string} {
  const comma = say(locale, 'clause_comma');
  const stop = say(locale, 'full_stop');
  const value = describeFigure(kpi, figure, locale);
  const lead = target && isFinished ? value + comma + describeTarget(kpi, target, locale) : value;
  const second = isFinished ? describeChanges({kpi, figure, before, lastYear}, period, locale) : '';
  const rest = second === '' ? lead + stop : lead + say(locale, 'finding_joint') + second + stop;
  return {name: kpi.title[locale], rest: rest.trim()};
}

/** Both changes in one sentence; what is true of both is said once. */
function describeChanges(
  {kpi, figure, before, lastYear}: Pick<Finding, 'kpi' | 'figure' | 'before' | 'lastYear'>,
  period: Period,
  locale: Locale
): string {
  const earlier = earlierName(period, locale);
  const yearAgo = say(locale, 'last_year');
  if (before && lastYear) {
    const certainty = describeCertainty(kpi, figure.value, before, locale);
    if (certainty !== '' && certainty === describeCertainty(kpi, figure.value, lastYear, locale)) {
      const first = describeChange(kpi, figure.value, before.earlier.value, earlier, locale);
      const second = describeChange(kpi, figure.value, lastYear.earlier.value, yearAgo, locale);
      return say(locale, 'both_changes', {first, second, certainty});
    }
  }
  const changes: [Comparison | undefined, string][] = [
    [before, earlier],
    [lastYear, yearAgo]
  ];
  return changes
    .flatMap(([comparison, when]) =>
      comparison ? [describeComparison(kpi, figure.value, comparison, when, locale)] : []
    )
    .join(say(locale, 'semicolon'));
}

/** The earlier figures that a finding compares with, with their counts. */
export function describeEarlier({kpi, before, lastYear}: Finding, period: Period, locale: Locale): string {
  const named: [string, Comparison | undefined][] = [
    [earlierName(period, locale), before],
    [say(locale, 'last_year'), lastYear]
  ];
  return named
    .flatMap(([when, comparison]) =>
      comparison === undefined ? [] : [`${capital(when)} ${describeFigure(kpi, comparison.earlier, locale)}`]
    )
    .join(' · ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
