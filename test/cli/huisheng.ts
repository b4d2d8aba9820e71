import {spawn, type ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import {vi} from 'vitest';
import {main} from '../../src/cli/main.ts';
import {projectRoot} from '../../src/project.ts';

/** The pseudonym key of all tests, so that none makes one in somebody's home. */
export const KEY = 'a key for tests alone';
process.env['HUISHENG_KEY'] = KEY;

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Everything that the command line has printed since the tests of this file began. */
export const printed: string[] = [];

/** Runs the command line in this process, and catches what it prints. */
export async function huisheng(...args: string[]): Promise<Ended> {
  const {result, ...outputs} = await catching(() => main(args));
  return {status: result, ...outputs};
}

/** Does work, and catches what it prints. */
export async function catching<T>(work: () => Promise<T>): Promise<{result: T; stdout: string; stderr: string}> {
  const outputs = {stdout: '', stderr: ''};
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      outputs[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
      return true;
    })
  );
  try {
    return {result: await work(), ...outputs};
  } finally {
    for (const spy of spies) spy.mockRestore();
    printed.push(outputs.stdout, outputs.stderr);
  }
}

/** Runs a command that prints JSON; throws what it says when it does not end well. */
export async function huishengJson<T = Record<string, unknown>>(...args: string[]): Promise<T[]> {
  const {status, stdout, stderr} = await huisheng(...args, '--json');
  if (status !== 0) throw new Error(`huisheng ${args.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as T[];
}

/** A command line in a process of its own. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Waits until it prints something like this, and returns the match. Throws when it ends without. */
  readonly prints: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Starts the command line as a process of its own, the way a person would. */
export function startHuisheng(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli/huisheng.mjs'), ...args], {
    cwd: projectRoot,
    env: {...process.env, ...environment},
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const outputs = {stdout: '', stderr: ''};
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      outputs[name] += text;
    });
  }
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({status: code ?? -1, ...outputs});
    });
  });
  const prints = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(outputs.stdout) ?? pattern.exec(outputs.stderr);
        if (match) resolve(match);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      ended.then(({status, stderr}) => {
        reject(new Error(`it ended with ${status} before it printed ${String(pattern)}: ${stderr}`));
      }, reject);
      look();
    });
  return {child, ended, prints};
}
