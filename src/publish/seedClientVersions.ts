import {mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';

/**
 * Spares Framework its questions to the npm registry, so that a site is built in a closed network.
 *
 * Framework bundles its client script into each build and asks the registry for the latest version of every package
 * that the script might load one day. It asks for none that its cache holds a folder of. No page loads any of them,
 * so the version does not matter.
 *
 * @param framework the folder of the installed Framework
 * @param pages the root of the pages to be built
 */
export async function seedClientVersions(framework: string, pages: string): Promise<void> {
  const client = join(framework, 'dist/client');
  const files = await glob('**/*.js', {cwd: client, absolute: true});
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const named = texts.flatMap((text) =>
    [...text.matchAll(/["']npm:((?:@[\w.-]+\/)?[\w.-]+)/g)].map(([, name]) => name!)
  );
  for (const name of new Set(named)) {
    await mkdir(join(pages, '.observablehq/cache/_npm', `${name}@0.0.0`), {recursive: true});
  }
}
