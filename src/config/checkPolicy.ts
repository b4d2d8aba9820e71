import {basename} from 'node:path';
import type {Policy, PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Contract} from '../contract/contract.ts';
import {appraisalProblems} from './policy/appraisal.ts';
import {clockProblems} from './policy/clocks.ts';
import {dutyProblems} from './policy/duties.ts';
import {escalationProblems} from './policy/escalation.ts';
import {scaleProblems} from './policy/scales.ts';
import {wordProblems} from './policy/words.ts';
import type {PolicyProblem} from './policy/problem.ts';
import {shortPath} from './yamlFile.ts';

/** What a policy may name that stands elsewhere. */
export interface PolicySurroundings {
  /** The KPIs of the project. */
  readonly kpis: readonly string[];
  /** The dimensions of the project. */
  readonly dimensions: readonly string[];
  /** The contracts by record kind. */
  readonly contracts: ReadonlyMap<string, Contract>;
}

/**
 * All mistakes of a policy that its form can't see, as `file, path: what, got value; remedy`: rules that contradict each
 * other, and names of what there is not. Empty when it is in order.
 */
export function policyProblems(policy: Policy, path: string, surroundings: PolicySurroundings): string[] {
  const problems = [
    ...identityProblems(policy, path),
    ...dutyProblems(policy.duties, surroundings),
    ...policy.versions.flatMap((version, i) =>
      versionProblems(version, surroundings).map(({at, what}) => ({at: `versions.${String(i)}.${at}`, what}))
    )
  ];
  return problems.map(({at, what}) => `${shortPath(path)}, ${at}: ${what}`);
}

function identityProblems({id, versions}: Policy, path: string): PolicyProblem[] {
  const name = basename(path).replace(/\.ya?ml$/, '');
  const days = versions.map((version) => version.effective_from);
  return [
    ...(id === name ? [] : [{at: 'id', what: `expected the file's name "${name}", got "${id}"`}]),
    ...days.flatMap((day, i) => {
      const before = days[i - 1];
      if (before === undefined || day > before) return [];
      const remedy = day === before ? 'give each version its own day' : 'put the versions in the order of their days';
      const what = `expected a day after ${before}, from which the version before applies, got "${day}"; ${remedy}`;
      return [{at: `versions.${String(i)}.effective_from`, what}];
    })
  ];
}

function versionProblems(version: PolicyVersion, surroundings: PolicySurroundings): PolicyProblem[] {
  return [
    ...wordProblems(version, surroundings.contracts),
    ...clockProblems(version),
    ...escalationProblems(version),
    ...scaleProblems(version),
    ...appraisalProblems(version, surroundings.kpis)
  ];
}
