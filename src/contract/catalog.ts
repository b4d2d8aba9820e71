import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {projectRoot} from '../project.ts';
import type {Contract} from './contract.ts';

/** All contracts by record kind: one file each in sources/contracts, named for its kind. */
export async function readContracts(folder = join(projectRoot, 'sources/contracts')): Promise<Map<string, Contract>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const contracts = new Map<string, Contract>();
  for (const name of names) {
    const module = (await import(pathToFileURL(join(folder, name)).href)) as {default: Contract};
    if (`${module.default.kind}.ts` !== name) {
      throw new Error(
        `sources/contracts/${name}: it holds the contract "${module.default.kind}"; name the file for it`
      );
    }
    contracts.set(module.default.kind, module.default);
  }
  return contracts;
}
