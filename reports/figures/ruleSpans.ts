import type {Policy, PolicyVersion} from '../../pipelines/policies/schema.ts';

/** The day that a policy names where its rules have applied from the beginning. */
export const BEGINNING = '1970-01-01';

/** Rules and the days on which they apply: from `from` up to `until`, exclusive; undefined for without end. */
export interface RuleSpan<Rules> {
  from: string;
  until: string | undefined;
  rules: Rules;
}

/** A part of a policy over its versions, oldest first; versions that follow each other with the same rules are one span. */
export function ruleSpans<Rules>(
  {versions}: Pick<Policy, 'versions'>,
  pick: (version: PolicyVersion) => Rules
): RuleSpan<Rules>[] {
  const spans: RuleSpan<Rules>[] = [];
  for (const version of versions.toSorted((a, b) => a.effective_from.localeCompare(b.effective_from))) {
    const rules = pick(version);
    const last = spans.at(-1);
    if (last !== undefined && JSON.stringify(last.rules) === JSON.stringify(rules)) continue;
    if (last !== undefined) last.until = version.effective_from;
    spans.push({from: version.effective_from, until: undefined, rules});
  }
  return spans;
}

/** The span that applies on a day, YYYY-MM-DD; the first one where none does yet. */
export function spanOn<Rules>(spans: readonly RuleSpan<Rules>[], day: string): RuleSpan<Rules> | undefined {
  return spans.findLast(({from}) => from <= day) ?? spans[0];
}
