import {spawn} from 'node:child_process';
import {cp, symlink, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';
import {glob} from 'tinyglobby';
import {barArchives} from './barArchives.ts';
import {bundleClient} from './bundleClient.ts';
import {bundleConfig} from './bundleConfig.ts';
import {finishPages} from './finishPages.ts';
import {publishTables, type PublishedTables} from './publishTables.ts';
import {seedClientVersions} from './seedClientVersions.ts';
import type {SiteData} from './siteData.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const REPORTS = join(PROJECT, 'reports');
const FRAMEWORK = dirname(createRequire(import.meta.url).resolve('@observablehq/framework/package.json'));

/**
 * Builds the pages of `reports/` from the data, with Observable Framework in a process of its own. Each build works on its own
 * copy of the pages, so that no cache of another build can reach it.
 *
 * @param tables what the pages of analysis read
 * @param workshop an empty folder to work in
 * @returns the folder in it that holds the site
 * @throws Error with Framework's own message when the build fails, and the signal's reason when it was ended.
 */
export async function buildSite(
  data: SiteData,
  tables: PublishedTables,
  workshop: string,
  signal?: AbortSignal
): Promise<string> {
  const [pages, file, output] = [join(workshop, 'reports'), join(workshop, 'site.json'), join(workshop, 'site')];
  await writeFile(file, JSON.stringify(data), {mode: 0o600});
  // What draws the pages is bundled with the configuration.
  for (const path of await glob('**/*', {cwd: REPORTS, ignore: '**/*.ts'}))
    await cp(join(REPORTS, path), join(pages, path));
  await barArchives(pages);
  await seedClientVersions(FRAMEWORK, pages);
  // A page that imports a package finds it from where the page lies.
  await symlink(join(PROJECT, 'node_modules'), join(workshop, 'node_modules'), 'dir');
  const environment = {HUISHENG_SITE_DATA: file, HUISHENG_SITE_ROOT: pages, HUISHENG_SITE_OUTPUT: output};
  const config = join(workshop, 'observablehq.config.js');
  await writeFile(config, await bundleConfig());
  await runFramework(config, environment, signal);
  await finishPages(output, data.pipeline.locale);
  await bundleClient(output);
  await publishTables(tables, output);
  return output;
}

/** Runs Framework's build where the configuration lies; resolves when it has succeeded. */
async function runFramework(
  config: string,
  environment: Record<string, string>,
  signal: AbortSignal | undefined
): Promise<void> {
  signal?.throwIfAborted();
  const child = spawn(process.execPath, [join(FRAMEWORK, 'dist/bin/observable.js'), 'build', '--config', config], {
    cwd: PROJECT,
    env: {...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: 'true', NO_COLOR: '1'},
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const end = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', end);
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  try {
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    signal?.throwIfAborted();
    if (status !== 0) throw new Error(`the site could not be built: ${buildMessage(complaint, said)}`);
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** Lines that tell nothing of the cause: stack frames, and how to report a fault in Framework. */
const FRAMEWORK_ADVICE = /^\s*at |^\s*↳|^Tip: |^If you think this is a bug/;

/** The part of Framework's output that tells why a build failed. */
function buildMessage(complaint: string, said: string): string {
  const text = stripVTControlCharacters(complaint.trim() === '' ? said : complaint);
  const lines = text.split('\n').map((line) => line.trimEnd());
  const start = lines.findIndex((line) => /error/i.test(line));
  return lines
    .slice(Math.max(0, start))
    .filter((line) => line !== '' && !FRAMEWORK_ADVICE.test(line))
    .join('\n')
    .replace(/^Unexpected error: /, '');
}
