import chromium from '@sparticuz/chromium';
import {chromium as playwright, type Browser} from 'playwright-core';

/** Opens a real Chromium without a window. It runs as several processes: as one it dies with its first context. */
export async function openBrowser(): Promise<Browser> {
  const without = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => !without.includes(argument)),
    headless: true
  });
}
