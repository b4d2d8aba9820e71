import {execFile} from 'node:child_process';
import {mkdtemp, rm, stat} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {projectRoot} from '../../src/project.ts';
import {AS_OF, generateRegister} from './generate.ts';

const run = promisify(execFile);
const ROUNDS = 3;

/**
 * Times `huisheng run` against the SQL of bare.sql on the same files, in turn, as whole processes. The first argument is the
 * number of complaints (a million where nothing is said).
 */
async function bench(complaints: number): Promise<void> {
  const register = await generateRegister(complaints, join(projectRoot, 'data/bench'));
  const bytes = (await Promise.all(['complaints.csv', 'events.csv'].map((file) => stat(join(register, file))))).map(
    ({size}) => size
  );
  console.log(
    `${complaints.toLocaleString('en')} complaints, ${(bytes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(0)} MB of CSV`
  );
  const bare: Timing[] = [];
  const ours: Timing[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await timed('bare', register));
    ours.push(await timed('huisheng', register));
    console.log(
      `round ${round + 1}: bare ${shown(bare[round]!)}, huisheng ${shown(ours[round]!)}, ratio ${(ours[round]!.seconds / bare[round]!.seconds).toFixed(2)}`
    );
  }
  const seconds = median(ours.map((timing) => timing.seconds));
  const ratio = median(ours.map((timing, i) => timing.seconds / bare[i]!.seconds));
  console.log(`rows per second: ${Math.round(rowsOf(ours) / seconds).toLocaleString('en')}`);
  console.log(
    `peak memory: bare ${median(bare.map(({peak}) => peak))} MB, huisheng ${median(ours.map(({peak}) => peak))} MB`
  );
  console.log(`ratio: ${ratio.toFixed(2)}`);
}

interface Timing {
  readonly seconds: number;
  /** Peak memory in MB. */
  readonly peak: number;
  readonly rows: number;
}

function rowsOf(timings: readonly Timing[]): number {
  return timings[0]!.rows;
}

/** Runs one side in a process of its own, which reports its peak memory, on a fresh state folder. */
async function timed(side: 'bare' | 'huisheng', register: string): Promise<Timing> {
  const scratch = await mkdtemp(join(tmpdir(), 'huisheng-bench-'));
  try {
    const script = fileURLToPath(new URL('side.ts', import.meta.url));
    const started = performance.now();
    const {stdout} = await run(process.execPath, ['--import', 'tsx', script, side, register, scratch, AS_OF], {
      cwd: projectRoot,
      env: {...process.env, HUISHENG_KEY: 'the key of the benchmark only'},
      maxBuffer: 1 << 24
    });
    const seconds = (performance.now() - started) / 1000;
    const last = stdout.trim().split('\n').at(-1)!;
    return {seconds, ...(JSON.parse(last) as Omit<Timing, 'seconds'>)};
  } finally {
    await rm(scratch, {recursive: true, force: true});
  }
}

function shown({seconds, peak}: Timing): string {
  return `${seconds.toFixed(1)} s (${peak} MB)`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

await bench(Number(process.argv[2] ?? 1_000_000));
