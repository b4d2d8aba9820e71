import {mkdir, mkdtemp, rename, rm, symlink, writeFile} from 'node:fs/promises';
import {request} from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Health} from '../../src/serve/health.ts';
import {serveSite} from '../../src/serve/serveSite.ts';

let folder = '';
let told: Health | undefined;
let server: Awaited<ReturnType<typeof serveSite>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  await release('a', 'first');
  await symlink('a', join(folder, 'current'));
  await writeFile(join(folder, 'secret.html'), 'secret');
  const health = () => (told === undefined ? Promise.reject(new Error('/secret/place')) : Promise.resolve(told));
  server = await serveSite({directory: join(folder, 'current'), host: '127.0.0.1', port: 0, health});
});

afterAll(async () => {
  await server.close();
  await rm(folder, {recursive: true});
});

async function release(name: string, text: string): Promise<void> {
  await mkdir(join(folder, name, 'leadership'), {recursive: true});
  await writeFile(join(folder, name, 'index.html'), text);
  await writeFile(join(folder, name, '404.html'), 'no such page');
  await writeFile(join(folder, name, 'leadership/index.html'), 'latest');
  await writeFile(join(folder, name, 'leadership/2026-10.html'), 'october');
}

/** Asks with a path as it stands: fetch would tidy it first. */
function ask(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(server.url, {path}, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .once('error', reject)
      .end();
  });
}

test('pages have clean addresses, and others lead to them', async () => {
  expect(await (await fetch(`${server.url}/leadership/2026-10`)).text()).toBe('october');
  const answer = await fetch(`${server.url}/leadership?a=1`, {redirect: 'manual'});
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/leadership/?a=1']);
  expect((await fetch(`${server.url}/leadership/2026-10/`)).url).toBe(`${server.url}/leadership/2026-10`);
});

test('every answer has the security headers, the missing page too', async () => {
  for (const [path, status] of [
    ['/', 200],
    ['/none', 404]
  ] as const) {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-type')).toContain('text/html');
  }
  expect(await (await fetch(`${server.url}/none`)).text()).toBe('no such page');
});

test('a new release is live at once', async () => {
  expect(await (await fetch(server.url)).text()).toBe('first');
  await release('b', 'second, longer');
  await symlink('b', join(folder, 'next'));
  await rename(join(folder, 'next'), join(folder, 'current'));
  expect(await (await fetch(server.url)).text()).toBe('second, longer');
});

test('nothing outside the site is served, and nothing is taken in', async () => {
  for (const path of ['/../secret.html', '/%2e%2e/secret.html', '/..%2fsecret.html', '/leadership/../../secret']) {
    expect(await ask(path), path).toBe(404);
  }
  expect(await ask('/%E0%A4%A')).toBe(400);
  expect(await ask('/%00')).toBe(400);
  const answer = await fetch(server.url, {method: 'POST'});
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('health is told with a status of its own, and never kept', async () => {
  const health: Health = {
    status: 'ok',
    pipeline: 'company',
    run: 1,
    as_of: null,
    finished_at: null,
    last_failure: null,
    next_run: null,
    sources: []
  };
  for (const [status, code] of [
    ['ok', 200],
    ['stale', 200],
    ['starting', 503],
    ['failing', 503]
  ] as const) {
    told = {...health, status};
    const answer = await fetch(`${server.url}/health?a=1`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([code, 'no-store']);
    expect(await answer.json()).toEqual(told);
  }
  told = undefined;
  const answer = await fetch(`${server.url}/health`);
  expect([answer.status, (await answer.text()).includes('secret')]).toEqual([503, false]);
  expect((await fetch(`${server.url}/health`, {method: 'POST'})).status).toBe(405);
});

test('before the first release, pages say that it is being made', async () => {
  const early = await serveSite({directory: join(folder, 'none'), host: '127.0.0.1', port: 0});
  const answer = await fetch(early.url);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10']);
  expect(await answer.text()).toContain('报告正在生成');
  await early.close();
});

test('a port in use is named, with what to do', async () => {
  const port = Number(new URL(server.url).port);
  await expect(serveSite({directory: folder, host: '127.0.0.1', port})).rejects.toThrow(
    `port ${port} on 127.0.0.1 is in use; end the program that holds it, or choose another with --port`
  );
});
