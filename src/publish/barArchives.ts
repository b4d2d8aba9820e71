import {mkdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {glob} from 'tinyglobby';

/**
 * Spares Framework its search for archives that a page might come out of.
 *
 * Before it makes a page, Framework asks under dozens of names for an archive in place of each folder above the page, and searches the
 * file system for each name. It stops at the first name that a folder has.
 *
 * @param pages the root of the pages to be built
 */
export async function barArchives(pages: string): Promise<void> {
  const folders = new Set((await glob('**/*.md', {cwd: pages})).map(dirname));
  folders.delete('.');
  for (const folder of folders) await mkdir(join(pages, `${folder}.zip`));
}
