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

  // What a run that is killed in the middle leaves behind.
  await company.write('state/landing/.pending/register/000001-0123456789ab/complaint.parquet', 'half a file');
  await company.write('state/warehouse.next.duckdb', 'half a warehouse');
  await company.write('state/warehouse.next.duckdb.wal', 'half a log');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('5 rows read = 5 loaded + 0 unchanged + 0 quarantined');
  const left = Object.keys(await company.stateHashes()).map((path) => path.slice(company.data.length + 1));
  expect(left).toEqual([
    expect.stringMatching(/^landing\/register\/000001-[0-9a-f]{12}\/complaint\.parquet$/),
    expect.stringMatching(/^landing\/register\/000001-[0-9a-f]{12}\/load\.json$/),
    'run.lock',
    'warehouse.duckdb'
  ]);
  await company.dissolve();
});
