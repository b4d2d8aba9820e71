import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Locale} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {disclosure} from '../drawing/table.ts';
import {BEGINNING, ruleSpans, spanOn, type RuleSpan} from '../figures/ruleSpans.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/**
 * Draws a part of the policy: the rules in force on the as-of day and, where the policy has several versions, the day since
 * which they apply and the rules of other times behind a disclosure each.
 *
 * @param draw prints rules; undefined where there are none
 * @param none what stands in the place of no rules
 */
export function ruleSection<Rules>(
  report: Report,
  pick: (version: PolicyVersion) => Rules,
  draw: (rules: Rules) => Printable,
  none: Printable
): Markup {
  const {figures, locale} = report;
  const {policy, run} = figures.data;
  const spans = ruleSpans(policy, pick);
  const today = run.as_of.slice(0, 10);
  const current = spanOn(spans, today);
  const told = (current && draw(current.rules)) ?? none;
  if (current === undefined || policy.versions.length === 1) return markup`${told}`;
  const others = spans.filter((span) => span !== current).reverse();
  return markup`${told}
<p class="small since">${since(current, today, locale)}</p>
${others.map((span) => disclosure(spanName(span, today, locale), draw(span.rules) ?? none))}`;
}

function since({from}: RuleSpan<unknown>, today: string, locale: Locale): string {
  if (from === BEGINNING) return say(locale, 'always');
  return say(locale, from <= today ? 'since' : 'will_apply', {from});
}

function spanName({from, until = ''}: RuleSpan<unknown>, today: string, locale: Locale): string {
  if (from > today) return say(locale, 'span_coming', {from});
  return from === BEGINNING ? say(locale, 'span_first', {until}) : say(locale, 'span', {from, until});
}
