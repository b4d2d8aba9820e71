import sparticuz from '@sparticuz/chromium';
import {existsSync} from 'node:fs';
import {chromium, type Browser, type LaunchOptions} from 'playwright-core';
import {UsageError, messageOf} from '../config/problems.ts';

/** Where Chromium lies that its own channel does not tell of. */
const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** As one process the browser dies with its first context; the others weaken what a page may not do. */
const REFUSED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];

/**
 * Opens a browser without a window: the one that HUISHENG_BROWSER names by its path, else an installed Chrome, Edge or Chromium,
 * else, on Linux with an x64 processor, the Chromium that is installed with Huisheng.
 *
 * @throws UsageError when there is none, or the one that is named can't be opened.
 */
export async function openChromium(): Promise<Browser> {
  const named = process.env['HUISHENG_BROWSER'];
  if (named !== undefined && named !== '') return openNamed(named);
  const failures: string[] = [];
  for (const options of await installed()) {
    try {
      return await chromium.launch(options);
    } catch (error) {
      const [reason] = messageOf(error).split('\n');
      failures.push(`${options.channel ?? options.executablePath!}: ${reason!}`);
    }
  }
  throw new UsageError(
    `no browser can be opened; install Chrome, Edge or Chromium, or give the path of one in HUISHENG_BROWSER\n${failures.join('\n')}`
  );
}

async function openNamed(executablePath: string): Promise<Browser> {
  try {
    return await chromium.launch({executablePath});
  } catch (error) {
    const [reason] = messageOf(error).split('\n');
    throw new UsageError(
      `HUISHENG_BROWSER: expected the path of Chrome, Edge or Chromium, got "${executablePath}" (${reason!})`,
      {cause: error}
    );
  }
}

async function installed(): Promise<LaunchOptions[]> {
  const found: LaunchOptions[] = [{channel: 'chrome'}, {channel: 'msedge'}];
  found.push(...CHROMIUM_PATHS.filter((path) => existsSync(path)).map((executablePath) => ({executablePath})));
  if (process.platform === 'linux' && process.arch === 'x64') {
    // Pages and paper need no three dimensions.
    sparticuz.setGraphicsMode = false;
    const args = sparticuz.args.filter((argument) => !REFUSED.includes(argument));
    found.push({executablePath: await sparticuz.executablePath(), args});
  }
  return found;
}
