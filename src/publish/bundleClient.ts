import {build, type Plugin} from 'esbuild';
import {copyFile, link, mkdir} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {join} from 'node:path';
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

/**
 * Writes the scripts of the pages of analysis into a site: one for each file of reports/client/views, with what they share in files of
 * their own, and DuckDB-Wasm beside them.
 */
export async function bundleClient(site: string): Promise<void> {
  await build({
    entryPoints: await glob('*.ts', {cwd: VIEWS, absolute: true}),
    outdir: join(site, 'client'),
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
  await mkdir(join(site, 'duckdb'), {recursive: true});
  const dist = join(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'), '..');
  for (const file of DUCKDB_FILES) await share(join(dist, file), join(site, 'duckdb', file));
}

/** Links a file, so that releases do not multiply it; copies it where the two folders lie on different disks. */
async function share(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch {
    await copyFile(from, to);
  }
}
