import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {projectRoot} from '../../src/project.ts';

/**
 * Writes a pipeline into a folder that is one of the project's but for a history of so many months in place of its three years.
 * Returns the path of its YAML.
 */
export async function shortCompany(name: string, months: number, folder: string): Promise<string> {
  const demo = join(projectRoot, 'sources/demo');
  const url = (path: string) => JSON.stringify(pathToFileURL(join(demo, path)).href);
  const source = await readFile(join(demo, name, 'source.yaml'), 'utf8');
  const pipeline = await readFile(join(projectRoot, 'pipelines', `${name}.yaml`), 'utf8');
  await mkdir(folder, {recursive: true});
  await writeFile(
    join(folder, 'company.ts'),
    `import {readCompany} from ${url('process/company.ts')};
import {generateCompany} from ${url('process/generateCompany.ts')};
const company = readCompany(new URL(${url(`${name}/`)}));
export default (asOf) => generateCompany({...company, profile: {...company.profile, months: ${months}}}, asOf);
`
  );
  await writeFile(join(folder, 'source.yaml'), source);
  await writeFile(join(folder, 'pipeline.yaml'), pipeline.replace(/^sources: .*$/m, 'sources: [source.yaml]'));
  return join(folder, 'pipeline.yaml');
}
