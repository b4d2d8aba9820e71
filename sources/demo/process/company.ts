import {existsSync, readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {z} from 'zod';
import {companySchema} from './companySchema.ts';
import {type ExportedRegister, readRegisters} from './exportedRegister.ts';

/** Everything that tells one demonstration company from another. */
export interface Company extends z.output<typeof companySchema> {
  /** How it exports each record kind that its source.yaml reads. */
  readonly registers: ReadonlyMap<string, ExportedRegister>;
}

const COMMON = new URL('../common/', import.meta.url);

/**
 * Reads a company from its folder: `company/<part>.yaml` and `truths.yaml`, which win over what is common to all companies, and
 * `source.yaml`. Throws with file and path of every entry that is missing or wrong.
 */
export function readCompany(folder: URL): Company {
  const parts = Object.keys(companySchema.shape).flatMap((part) => {
    const own = part === 'truths' ? 'truths.yaml' : `company/${part}.yaml`;
    const found = [new URL(`${part}.yaml`, COMMON), new URL(own, folder)].filter((file) => existsSync(file));
    return found.length === 0 ? [] : [[part, found.map(readYaml).reduce(merged)]];
  });
  const result = companySchema.safeParse(Object.fromEntries(parts));
  if (!result.success) throw new Error(`${folder.pathname}: ${z.prettifyError(result.error)}`);
  return {...result.data, registers: readRegisters(readYaml(new URL('source.yaml', folder)))};
}

/** The second over the first: sections are joined key by key; weights and whatever else is only numbers is replaced as a whole. */
function merged(first: unknown, second: unknown): unknown {
  if (!isSection(first) || !isSection(second) || Object.values(first).every((value) => typeof value === 'number'))
    return second;
  const keys = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.fromEntries(keys.map((key) => [key, key in second ? merged(first[key], second[key]) : first[key]]));
}

function isSection(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readYaml(file: URL): unknown {
  return parse(readFileSync(file, 'utf8'));
}
