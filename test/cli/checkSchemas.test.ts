import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {Company, REGISTER_SOURCE, csv, registerRows} from '../run/company.ts';
import {huisheng} from './huisheng.ts';

let company: Company;

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(5)));
  await company.write('register.yaml', REGISTER_SOURCE);
});

afterAll(async () => {
  await company.dissolve();
});

test('check --schemas writes the forms of the YAML files into a folder, besides what it says anyway', async () => {
  const folder = join(company.folder, 'editor/schemas');
  const {status, stdout, stderr} = await huisheng('check', company.pipeline, '--schemas', folder);
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  const names = ['policy.schema.json', 'calendar.schema.json', 'pipeline.schema.json', 'source.schema.json'];
  expect(stdout).toBe(`${folder}: ${names.join(', ')}\ncompany: register: 1 file\ncompany: in order\n`);
  expect((await readdir(folder)).sort()).toEqual([...names].sort());
  const policy = JSON.parse(await readFile(join(folder, 'policy.schema.json'), 'utf8')) as Record<string, unknown>;
  expect(policy['$schema']).toBe('http://json-schema.org/draft-07/schema#');
});
