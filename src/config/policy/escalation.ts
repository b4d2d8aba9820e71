import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import {hasConditions} from './clocks.ts';
import {doubled, unknownName, type PolicyProblem} from './problem.ts';

/** Escalation rules that fit every case, change nothing, or name a clock or a severity that the version lacks. */
export function escalationProblems({escalation, clocks, severities}: PolicyVersion): PolicyProblem[] {
  const clockIds = [...new Set(clocks.map(({id}) => id))];
  const grades = severities.map(({code}) => code);
  return [
    ...doubled(
      escalation,
      (i) => `escalation.${String(i)}.id`,
      ({id}) => id
    ),
    ...escalation.flatMap(({when, severity, level}, i) => {
      const at = `escalation.${String(i)}`;
      return [
        ...(hasConditions(when)
          ? []
          : [{at: `${at}.when`, what: 'fits every case; say when, such as {overdue: resolve}'}]),
        ...(severity === undefined && level === undefined
          ? [{at, what: 'changes nothing; give the severity or the level that the case then has'}]
          : []),
        ...(when.overdue === undefined ? [] : unknownName(`${at}.when.overdue`, 'clock', when.overdue, clockIds)),
        ...(severity === undefined || grades.length === 0
          ? []
          : unknownName(`${at}.severity`, 'severity', severity, grades))
      ];
    })
  ];
}
