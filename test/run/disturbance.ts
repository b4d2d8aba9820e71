import {cp, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {startHuisheng, type Started} from '../cli/huisheng.ts';
import {Company, REGISTER_SOURCE, csv, registerRows} from './company.ts';

/** A company that has run once and has news to take in, and what its marts are after an undisturbed run. */
export class Disturbance {
  private constructor(
    readonly company: Company,
    private readonly before: string,
    /** The rows of every mart after a run that nothing disturbs. */
    readonly marts: Readonly<Record<string, string>>,
    /** How long a run takes as a process of its own, in milliseconds. */
    readonly length: number
  ) {}

  static async prepare(rows = 400): Promise<Disturbance> {
    const company = await Company.found({
      north: REGISTER_SOURCE.replace('register*', 'north*'),
      south: REGISTER_SOURCE.replace('register*', 'south*')
    });
    await company.write('north.csv', csv(registerRows(rows)));
    await company.write('south-05.csv', csv(registerRows(rows / 2, 10_001)));
    const first = await company.run();
    if (first.status !== 0) throw new Error(first.stderr);
    const before = join(company.folder, 'before');
    await cp(company.data, before, {recursive: true});

    const changed = registerRows(rows + 50).map((row, i) => (i % 5 === 0 ? row.with(7, '市场部') : row));
    await company.write('north.csv', csv(changed));
    await company.write('south-06.csv', csv(registerRows(rows / 2, 20_001)));
    const began = performance.now();
    const second = await startHuisheng(company.runLine()).ended;
    const length = performance.now() - began;
    if (second.status !== 0) throw new Error(second.stderr);
    return new Disturbance(company, before, await company.tables('marts'), length);
  }

  /** Puts the state back to where the news has not been taken in; its folder itself stays. */
  async rewind(): Promise<void> {
    for (const name of await readdir(this.company.data)) await rm(join(this.company.data, name), {recursive: true});
    await cp(this.before, this.company.data, {recursive: true});
  }

  /** Starts the run as a process of its own. */
  start(): Started {
    return startHuisheng(this.company.runLine());
  }

  /** Kills the run after some milliseconds, as a power cut would. Tells whether it was still going on. */
  async killAfter(milliseconds: number): Promise<boolean> {
    const {child, ended} = this.start();
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    const {status} = await ended;
    clearTimeout(timer);
    return status === -1;
  }
}
