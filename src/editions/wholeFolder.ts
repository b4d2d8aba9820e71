import {mkdir, open, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Writes a new file, and waits until it is on the disk. */
export async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until what was written to a file or a folder is on the disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes an empty folder; what stood there goes. */
export async function emptyFolder(path: string): Promise<void> {
  await rm(path, {recursive: true, force: true});
  await mkdir(path, {recursive: true});
}

/** Puts a folder that is written into its place, in one step. */
export async function putIntoPlace(folder: string, parent: string, name: string): Promise<void> {
  await sync(folder);
  await rename(folder, join(parent, name));
  await sync(parent);
  await sync(dirname(parent));
}
