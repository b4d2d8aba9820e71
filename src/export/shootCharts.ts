import {waitForFonts} from './paperFont.ts';
import {withReport, type ReportPage} from './withReport.ts';

/** The width of a picture in a mail, in pixels of the screen; the picture has twice as many. */
const WIDTH = 600;
const SCALE = 2;
/** Where a PNG says how wide and high it is. */
const [WIDTH_AT, HEIGHT_AT] = [16, 20];

/** A chart of a page as a picture. */
export interface ChartPicture {
  /** The id of its figure in the page. */
  readonly id: string;
  /** The heading of its figure. */
  readonly title: string;
  /** What the chart says, in words. */
  readonly alt: string;
  readonly png: Buffer;
  /** The size at which it is to be shown, in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Takes a picture of each chart of a page that is marked for mails (`figure[data-in-mail]`), in the order of the page.
 *
 * @throws Error when the release has no such page; UsageError when there is no browser.
 */
export async function shootCharts(report: ReportPage): Promise<ChartPicture[]> {
  const screen = {viewport: {width: 1280, height: 900}, deviceScaleFactor: SCALE};
  return withReport(report, screen, async (page) => {
    await page.addStyleTag({
      content: `:root { --ground: #ffffff !important; }
        figure[data-in-mail] svg { width: ${WIDTH}px !important; max-width: none !important; height: auto; background: #ffffff; }`
    });
    await waitForFonts(page);
    const pictures: ChartPicture[] = [];
    for (const figure of await page.locator('figure[data-in-mail]').all()) {
      const chart = figure.locator('svg:visible').first();
      const title = (await figure.locator('figcaption').allInnerTexts()).join(' ').trim();
      const alt = (await chart.getAttribute('aria-label')) ?? title;
      // On whole pixels, and with nothing of the page around it.
      await chart.evaluate((drawing) => {
        drawing.setAttribute('style', 'position: fixed; top: 0; left: 0; z-index: 1;');
      });
      const png = await chart.screenshot();
      await chart.evaluate((drawing) => {
        drawing.remove();
      });
      pictures.push({
        id: (await figure.getAttribute('id')) ?? '',
        title,
        alt,
        png,
        width: png.readUInt32BE(WIDTH_AT) / SCALE,
        height: png.readUInt32BE(HEIGHT_AT) / SCALE
      });
    }
    return pictures;
  });
}
