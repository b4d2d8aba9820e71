import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {z} from 'zod';
import {companySchema} from './companySchema.ts';

/** Everything that tells one demonstration company from another. */
export type Company = z.infer<typeof companySchema>;

const PARTS = ['profile', 'departments', 'services', 'categories', 'causes', 'people', 'narrative', 'process'] as const;

/**
 * Reads a company from its folder: `company/<part>.yaml` and `truths.yaml`.
 * Throws with file and path of every entry that is missing or wrong.
 */
export function readCompany(folder: URL): Company {
  const parts = Object.fromEntries(PARTS.map((part) => [part, readYaml(new URL(`company/${part}.yaml`, folder))]));
  const result = companySchema.safeParse({...parts, truths: readYaml(new URL('truths.yaml', folder))});
  if (!result.success) throw new Error(`${folder.pathname}: ${z.prettifyError(result.error)}`);
  return result.data;
}

function readYaml(file: URL): unknown {
  return parse(readFileSync(file, 'utf8'));
}
