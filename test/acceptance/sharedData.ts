import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {projectRoot} from '../../src/project.ts';

const folder = join(projectRoot, '../shared/data');

/** Whether the real records are there; the reason is printed where they are not. */
export const hasSharedData = existsSync(folder);

if (!hasSharedData) console.warn('../shared/data is absent: the runs over real records are skipped');

/** The pipeline of a data set. */
export function pipelineOf(name: string): string {
  return join(projectRoot, 'test/acceptance', name, 'pipeline.yaml');
}

/** What was computed beside a data set, by other means. */
export async function readExpected<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name, 'expected.json'), 'utf8')) as T;
}

/** The records of a CSV file of a data set, by the names of its header. */
export async function readRecords(name: string, file: string): Promise<Record<string, string>[]> {
  const {parse} = await import('csv-parse/sync');
  return parse(await readFile(join(folder, name, file)), {columns: true, bom: true});
}
