import {build, type Plugin} from 'esbuild';
import {copyFile, link, mkdir, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join, relative} from 'node:path';
import {glob} from 'tinyglobby';
import {projectRoot} from '../project.ts';

const VIEWS = join(projectRoot, 'reports/client/views');

/** What DuckDB-Wasm loads by its address. */
const DUCKDB_FILES = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'];

/** A part of @stdlib asks by eval whether there are generators, which the content security policy forbids; every browser has them. */
const WITHOUT_EVAL: Plugin = {
  name: 'without-eval',
  setup: (bundle) => {
    bundle.onLoad({filter: /@stdlib.assert-has-generator-support.lib.index\.js$/}, () => ({
      contents: 'module.exports = () => true;'
    }));
  }
};

/** What the scripts are bundled to, by their place below client/; the same for every site that a process publishes. */
let bundled: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/**
 * Writes the scripts of the pages of analysis into a site: one for each file of reports/client/views, with what they share in files of
 * their own, and DuckDB-Wasm beside them.
 */
export async function bundleClient(site: string): Promise<void> {
  const client = join(site, 'client');
  await mkdir(client, {recursive: true});
  for (const [name, bytes] of await (bundled ??= bundle())) await writeFile(join(client, name), bytes);
  await mkdir(join(site, 'duckdb'), {recursive: true});
  const dist = join(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'), '..');
  for (const file of DUCKDB_FILES) await share(join(dist, file), join(site, 'duckdb', file));
}

async function bundle(): Promise<ReadonlyMap<string, Uint8Array>> {
  const {outputFiles} = await build({
    entryPoints: (await glob('*.ts', {cwd: VIEWS, absolute: true})).sort(),
    outdir: VIEWS,
    write: false,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    platform: 'browser',
    minify: true,
    legalComments: 'none',
    plugins: [WITHOUT_EVAL],
    chunkNames: 'part-[hash]',
    logLevel: 'silent'
  });
  return new Map(outputFiles.map(({path, contents}) => [relative(VIEWS, path), contents]));
}

/** Links a file, so that releases do not multiply it; copies it where the two folders lie on different disks. */
async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}
