import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {judgeColumns} from '../../src/extract/checkColumns.ts';
import type {InputFile} from '../../src/extract/inputFile.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

const file: InputFile = {path: '/june.csv', name: 'june.csv', format: 'csv', isZipped: false};

/** What the columns of a file say, after files with the columns a, b and c. */
async function judge(settings: string, columns: readonly string[], known: readonly string[] = ['a', 'b', 'c']) {
  const source = await workshop.source(
    `kind: files\nfiles: '*.csv'\n${settings}\nrecords: {complaint: {complaint_id: a, received_at: b}}\n`
  );
  return judgeColumns(source, source.records, file, columns, new Set(known));
}

describe('judgeColumns', () => {
  it.each(['evolve', 'freeze', 'quarantine'])('finds nothing in the same columns (%s)', async (mode) => {
    expect(await judge(`schema: ${mode}`, ['c', 'b', 'a'])).toEqual({problems: [], notes: []});
  });

  it.each(['evolve', 'freeze', 'quarantine'])('knows no new columns in a first file (%s)', async (mode) => {
    expect(await judge(`schema: ${mode}`, ['a', 'b', 'd'], [])).toEqual({problems: [], notes: []});
  });

  it('tells of a new column and reads on (evolve)', async () => {
    expect(await judge('', ['a', 'b', 'c', 'd'])).toEqual({
      problems: [],
      notes: ['june.csv: the column "d" is new; no field reads it']
    });
  });

  it('refuses a new column, with the remedies (freeze)', async () => {
    const {problems} = await judge('schema: freeze', ['a', 'b', 'c', 'd']);
    expect(problems).toEqual([
      expect.stringMatching(
        /source\.yaml, schema: june\.csv has the new column "d"; map it, name it under ignore, or set schema to evolve$/
      )
    ]);
  });

  it('sets the rows aside for a new column (quarantine)', async () => {
    expect(await judge('schema: quarantine', ['a', 'b', 'c', 'd'])).toMatchObject({
      problems: [],
      setAside: 'new column d'
    });
  });

  it.each(['freeze', 'quarantine'])('accepts a column that is named under ignore (%s)', async (mode) => {
    expect(await judge(`schema: ${mode}\nignore: [d, c]`, ['a', 'b', 'd'])).toEqual({problems: [], notes: []});
  });

  it.each(['evolve', 'freeze'])('refuses a file without a column that is read (%s)', async (mode) => {
    const {problems} = await judge(`schema: ${mode}`, ['a', 'c']);
    expect(problems).toEqual([expect.stringContaining('expected a column of june.csv, got "b"')]);
  });

  it('sets the rows aside that lack a column that is read (quarantine)', async () => {
    expect(await judge('schema: quarantine', ['a', 'c'])).toMatchObject({problems: [], setAside: 'b is gone'});
  });

  it('refuses what never was there, in a first file too', async () => {
    const {problems} = await judge('schema: quarantine', ['a', 'c'], []);
    expect(problems).toHaveLength(1);
  });

  it('does not tell what looks like a value rather than a name', async () => {
    expect(await judge('', ['a', 'b', 'c', '13812345678'])).toEqual({problems: [], notes: []});
  });
});
