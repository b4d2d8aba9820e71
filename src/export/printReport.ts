import type {Page} from 'playwright-core';
import {PAPER_FAMILY, waitForFonts} from './paperFont.ts';
import {steadyPdf} from './steadyPdf.ts';
import {withReport, type ReportPage} from './withReport.ts';

export interface PrintedPage extends ReportPage {
  /** As of when its figures are, local, YYYY-MM-DD HH:MM: the date that the PDF bears. */
  readonly asOf: string;
  /** Where readers find the site. Links on paper lead there, or nowhere but within the paper where no site is given. */
  readonly site?: string;
}

/**
 * Prints a page of a release on A4, as its own style sheet lays it out, with its title at the head of each further sheet, and with its letters
 * embedded. The same release gives the same bytes.
 *
 * @returns a PDF
 * @throws Error when the release has no such page; UsageError when there is no browser.
 */
export async function printReport(printed: PrintedPage): Promise<Buffer> {
  return withReport(printed, {}, async (page) => {
    await page.emulateMedia({media: 'print', colorScheme: 'light'});
    await addRunningHead(page);
    await leadLinks(page, printed.site);
    await openCards(page);
    await waitForFonts(page);
    const pdf = await page.pdf({
      format: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true
    });
    return steadyPdf(pdf, printed.asOf);
  });
}

/** A style sheet can't say what a page's title is, so the head of the sheets is added for each page. The first one bears the title itself. */
async function addRunningHead(page: Page): Promise<void> {
  const title = (await page.title()).replace(/\s+/g, ' ').replace(/["\\]/g, '\\$&');
  await page.addStyleTag({
    content: `@page { font-family: '${PAPER_FAMILY}'; @top-left { content: "${title}"; color: #4a4f55; font-size: 8pt; white-space: nowrap; } }
      @page :first { @top-left { content: none; } }`
  });
}

/** Links lead to the server that the page was printed from, which is gone when it is read. */
async function leadLinks(page: Page, site: string | undefined): Promise<void> {
  await page.evaluate((base) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      if (link.origin !== location.origin || (link.pathname === location.pathname && link.hash !== '')) continue;
      if (base === undefined) link.removeAttribute('href');
      else link.href = base.replace(/\/$/, '') + link.pathname + link.search + link.hash;
    }
  }, site);
}

/** On paper nothing can be opened: what a card says is printed with it. */
async function openCards(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const card of document.querySelectorAll<HTMLDetailsElement>('details.card')) card.open = true;
  });
}
