import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import {doubled, unknownName, type PolicyProblem} from './problem.ts';

const TOLERANCE = 1e-9;

/** Targets and heads of the scorecard that stand twice or name no KPI, and weights that don't make up a whole. */
export function appraisalProblems({targets, scorecard}: PolicyVersion, kpis: readonly string[]): PolicyProblem[] {
  const named = (section: string, entries: readonly {readonly kpi: string}[]) => [
    ...entries.flatMap(({kpi}, i) => unknownName(`${section}.${String(i)}.kpi`, 'KPI', kpi, kpis)),
    ...doubled(
      entries,
      (i) => `${section}.${String(i)}.kpi`,
      ({kpi}) => kpi
    )
  ];
  return [
    ...named('targets', targets),
    ...named('scorecard', scorecard),
    ...scorecard.flatMap(({target, floor}, i) =>
      target === floor
        ? [{at: `scorecard.${String(i)}.floor`, what: `expected another value than the target, got ${String(floor)}`}]
        : []
    ),
    ...weightProblems(scorecard)
  ];
}

function weightProblems(scorecard: PolicyVersion['scorecard']): PolicyProblem[] {
  const sum = scorecard.reduce((total, {weight}) => total + weight, 0);
  if (scorecard.length === 0 || Math.abs(sum - 1) <= TOLERANCE) return [];
  return [{at: 'scorecard', what: `expected weights that make up 1, got ${String(Number(sum.toPrecision(12)))}`}];
}
