import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {expect, test} from 'vitest';
import {seedClientVersions} from '../../src/publish/seedClientVersions.ts';

test('every package that the client might load has a folder in the cache', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  await mkdir(join(folder, 'dist/client'), {recursive: true});
  await writeFile(
    join(folder, 'dist/client/a.js'),
    'import("npm:d3"); import("npm:@scope/name/file.js"); import("b");'
  );
  await seedClientVersions(folder, join(folder, 'reports'));
  const cache = join(folder, 'reports/.observablehq/cache/_npm');
  const found = await glob('**', {cwd: cache, onlyDirectories: true, expandDirectories: false});
  expect(found.sort()).toEqual(expect.arrayContaining(['@scope/name@0.0.0/', 'd3@0.0.0/']));
  await rm(folder, {recursive: true});
});
