import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {projectRoot} from '../project.ts';

/** The code that a process has begun with is what it works with. */
let version: Promise<string> | undefined;

/** A hash of the engine's own code: figures that another version has computed are computed again. */
export function codeVersion(): Promise<string> {
  return (version ??= hashCode());
}

async function hashCode(): Promise<string> {
  const paths = (await glob('src/**/*.ts', {cwd: projectRoot})).sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(await readFile(join(projectRoot, path)));
  return hash.digest('hex').slice(0, 16);
}
