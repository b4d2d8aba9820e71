import type {GeneratedFile} from './generatedFile.ts';
import {readCompany} from './process/company.ts';
import {generateCompany} from './process/generateCompany.ts';

/** The files that the demonstration company has exported up to a moment. */
export default function generate(asOf: Date): Iterable<GeneratedFile> {
  return generateCompany(readCompany(new URL('.', import.meta.url)), asOf);
}
