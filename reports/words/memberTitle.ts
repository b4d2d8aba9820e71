import type {Policy, PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Locale, LocalText} from '../../src/publish/siteData.ts';
import {codeName} from './codes.ts';

interface Titled {
  code: string;
  title: LocalText;
}

/** Where a version of a policy gives the members of a dimension their titles. */
const TITLES: Record<string, (version: PolicyVersion) => Titled[]> = {
  category: ({categories}) => categories,
  severity: ({severities}) => severities,
  risk: ({risks}) => risks,
  segment: ({segments}) => segments,
  channel: ({channels}) => channels,
  invalid_reason: ({validity}) => validity.map(({reason, title}) => ({code: reason, title}))
};

/**
 * What a member of a dimension is called: by the latest version of the policy that knows it, else by the contract's code,
 * else as it stands.
 */
export function memberTitle(policy: Policy, dimension: string, member: string, locale: Locale): string {
  const listed = Object.hasOwn(TITLES, dimension) ? TITLES[dimension] : undefined;
  if (listed !== undefined) {
    for (const version of newestFirst(policy)) {
      const found = listed(version).find(({code}) => code === member);
      if (found !== undefined) return found.title[locale];
    }
  }
  return codeName(dimension, member, locale);
}

/** The fixed mark that the policy gives a category, such as A. */
export function categoryMark(policy: Policy, category: string): string | undefined {
  return newestFirst(policy)
    .flatMap(({categories}) => categories)
    .find(({code, mark}) => code === category && mark !== undefined)?.mark;
}

/** The members of a dimension in the order of the policy, the latest version first. */
export function policyOrder(policy: Policy, dimension: string): string[] {
  const listed = Object.hasOwn(TITLES, dimension) ? TITLES[dimension] : undefined;
  return [...new Set(newestFirst(policy).flatMap((version) => listed?.(version).map(({code}) => code) ?? []))];
}

function newestFirst({versions}: Policy): PolicyVersion[] {
  return versions.toSorted((a, b) => b.effective_from.localeCompare(a.effective_from));
}
