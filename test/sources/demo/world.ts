import type {GeneratedFile} from '../../../sources/demo/generatedFile.ts';
import {type Company, readCompany} from '../../../sources/demo/process/company.ts';
import {generateCompany} from '../../../sources/demo/process/generateCompany.ts';

/** The demonstration companies: folders of sources/demo, each with a pipeline of its name. */
export type CompanyName = 'service-industry' | 'real-estate' | 'feedback-resolution' | 'gps-service' | 'craft-export';

export function companyFolder(name: CompanyName): URL {
  return new URL(`../../../sources/demo/${name}/`, import.meta.url);
}

function companyCalled(name: CompanyName): Company {
  return readCompany(companyFolder(name));
}

/** The records of a company by record kind: each the text of its fields, in our words; the category as it was written. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

export type Row = Readonly<Record<string, string | null>>;

/** A file whose rows have been read. */
export interface ReadFile extends GeneratedFile {
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A company and what it has exported; each moment is worked out once. */
export interface World {
  readonly name: CompanyName;
  readonly company: Company;
  readonly filesAt: (asOf: string) => readonly ReadFile[];
  readonly tablesAt: (asOf: string) => Tables;
}

export function worldOf(name: CompanyName): World {
  const company = companyCalled(name);
  const files = new Map<string, readonly ReadFile[]>();
  const tables = new Map<string, Tables>();
  const filesAt = (asOf: string) => {
    const found = files.get(asOf) ?? readFiles(company, asOf);
    files.set(asOf, found);
    return found;
  };
  const tablesAt = (asOf: string) => {
    const found = tables.get(asOf) ?? tablesOf(company, filesAt(asOf));
    tables.set(asOf, found);
    return found;
  };
  return {name, company, filesAt, tablesAt};
}

/** What a company has exported up to a moment, worked out anew. */
export function readFiles(company: Company, asOf: string): ReadFile[] {
  return [...generateCompany(company, new Date(asOf))].map((file) => ({...file, rows: [...file.rows]}));
}

/** All rows of files by record kind. */
export function tablesOf(company: Company, files: readonly ReadFile[]): Tables {
  const tables = new Map([...company.registers.keys()].map((kind) => [kind, [] as Row[]]));
  for (const {name, columns, rows} of files) {
    const [kind, register] = registerOf(company, name);
    const fields = columns.map((column) => register.fieldOf(column));
    for (const cells of rows) {
      const row = fields.map((field, i) => {
        const cell = cells[i] ?? null;
        return [field, cell === null || field === 'category' ? cell : register.wordOf(field, cell)];
      });
      tables.get(kind)?.push(Object.fromEntries(row) as Row);
    }
  }
  return tables;
}

/** The record kind of a file, by its name. */
export function registerOf(company: Company, name: string) {
  const found = [...company.registers].find(([, {file}]) => {
    const [start = '', end = ''] = file.split('*');
    return file === name || (file.includes('*') && name.startsWith(start) && name.endsWith(end));
  });
  if (!found) throw new Error(`no register for ${name}`);
  return found;
}

/** `2026-08` from the number of a case, which no dirty hand changes. */
export function monthOfNumber(company: Company, row: Row): string {
  const number = (row['complaint_id'] ?? '').slice(company.profile.case_number_prefix.length);
  return `${number.slice(0, 4)}-${number.slice(4, 6)}`;
}

/** How often each value stands in the rows. */
export function countBy(rows: readonly Row[], valueOf: (row: Row) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row) ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The moment at which most tests look. */
export const NOW = '2026-11-22T01:00:00Z';
