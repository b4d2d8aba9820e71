import type {GeneratedFile} from './generatedFile.ts';
import {readCompany} from './process/company.ts';
import {generateCompany} from './process/generateCompany.ts';

/** A generator of the files that the demonstration company in a folder has exported up to a moment. */
export function demonstration(folder: URL): (asOf: Date) => Iterable<GeneratedFile> {
  return (asOf) => generateCompany(readCompany(folder), asOf);
}
