import {chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {keyPath, readKey} from '../../src/privacy/key.ts';

let home = '';
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
});
afterEach(() => rm(home, {recursive: true}));

it('makes a key on the first run that only its owner can read, and keeps to it', async () => {
  const key = await readKey({HOME: home});
  const path = join(home, '.config/huisheng/key');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
  expect(await readFile(path, 'utf8')).toBe(`${key}\n`);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(await readKey({HOME: home})).toBe(key);
});

it('looks below XDG_CONFIG_HOME where it is set', () => {
  expect(keyPath({XDG_CONFIG_HOME: '/etc/xdg', HOME: home})).toBe('/etc/xdg/huisheng/key');
});

it('refuses a key file that others may read', async () => {
  await readKey({HOME: home});
  const path = keyPath({HOME: home});
  await chmod(path, 0o640);
  await expect(readKey({HOME: home})).rejects.toThrow(
    `${path}: others may read the pseudonym key (mode 640); run chmod 600 on it`
  );
});

it('refuses a key that is too short, wherever it comes from', async () => {
  await expect(readKey({HUISHENG_KEY: 'short'})).rejects.toThrow(
    'HUISHENG_KEY: the pseudonym key has 5 bytes; give at least 16'
  );
  const path = keyPath({HOME: home});
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, 'brief\n', {mode: 0o600});
  await expect(readKey({HOME: home})).rejects.toThrow('the pseudonym key has 5 bytes; give at least 16');
});

it('prefers HUISHENG_KEY to the file, and then makes none', async () => {
  expect(await readKey({HOME: home, HUISHENG_KEY: 'given by the operator'})).toBe('given by the operator');
  await expect(stat(keyPath({HOME: home}))).rejects.toThrow('ENOENT');
});
