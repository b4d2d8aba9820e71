import {afterAll, beforeAll, expect, test} from 'vitest';
import {Company, csv, registerRows} from '../run/company.ts';
import {huisheng, startHuisheng, type Started} from './huisheng.ts';

let company: Company;
let started: Started;
let address = '';

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(200)));
  started = startHuisheng(['start', '--port', '0', ...company.where]);
  [, address] = (await started.prints(/The report is at (http:\/\/127\.0\.0\.1:\d+) /)) as unknown as [string, string];
});

afterAll(async () => {
  started.child.kill('SIGKILL');
  await started.ended;
  await company.dissolve();
});

test('runs, publishes and serves what it found, and says where', async () => {
  const response = await fetch(address);
  const page = await response.text();
  expect(response.status).toBe(200);
  expect(page).toContain('<title>');
  expect(page).toContain('公司');
  expect((await fetch(`${address}/operations/definitions`)).status).toBe(200);
});

test('a second program on the same port is told what to do', async () => {
  const port = new URL(address).port;
  const {status, stderr} = await huisheng('serve', '--port', port, ...company.where);
  expect(status).toBe(1);
  expect(stderr).toContain(
    `port ${port} on 127.0.0.1 is in use; end the program that holds it, or choose another with --port`
  );
});

test('ends when it is told to, at once and without complaint', async () => {
  const before = performance.now();
  started.child.kill('SIGTERM');
  const {status, stdout, stderr} = await started.ended;
  expect(performance.now() - before).toBeLessThan(5000);
  expect(status, stderr).toBe(0);
  expect(stdout).toBe(`The report is at ${address} (Ctrl+C ends)\n`);
  expect(stderr).toMatch(
    /^company: register: 1 new file\n[\s\S]*company: run 1 done[\s\S]*company: run 1 published\n$/
  );
  for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^(company: | {2})\S/);
});
