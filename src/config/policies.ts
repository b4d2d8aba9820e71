import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {policySchema, type Policy} from '../../pipelines/policies/schema.ts';
import {projectRoot} from '../project.ts';
import {readYamlFile} from './yamlFile.ts';

/** The written policies of the project. */
export async function readPolicies(folder = join(projectRoot, 'pipelines/policies')): Promise<Policy[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(files.map((file) => readYamlFile(join(folder, file), policySchema)));
}

/** The clauses of each policy that ask for a figure, by the policy's id: `{'real-estate': '13, 18'}`. */
export function clausesOf(kpi: string, policies: readonly Policy[]): Record<string, string> {
  return Object.fromEntries(
    policies.flatMap(({id, duties}) => {
      const clauses = duties.filter(({figures}) => figures.includes(kpi)).map(({clause}) => clause);
      return clauses.length === 0 ? [] : [[id, clauses.join(', ')]];
    })
  );
}
