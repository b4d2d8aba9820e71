import {readContracts} from '../../src/contract/catalog.ts';
import type {Load} from '../../src/extract/load.ts';
import {createStaging, fillStaging} from '../../src/transform/staging.ts';
import type {Workshop} from '../extract/workshop.ts';

/** Writes and lands one file after another, by name and content, and fills staging from all of them. */
export async function stageFiles(
  workshop: Workshop,
  yaml: string,
  files: readonly (readonly [name: string, content: string])[]
): Promise<void> {
  const contracts = await readContracts();
  const loads: Load[] = [];
  const source = await workshop.source(yaml);
  for (const [name, content] of files) {
    await workshop.write(name, content);
    loads.push(...(await workshop.extract(source, loads)));
  }
  await workshop.database.execute('drop schema if exists staging cascade');
  await createStaging(contracts.values(), workshop.database);
  await fillStaging([source], loads, contracts, workshop.database);
}
