import type {BrowserContext, Page} from 'playwright-core';

/** What a visit of one page found. */
export interface Visit {
  path: string;
  status: number | undefined;
  lang: string;
  title: string;
  text: string;
  /** How far the page is wider than the screen, in pixels. */
  overflow: number;
  scripts: number;
  /** Links to places within a page that are not there. */
  brokenAnchors: string[];
  /** Requests that left the host, and what the browser complained of. */
  complaints: string[];
}

/**
 * Visits every page that can be reached from the first by links.
 *
 * @param look what else is to be done on each page that has been drawn
 */
export async function visitSite(
  context: BrowserContext,
  url: string,
  look?: (page: Page, path: string) => Promise<void>
): Promise<Visit[]> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${url}/`) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`));
  const visits: Visit[] = [];
  const anchors = new Map<string, Set<string>>();
  const wanted: {path: string; hash: string; from: string}[] = [];
  const queue = ['/'];
  for (const path of queue) {
    const response = await page.goto(url + path);
    // A page of analysis is read when it has been drawn.
    if ((await page.locator('#analysis-view').count()) > 0)
      await page.waitForSelector('#analysis-view[aria-busy="false"]');
    const found = await readPage(page);
    await look?.(page, path);
    anchors.set(path, new Set(found.ids));
    visits.push({path, status: response?.status(), brokenAnchors: [], complaints: complaints.splice(0), ...found.page});
    for (const href of found.links) {
      const target = new URL(href);
      if (target.origin !== url) throw new Error(`${path}: links to another host, ${href}`);
      if (target.hash !== '') wanted.push({path: target.pathname, hash: target.hash.slice(1), from: path});
      if (!queue.includes(target.pathname)) queue.push(target.pathname);
    }
  }
  for (const {path, hash, from} of wanted) {
    if (anchors.get(path)?.has(hash) !== true) {
      visits.find((visit) => visit.path === from)?.brokenAnchors.push(`${path}#${hash}`);
    }
  }
  await page.close();
  return visits;
}

async function readPage(page: Page): Promise<{
  ids: string[];
  links: string[];
  page: Pick<Visit, 'lang' | 'title' | 'text' | 'overflow' | 'scripts'>;
}> {
  return page.evaluate(() => ({
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    links: [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
    page: {
      lang: document.documentElement.lang,
      title: document.title,
      text: document.body.innerText,
      overflow: document.documentElement.scrollWidth - window.innerWidth,
      scripts: document.scripts.length
    }
  }));
}
