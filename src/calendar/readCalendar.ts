import {calendarSchema, type Calendar} from '../../pipelines/calendars/schema.ts';
import {findNamed} from '../config/namedFile.ts';
import {readYamlFile, shortPath} from '../config/yamlFile.ts';
import {ProblemsError} from '../config/problems.ts';
import {calendarProblems} from './calendarProblems.ts';

/**
 * Reads and checks a calendar that the policy at `policyPath` names: a file in pipelines/calendars, or the path of one
 * relative to the policy. Throws a ProblemsError that lists every mistake.
 */
export async function readCalendar(name: string, policyPath: string): Promise<Calendar> {
  const path = await findNamed(name, {what: 'calendar', folder: 'pipelines/calendars', from: policyPath});
  const calendar = await readYamlFile(path, calendarSchema);
  const problems = calendarProblems(calendar, path);
  if (problems.length > 0) throw new ProblemsError(problems.map((problem) => `${shortPath(path)}, ${problem}`));
  return calendar;
}
