import {randomBytes} from 'node:crypto';
import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {homedir} from 'node:os';
import {dirname, join} from 'node:path';

const SHORTEST = 16;

/**
 * The key of the pseudonyms: HUISHENG_KEY where it is set, else a file outside the data, which is made on the first run
 * with mode 0600. Throws when a key is too short, or when others may read the file.
 */
export async function readKey(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const given = environment['HUISHENG_KEY'];
  if (given !== undefined) return checked(given, 'HUISHENG_KEY');
  const path = keyPath(environment);
  try {
    const {mode} = await stat(path);
    if ((mode & 0o077) !== 0) {
      throw new Error(
        `${path}: others may read the pseudonym key (mode ${(mode & 0o777).toString(8)}); run chmod 600 on it`
      );
    }
    return checked((await readFile(path, 'utf8')).trim(), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const key = randomBytes(32).toString('base64url');
  await mkdir(dirname(path), {recursive: true, mode: 0o700});
  await writeFile(path, `${key}\n`, {mode: 0o600, flag: 'wx'});
  return key;
}

/** Where the key file stands: below XDG_CONFIG_HOME, or ~/.config. */
export function keyPath(environment: NodeJS.ProcessEnv): string {
  return join(environment['XDG_CONFIG_HOME'] ?? join(environment['HOME'] ?? homedir(), '.config'), 'huisheng', 'key');
}

function checked(key: string, place: string): string {
  if (Buffer.byteLength(key) < SHORTEST) {
    throw new Error(`${place}: the pseudonym key has ${Buffer.byteLength(key)} bytes; give at least ${SHORTEST}`);
  }
  return key;
}
