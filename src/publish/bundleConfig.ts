import {build, type Plugin} from 'esbuild';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {projectRoot} from '../project.ts';

/** What a file says of its own place stays true in the bundle. */
const OWN_PLACE: Plugin = {
  name: 'own-place',
  setup: (bundle) => {
    bundle.onLoad({filter: /\.ts$/}, async ({path}) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts'
    }));
  }
};

/** The same for every site that a process publishes. */
let bundled: Promise<string> | undefined;

/**
 * The site's configuration with the components that it draws pages with, as one JavaScript module: Framework would
 * translate and load hundreds of files one by one. Packages are still loaded by their names, from where the module lies.
 */
export function bundleConfig(): Promise<string> {
  return (bundled ??= bundle());
}

async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [join(projectRoot, 'observablehq.config.ts')],
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [OWN_PLACE],
    logLevel: 'silent'
  });
  return outputFiles[0]!.text;
}
