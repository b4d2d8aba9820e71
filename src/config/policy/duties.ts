import type {Policy} from '../../../pipelines/policies/schema.ts';
import {doubled, unknownName, type PolicyProblem} from './problem.ts';

/** Duties that stand twice, name what there is not, or are kept nowhere. */
export function dutyProblems(
  duties: Policy['duties'],
  {kpis, dimensions}: {readonly kpis: readonly string[]; readonly dimensions: readonly string[]}
): PolicyProblem[] {
  return [
    ...doubled(
      duties,
      (i) => `duties.${String(i)}.clause`,
      ({clause}) => clause
    ),
    ...duties.flatMap(({figures, by, pages, unmeasured}, i) => {
      const at = `duties.${String(i)}`;
      const isKept = figures.length > 0 || pages.length > 0 || unmeasured !== undefined;
      return [
        ...(isKept ? [] : [{at, what: 'nothing shows whether it is kept; give figures, pages or unmeasured'}]),
        ...figures.flatMap((figure, n) => unknownName(`${at}.figures.${String(n)}`, 'KPI', figure, kpis)),
        ...by.flatMap((dimension, n) => unknownName(`${at}.by.${String(n)}`, 'dimension', dimension, dimensions))
      ];
    })
  ];
}
