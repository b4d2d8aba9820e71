import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {readPolicy} from '../../src/config/policy/readPolicy.ts';
import {readContracts} from '../../src/contract/catalog.ts';
import {projectRoot} from '../../src/project.ts';

const files = (await readdir(join(projectRoot, 'pipelines/policies'))).filter((file) => file.endsWith('.yaml'));
const contracts = await readContracts();

test.each(files)('%s is in order, and so is its calendar', async (file) => {
  const {policy, calendar} = await readPolicy(file.replace('.yaml', ''), 'pipelines/any.yaml', contracts);
  expect(`${policy.id}.yaml`).toBe(file);
  expect(calendar.id).toBe(policy.calendar);
});
