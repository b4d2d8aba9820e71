import type {Policy} from '../../pipelines/policies/schema.ts';

/** The KPIs that stand in the scorecard of any version of a policy. */
export function scorecardFigures({versions}: Policy): string[] {
  return [...new Set(versions.flatMap(({scorecard}) => scorecard.map(({kpi}) => kpi)))];
}
