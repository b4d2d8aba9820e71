import type {Browser, BrowserContextOptions, Page} from 'playwright-core';
import {serveSite} from '../serve/serveSite.ts';
import {openChromium} from './browser.ts';
import {usePaperFont} from './paperFont.ts';

/** A page of a built site. */
export interface ReportPage {
  /** The folder of a release. */
  readonly directory: string;
  /** The page's path in the site: /leadership/2026-10. */
  readonly path: string;
  /** A browser that is open already; it stays open. */
  readonly browser?: Browser;
}

/**
 * Opens a page of a release in light colours and in the Chinese font that is installed with Huisheng, and asks no other host for anything.
 * Everything is closed when the work is done.
 *
 * @throws Error when the release has no such page.
 */
export async function withReport<T>(
  {directory, path, browser}: ReportPage,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<T>
): Promise<T> {
  if (browser === undefined) {
    const opened = await openChromium();
    try {
      return await withReport({directory, path, browser: opened}, options, work);
    } finally {
      await opened.close();
    }
  }
  const site = await serveSite({directory, host: '127.0.0.1', port: 0});
  try {
    const context = await browser.newContext({...options, bypassCSP: true, colorScheme: 'light', baseURL: site.url});
    try {
      const page = await context.newPage();
      await page.route(
        ({origin}) => origin !== site.url,
        (route) => route.abort()
      );
      const response = await page.goto(path);
      if (response?.ok() !== true) throw new Error(`${directory}: there is no page ${path}; publish the run anew`);
      await usePaperFont(page);
      return await work(page);
    } finally {
      await context.close();
    }
  } finally {
    await site.close();
  }
}
