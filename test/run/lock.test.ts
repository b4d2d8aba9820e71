import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {Company, csv, registerRows} from './company.ts';

const holder = fileURLToPath(new URL('holdLock.ts', import.meta.url));

test('two runs of one pipeline never meet, and a process that was killed leaves no lock behind', async () => {
  const company = await Company.found();
  await company.write('register.csv', csv(registerRows(5)));
  await mkdir(company.data);
  const child = spawn(process.execPath, ['--import', 'tsx', holder, join(company.data, 'run.lock')], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  await once(child.stdout, 'data');

  const refused = await company.run();
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain(`company: another run is going on (process ${child.pid!}); wait until it ends`);
  expect(Object.keys(await company.stateHashes()).map((path) => path.split('/').at(-1))).toEqual(['run.lock']);

  child.kill('SIGKILL');
  await once(child, 'exit');
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  await company.dissolve();
});
