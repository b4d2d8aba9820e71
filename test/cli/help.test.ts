import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import {huisheng} from './huisheng.ts';

const COMMANDS = [
  'start',
  'run',
  'check',
  'draft',
  'status',
  'kpi',
  'records',
  'signals',
  'causes',
  'forecast',
  'explain',
  'query',
  'quarantine',
  'adjust',
  'object',
  'decide',
  'ledger',
  'freeze',
  'audit',
  'export',
  'deliver',
  'serve',
  'releases'
];

/** The options that a help text lists, such as --as-of. */
function optionsIn(help: string): string[] {
  return [...help.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((match) => match[1]!);
}

async function missingIn(file: string, words: readonly string[]): Promise<string[]> {
  const text = await readFile(join(projectRoot, file), 'utf8');
  return words.filter((word) => !new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text));
}

test('the help lists every command', async () => {
  const {status, stdout, stderr} = await huisheng('--help');
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  const listed = stdout.slice(stdout.indexOf('Commands:')).matchAll(/^ {2}(\w+) /gm);
  expect([...listed].map((match) => match[1]).filter((name) => name !== 'help')).toEqual(COMMANDS);
});

test('no command at all shows the help as a mistake', async () => {
  const {status, stdout, stderr} = await huisheng();
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('Usage: huisheng');
});

describe.each(COMMANDS)('%s', (command) => {
  test('has a help that tells what it does, and explains every option', async () => {
    const {status, stdout, stderr} = await huisheng(command, '--help');
    expect({status, stderr}).toEqual({status: 0, stderr: ''});
    expect(stdout).toMatch(new RegExp(`^Usage: huisheng ${command} .*\\n\\n\\S.{20}`));
    expect(optionsIn(stdout)).toContain('--help');
    for (const line of stdout.split('\n').filter((one) => /^ {2}-/.test(one))) expect(line).toMatch(/\S {2,}\S/);
  });

  test('is told of in README.md with all its options, and in README.zh-CN.md', async () => {
    const {stdout} = await huisheng(command, '--help');
    const options = optionsIn(stdout).filter((option) => option !== '--help');
    expect(await missingIn('README.md', [command, ...options])).toEqual([]);
    expect(await missingIn('README.zh-CN.md', [command])).toEqual([]);
  });
});

test('commands that print figures or rows print JSON too', async () => {
  for (const command of ['run', 'status', 'kpi', 'records', 'explain', 'query']) {
    const {stdout} = await huisheng(command, '--help');
    expect(optionsIn(stdout), command).toContain('--json');
  }
});
