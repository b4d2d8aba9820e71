import {describe, expect, it} from 'vitest';
import {readContracts} from '../../../src/contract/catalog.ts';
import {readSource} from '../../../src/extract/source.ts';
import {companyFolder, NOW, registerOf, type World} from './world.ts';

/** source.yaml reads all that there is, and nothing that there is not. */
export function describeMapping({name, company, filesAt}: World): void {
  describe('its mapping', async () => {
    const contracts = await readContracts();
    const files = filesAt(NOW);
    const {records} = await readSource(
      new URL('source.yaml', companyFolder(name)).pathname,
      contracts,
      'Asia/Shanghai'
    );

    it.each(records.map(({mapping}) => mapping.contract.kind))('reads every month of %s', (kind) => {
      const own = files.filter((file) => registerOf(company, file.name)[0] === kind);
      expect(own).toHaveLength(company.registers.get(kind)?.file.includes('*') ? 37 : 1);
      expect(own.some(({rows}) => rows.length > 0)).toBe(true);
    });

    it('reads no field in vain: each has a value somewhere', () => {
      for (const {mapping} of records) {
        const own = files.filter((file) => registerOf(company, file.name)[0] === mapping.contract.kind);
        for (const {field, origin} of mapping.fields) {
          if (origin.from !== 'columns') continue;
          const column = origin.parts[0]?.[0] ?? '';
          const hasValue = own.some(({columns, rows}) => rows.some((row) => row[columns.indexOf(column)] !== null));
          expect([field.name, hasValue]).toEqual([field.name, true]);
        }
      }
    });

    it('has a word of ours for every word that stands in the files', () => {
      for (const {mapping} of records) {
        const own = files.filter((file) => registerOf(company, file.name)[0] === mapping.contract.kind);
        for (const {origin, values, otherwise} of mapping.fields) {
          if (origin.from !== 'columns' || !values || otherwise !== undefined) continue;
          const column = origin.parts[0]?.[0] ?? '';
          const words = new Set(own.flatMap(({columns, rows}) => rows.map((row) => row[columns.indexOf(column)])));
          expect([...words].filter((word) => word !== null && !values.has(word ?? ''))).toEqual([]);
        }
      }
    });
  });
}
