import {existsSync} from 'node:fs';
import {readdir} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {projectRoot} from '../project.ts';
import {suggestion} from './nearest.ts';
import {ProblemsError} from './problems.ts';
import {shortPath} from './yamlFile.ts';

export interface NamedFileOptions {
  /** What it is, which is also the setting that names it. */
  readonly what: string;
  /** The folder of the project that holds such files. */
  readonly folder: string;
  /** The file that names it. */
  readonly from: string;
}

/**
 * The path of a YAML file that another file names: one in a folder of the project by its name, or any by a path relative
 * to the file that names it. Throws a ProblemsError when the project has none of that name.
 */
export async function findNamed(name: string, {what, folder, from}: NamedFileOptions): Promise<string> {
  if (/\.ya?ml$/.test(name)) return resolve(dirname(from), name);
  const home = join(projectRoot, folder);
  const path = join(home, `${name}.yaml`);
  if (existsSync(path)) return path;
  const names = (await readdir(home)).filter((file) => file.endsWith('.yaml')).map((file) => basename(file, '.yaml'));
  throw new ProblemsError([`${shortPath(from)}, ${what}: there is no ${what} "${name}"${suggestion(name, names)}`]);
}
