import {CLOCK_STOPS, type PolicyVersion} from '../../../pipelines/policies/schema.ts';
import type {PolicyProblem} from './problem.ts';

type Step = (typeof CLOCK_STOPS)[number];

/** Clocks that can't run, business hours that contradict each other, and steps of the closed loop out of their order. */
export function clockProblems(version: PolicyVersion): PolicyProblem[] {
  return [
    ...hoursProblems(version.business_hours),
    ...version.clocks.flatMap((_, i) => problemsOfClock(version, i)),
    ...loopProblems(version.closed_loop?.steps ?? [])
  ];
}

function hoursProblems(intervals: PolicyVersion['business_hours']): PolicyProblem[] {
  return intervals.flatMap(({from, to, on}, i) => {
    const at = `business_hours.${String(i)}`;
    if (to <= from) return [{at: `${at}.to`, what: `expected a time after ${from}, at which it begins, got "${to}"`}];
    const other = intervals.slice(0, i).findIndex((earlier) => earlier.from < to && from < earlier.to);
    if (other < 0) return [];
    const what = `expected hours apart from business_hours.${String(other)}, got ${from} to ${to} on ${on}; make one of both`;
    return [{at, what}];
  });
}

function problemsOfClock({clocks, business_hours}: PolicyVersion, i: number): PolicyProblem[] {
  const {id, from, to, limit, aim, unit} = clocks[i]!;
  const at = `clocks.${String(i)}`;
  const problems: PolicyProblem[] = [];
  const later = CLOCK_STOPS.filter((step) => comesAfter(step, from));
  if (!comesAfter(to, from)) {
    problems.push({at: `${at}.to`, what: `expected a step after "${from}", got "${to}"; there is ${later.join(', ')}`});
  }
  if (aim !== undefined && aim > limit) {
    const what = `expected at most the limit of ${String(limit)}, got ${String(aim)}; swap the two`;
    problems.push({at: `${at}.aim`, what});
  }
  if (unit === 'working_hours' && business_hours.length === 0) {
    problems.push({
      at: `${at}.unit`,
      what: 'the version has no business hours, got "working_hours"; add business_hours'
    });
  }
  const first = clocks.slice(0, i).findIndex((earlier) => earlier.id === id && !hasConditions(earlier.when));
  if (first >= 0) {
    const what = `never runs: clocks.${String(first)} has the same id "${id}" and fits every case; put that one last`;
    problems.push({at, what});
  }
  return problems;
}

/** A customer is contacted again and again: that step has no place in the order. */
function comesAfter(step: Step, start: string): boolean {
  return step === 'contacted' || CLOCK_STOPS.indexOf(step) > CLOCK_STOPS.indexOf(start as Step);
}

/** Whether a rule is for some cases only. */
export function hasConditions(when: object | undefined): boolean {
  return Object.keys(when ?? {}).length > 0;
}

function loopProblems(steps: readonly Step[]): PolicyProblem[] {
  return steps.flatMap((step, i) => {
    const earlier = steps
      .slice(0, i)
      .findLast((one) => one === step || (one !== 'contacted' && !comesAfter(step, one)));
    if (earlier === undefined) return [];
    return [{at: `closed_loop.steps.${String(i)}`, what: `expected a step after "${earlier}", got "${step}"`}];
  });
}
