import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import type {Page} from 'playwright-core';

/** The name of the Chinese font that is installed with Huisheng. */
export const PAPER_FAMILY = 'Noto Sans SC Variable';

const PACKAGE = '@fontsource-variable/noto-sans-sc';
const FOLDER = '/paper-font/';

/** The files of the font; its style sheet names the others. */
const FILE = /^(?:index\.css|files\/[\w.-]+\.woff2)$/;

/**
 * Sets a page in the Chinese font that is installed with Huisheng, so that it looks the same wherever it is printed, on a machine without
 * any Chinese font as well. The page's own policy on what it may use has to be bypassed.
 */
export async function usePaperFont(page: Page): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  await page.route(
    ({pathname}) => pathname.startsWith(FOLDER),
    async (route) => {
      const file = new URL(route.request().url()).pathname.slice(FOLDER.length);
      await (FILE.test(file) ? route.fulfill({path: join(folder, file)}) : route.abort());
    }
  );
  await page.addStyleTag({url: `${FOLDER}index.css`});
  await page.addStyleTag({content: `:root, :root:lang(en) { --text: '${PAPER_FAMILY}', sans-serif !important; }`});
}

/** Waits until the letters are there that the page needs as it stands now. */
export async function waitForFonts(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
}
