import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';

/** A file that a generator gives: the engine writes it as CSV and reads it like any other. */
export interface GeneratedFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly (string | null)[]>;
}

/** Writes what a generator module gives as of a time into a folder. Throws a ProblemsError when the module has no generator. */
export async function generateFiles(generator: string, folder: string, asOf: Date): Promise<void> {
  const module = (await import(pathToFileURL(generator).href)) as {default?: (asOf: Date) => Iterable<GeneratedFile>};
  if (typeof module.default !== 'function') {
    throw new ProblemsError([`${shortPath(generator)}: expected a default export that generates files, got none`]);
  }
  await mkdir(folder, {recursive: true});
  for (const {name, columns, rows} of module.default(asOf)) {
    const lines = [columns, ...rows].map((row) => row.map(csvCell).join(','));
    await writeFile(join(folder, name), `${lines.join('\n')}\n`, {mode: 0o600});
  }
}

function csvCell(value: string | null): string {
  if (value === null) return '';
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
