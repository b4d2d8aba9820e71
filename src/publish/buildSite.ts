import {spawn} from 'node:child_process';
import {cp, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {basename, dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {stripVTControlCharacters} from 'node:util';
import {finishPages} from './finishPages.ts';
import {seedClientVersions} from './seedClientVersions.ts';
import type {SiteData} from './siteData.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const FRAMEWORK = dirname(createRequire(import.meta.url).resolve('@observablehq/framework/package.json'));

/**
 * Builds the pages of `reports/` from the data into a folder, with Observable Framework in a process of its own.
 * Each build works on its own copy of the pages, so that no cache of another build can reach it.
 *
 * @throws Error with Framework's own message when the build fails.
 */
export async function buildSite(data: SiteData, output: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'huisheng-site-'));
  try {
    const pages = join(work, 'reports');
    const file = join(work, 'site.json');
    await writeFile(file, JSON.stringify(data));
    await cp(join(PROJECT, 'reports'), pages, {recursive: true, filter: (path) => basename(path) !== '.observablehq'});
    await seedClientVersions(FRAMEWORK, pages);
    // A page that imports a package finds it from where the page lies.
    await symlink(join(PROJECT, 'node_modules'), join(work, 'node_modules'), 'dir');
    await runFramework({HUISHENG_SITE_DATA: file, HUISHENG_SITE_ROOT: pages, HUISHENG_SITE_OUTPUT: output});
    await finishPages(output, data.pipeline.locale);
  } finally {
    await rm(work, {recursive: true, force: true});
  }
}

/** Runs Framework's build where the configuration lies; resolves when it has succeeded. */
async function runFramework(environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(FRAMEWORK, 'dist/bin/observable.js'), 'build'], {
    cwd: PROJECT,
    env: {...process.env, ...environment, OBSERVABLE_TELEMETRY_DISABLE: 'true', NO_COLOR: '1'},
    stdio: ['ignore', 'pipe', 'pipe']
  });
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`the site could not be built: ${buildMessage(complaint, said)}`));
    });
  });
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
