import {readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Calendar} from '../../../pipelines/calendars/schema.ts';
import {policySchema, type Policy} from '../../../pipelines/policies/schema.ts';
import {readCalendar} from '../../calendar/readCalendar.ts';
import type {Contract} from '../../contract/contract.ts';
import {projectRoot} from '../../project.ts';
import {readDimensions} from '../../transform/dimensions.ts';
import {policyProblems} from '../checkPolicy.ts';
import {findNamed} from '../namedFile.ts';
import {ProblemsError, gatherProblems} from '../problems.ts';
import {readYamlFile} from '../yamlFile.ts';

/** Reads and checks a policy that a pipeline names, with its calendar. Throws a ProblemsError that lists every mistake. */
export async function readPolicy(
  name: string,
  pipelinePath: string,
  contracts: ReadonlyMap<string, Contract>
): Promise<{policy: Policy; calendar: Calendar}> {
  const path = await findNamed(name, {what: 'policy', folder: 'pipelines/policies', from: pipelinePath});
  const policy = await readYamlFile(path, policySchema);
  const problems = policyProblems(policy, path, {
    kpis: await kpiNames(),
    dimensions: Object.keys(await readDimensions()),
    contracts
  });
  const [calendar] = await gatherProblems(readCalendar(policy.calendar, path), problems);
  if (!calendar || problems.length > 0) throw new ProblemsError(problems);
  return {policy, calendar};
}

/** The KPIs of the project, by name. */
export async function kpiNames(): Promise<string[]> {
  const files = await readdir(join(projectRoot, 'pipelines/kpis'));
  return files.filter((file) => file.endsWith('.sql')).map((file) => basename(file, '.sql'));
}
