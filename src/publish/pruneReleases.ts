import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';

/**
 * Deletes the oldest releases until `keep` are left. The live one always stays.
 *
 * @param releases the folder that holds them
 */
export async function pruneReleases(releases: string, {keep, live}: {keep: number; live: string}): Promise<void> {
  const entries = await readdir(releases, {withFileTypes: true});
  const others = entries.filter((entry) => entry.isDirectory() && entry.name !== live);
  const dated = await Promise.all(
    others.map(async ({name}) => ({name, built: (await stat(join(releases, name))).mtimeMs}))
  );
  dated.sort((a, b) => b.built - a.built || (a.name < b.name ? 1 : -1));
  for (const {name} of dated.slice(Math.max(0, keep - 1))) {
    await rm(join(releases, name), {recursive: true, force: true});
  }
}
