import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {finishPage} from './finishPage.ts';
import type {Locale} from './siteData.ts';

/** Finishes all pages of a built site; the client's files go where no page runs a script. */
export async function finishPages(directory: string, locale: Locale): Promise<void> {
  const files = await glob('**/*.html', {cwd: directory});
  const scripted = await Promise.all(
    files.map(async (file) => {
      const path = join(directory, file);
      const {html, hasScript} = finishPage(await readFile(path, 'utf8'), locale);
      await writeFile(path, html);
      return hasScript;
    })
  );
  if (!scripted.includes(true)) await rm(join(directory, '_observablehq'), {recursive: true, force: true});
}
