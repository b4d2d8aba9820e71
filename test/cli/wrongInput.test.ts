import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Company} from '../run/company.ts';
import {companyThatRan} from './company.ts';
import {huisheng} from './huisheng.ts';

let company: Company;

beforeAll(async () => {
  company = await companyThatRan();
});

afterAll(async () => {
  await company.dissolve();
});

/** Runs a command that must be refused as wrong usage, and returns what it says. */
async function refusal(...args: string[]): Promise<string> {
  const {status, stdout, stderr} = await huisheng(...args);
  expect(status, stderr).toBe(2);
  expect(stdout).toBe('');
  return stderr;
}

describe('a name that does not exist is refused, with the one that was meant', () => {
  test('of a command', async () => {
    expect(await refusal('staus')).toMatch(/unknown command 'staus'\s+\(Did you mean status\?\)/);
  });

  test('of an option', async () => {
    expect(await refusal('kpi', 'complaints', '--graim', 'month')).toMatch(
      /unknown option '--graim'\s+\(Did you mean --grain\?\)/
    );
  });

  test('of a pipeline', async () => {
    expect(await refusal('run', 'craft-exports')).toContain(
      '"craft-exports" is no pipeline; did you mean "craft-export"?'
    );
    expect(await refusal('kpi', 'complaints', '--pipeline', 'x')).toContain(
      '"x" is no pipeline; there is craft-export'
    );
  });

  test('of a pipeline file', async () => {
    expect(await refusal('run', 'nowhere/pipeline.yaml')).toContain(
      'nowhere/pipeline.yaml: there is no such pipeline file'
    );
  });

  test('of a KPI', async () => {
    const message = 'there is no KPI "complaint" in this pipeline; did you mean "complaints"?';
    expect(await refusal('kpi', 'complaint', ...company.where)).toContain(message);
    expect(await refusal('explain', 'recurence_rate')).toContain('did you mean "recurrence_rate"?');
    expect(await refusal('records', 'csatt', '--period', '2026', ...company.where)).toContain('did you mean "csat"?');
  });

  test('of a dimension', async () => {
    expect(await refusal('kpi', 'complaints', '--by', 'departement', ...company.where)).toContain(
      'there is no dimension "departement" in this pipeline; did you mean "department"?'
    );
    expect(await refusal('records', 'complaints', '--period', '2026', '--by', 'x=y', ...company.where)).toContain(
      '--by: the records have no dimension "x"; there is department, category'
    );
  });

  test('of a member', async () => {
    expect(
      await refusal('records', 'complaints', '--period', '2026', '--by', 'department=工程', ...company.where)
    ).toContain('--by: no record has department "工程"; did you mean "工程部"?');
  });
});

describe('a value that cannot be read is refused, with one that can', () => {
  test('of --grain', async () => {
    expect(await refusal('kpi', 'complaints', '--grain', 'day', ...company.where)).toContain(
      'Allowed choices are week, month, quarter, year'
    );
  });

  test('of --period and --by', async () => {
    expect(await refusal('records', 'complaints', '--period', '2026-13', ...company.where)).toContain(
      '"2026-13" is no period'
    );
    expect(await refusal('records', 'complaints', ...company.where)).toContain(
      "required option '--period <period>' not specified"
    );
    expect(
      await refusal('records', 'complaints', '--period', '2026', '--by', 'department', ...company.where)
    ).toContain('--by: expected dimension=member, got "department"');
  });

  test('of --from, --to and --as-of', async () => {
    expect(await refusal('kpi', 'complaints', '--from', 'May', ...company.where)).toContain(
      '--from: expected a day, month or year'
    );
    expect(await refusal('kpi', 'complaints', '--to', '2026-02-30', ...company.where)).toContain(
      '--to: expected a day, month or year'
    );
    for (const time of ['yesterday', '2026-10-01', '2026-02-30T00:00:00Z'])
      expect(await refusal('run', company.pipeline, '--data', company.data, '--as-of', time)).toContain(
        '--as-of: expected a time'
      );
  });

  test('of --port, before anything is run or published', async () => {
    for (const command of ['start', 'serve']) {
      expect(await refusal(command, '--port', 'http', ...company.where)).toContain('Expected a number from 0 to 65535');
      expect(await refusal(command, '--port', '70000', ...company.where)).toContain(
        'Expected a number from 0 to 65535'
      );
    }
    expect(existsSync(join(company.data, 'releases'))).toBe(false);
  });
});

test('reading before there was a run is refused, with the command that makes one', async () => {
  const nothing = join(company.folder, 'nothing');
  const where = ['--pipeline', company.pipeline, '--data', nothing];
  const remedy = `run "huisheng run ${company.pipeline} --data ${nothing}" first, or say with --data where its state lies`;
  for (const args of [
    ['kpi', 'complaints'],
    ['records', 'complaints', '--period', '2026'],
    ['query', 'select 1'],
    ['serve', '--port', '0']
  ])
    expect(await refusal(...args, ...where)).toContain(remedy);
  expect(existsSync(nothing)).toBe(false);
});

describe('query refuses', () => {
  test.each([
    ['to write', 'create table marts.more as select 1'],
    ['to delete', 'delete from marts.kpi_values'],
    ['to change', "update marts.kpi_values set member = 'x'"],
    ['to drop', 'drop table marts.kpi_values'],
    ['several statements', 'select 1; drop table marts.kpi_values'],
    ['to write a file', "copy marts.kpi_values to 'out.csv'"],
    ['to export', "export database 'out'"],
    ['to attach', "attach 'out.duckdb'"],
    ['settings', 'set enable_external_access = true'],
    ['extensions', 'install httpfs'],
    ['nothing', '']
  ])('%s', async (_, sql) => {
    const before = await company.stateHashes();
    expect(await refusal('query', sql, ...company.where)).toContain(
      'query runs one SELECT (or DESCRIBE, SUMMARIZE, SHOW TABLES) and changes nothing; give exactly one'
    );
    expect(await company.stateHashes()).toEqual(before);
  });

  test.each([
    ["select * from read_csv('/etc/passwd')", 'file system operations are disabled'],
    ["select * from read_text('/etc/passwd')", 'file system operations are disabled'],
    ["select * from glob('/etc/*')", 'file system operations are disabled'],
    ["from '/etc/passwd'", '/etc/passwd'],
    ["select getenv('HUISHENG_KEY')", 'getenv does not exist']
  ])('to leave the warehouse: %s', async (sql, message) => {
    const said = await refusal('query', sql, ...company.where);
    expect(said).toContain(message);
    expect(said).not.toContain('root:');
  });

  test('what is no SQL, or names no table, with the place', async () => {
    expect(await refusal('query', 'selec 1', ...company.where)).toMatch(/syntax error at or near "selec"[\s\S]*LINE 1/);
    expect(await refusal('query', 'from marts.kpi_value', ...company.where)).toContain('Did you mean "kpi_values"?');
  });
});
