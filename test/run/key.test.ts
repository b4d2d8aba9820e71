import {chmod, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, expect, test, vi} from 'vitest';
import {printed} from '../cli/huisheng.ts';
import {Company, csv, registerRows} from './company.ts';

let company: Company;
const keyFile = () => join(company.folder, 'config/huisheng/key');

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(5)));
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(async () => {
  await company.dissolve();
});

/** The environment of somebody who has given no key. */
function withoutKey(): void {
  vi.stubEnv('HUISHENG_KEY', undefined);
  vi.stubEnv('XDG_CONFIG_HOME', join(company.folder, 'config'));
}

test('the first run makes a key outside the data that only its owner may read, and the next run takes it', async () => {
  withoutKey();
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect((await stat(keyFile())).mode & 0o777).toBe(0o600);
  const key = (await readFile(keyFile(), 'utf8')).trim();
  expect(key.length).toBeGreaterThanOrEqual(40);
  const again = await company.run();
  expect(again.status, again.stderr).toBe(0);
  expect((await readFile(keyFile(), 'utf8')).trim()).toBe(key);
  for (const path of Object.keys(await company.stateHashes()))
    expect(await readFile(path, 'latin1')).not.toContain(key);
  expect(printed.join('')).not.toContain(key);
});

test('another key on the same landing is refused, and changes nothing', async () => {
  const before = await company.stateHashes();
  vi.stubEnv('HUISHENG_KEY', 'another key, long enough');
  const {status, stderr} = await company.run();
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /landing: load 1 was made with another pseudonym key; give that key by HUISHENG_KEY, or begin a new state folder/
  );
  expect(stderr).not.toContain('long enough');
  expect(await company.stateHashes()).toEqual(before);
});

test('a key that others may read is refused', async () => {
  withoutKey();
  await chmod(keyFile(), 0o644);
  const {status, stderr} = await company.run();
  expect(status).toBe(1);
  expect(stderr).toMatch(/huisheng\/key: others may read the pseudonym key \(mode 644\); run chmod 600 on it/);
  await chmod(keyFile(), 0o600);
});

test('a key that is too short to protect anything is refused', async () => {
  vi.stubEnv('HUISHENG_KEY', 'secret');
  const {status, stderr} = await company.run();
  expect(status).toBe(1);
  expect(stderr).toContain('HUISHENG_KEY: the pseudonym key has 6 bytes; give at least 16');
  expect(stderr).not.toContain('secret');
});
