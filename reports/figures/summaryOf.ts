import type {SiteData, SummaryCounts, SummaryTotal} from '../../src/publish/siteData.ts';
import type {Period} from './period.ts';

/** What is counted of complaints in a summary, in the order in which it is read. */
export const SUMMARY_COUNTS = [
  'complaints',
  'valid',
  'done',
  'on_time',
  'late',
  'recurring',
  'reopened',
  'escalated',
  'compensation'
] as const satisfies readonly (keyof SummaryCounts)[];

/** The summary of complaints of one period. Members stand in the order of the data: the most complaints first. */
export interface Summary {
  all: SummaryTotal;
  categories: SummaryTotal[];
  departments: SummaryTotal[];
  /** How many complaints of a category a department had. */
  complaints(category: string, department: string): number;
}

/** Finds the summary of a period; undefined where it has no complaints. */
export function summaryOf({summary}: SiteData, period: Period): Summary | undefined {
  const isOfPeriod = ({grain, period_start}: {grain: string; period_start: string}) =>
    grain === period.grain && period_start === period.start;
  const totals = summary.totals.filter(isOfPeriod);
  const all = totals.find(({dimension}) => dimension === 'all');
  if (all === undefined) return undefined;
  const cells = new Map(
    summary.cells
      .filter(isOfPeriod)
      .map(({category, department, complaints}) => [keyOf(category, department), complaints])
  );
  return {
    all,
    categories: totals.filter(({dimension}) => dimension === 'category'),
    departments: totals.filter(({dimension}) => dimension === 'department'),
    complaints: (category, department) => cells.get(keyOf(category, department)) ?? 0
  };
}

function keyOf(category: string, department: string): string {
  return JSON.stringify([category, department]);
}
