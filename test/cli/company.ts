import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {Company, csv, registerRows} from '../run/company.ts';

/** The files below the state folder after the run, by their path: the same for all tests of a process. */
let ran: Promise<ReadonlyMap<string, Uint8Array>> | undefined;

/** A company whose register has been run, for commands that read figures. */
export async function companyThatRan(): Promise<Company> {
  const company = await foundCompany();
  for (const [path, bytes] of await (ran ??= runOnce())) await company.write(join('state', path), bytes);
  return company;
}

async function runOnce(): Promise<ReadonlyMap<string, Uint8Array>> {
  const company = await foundCompany();
  try {
    const {status, stderr} = await company.run();
    if (status !== 0) throw new Error(stderr);
    const paths = await glob('**', {cwd: company.data, dot: true});
    return new Map(
      await Promise.all(paths.map(async (path) => [path, await readFile(join(company.data, path))] as const))
    );
  } finally {
    await company.dissolve();
  }
}

async function foundCompany(): Promise<Company> {
  const company = await Company.found();
  await company.write('register.csv', csv(registerRows(300)));
  return company;
}
