import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {openWorkshop, type Workshop} from '../extract/workshop.ts';
import {stageFiles} from './stageFiles.ts';

let workshop: Workshop;
beforeEach(async () => {
  workshop = await openWorkshop();
});
afterEach(() => workshop.close());

const source = (setting: string) => `
kind: files
files: '*.csv'
time_zone: UTC
records:
  complaint: {${setting}, complaint_id: id, received_at: at, category: category}
`;
const list = (...rows: string[]) => ['id,at,category,state', ...rows, ''].join('\n');
const row = (id: string, state = 'open') => `${id},2026-01-01,${id},${state}`;

const ids = async () =>
  (await workshop.database.query<{complaint_id: string}>('from staging.complaint order by complaint_id')).map(
    ({complaint_id}) => complaint_id
  );
const deleted = async () =>
  (await workshop.database.query<{record_id: string; reason: string}>('from staging.deleted order by all')).map(
    ({record_id, reason}) => `${record_id}: ${reason}`
  );
const sums = async () =>
  (
    await workshop.database.query<Record<'rows_read' | 'loaded' | 'unchanged' | 'quarantined', string>>(
      'from staging.loads order by load'
    )
  ).map(({rows_read, loaded, unchanged, quarantined}) => `${rows_read} = ${loaded} + ${unchanged} + ${quarantined}`);

describe('a source whose files list all records', () => {
  const stage = (...files: [string, string][]) => stageFiles(workshop, source('complete: true'), files);

  it('has deleted what is not in the latest list any more', async () => {
    await stage(['a.csv', list(row('1'), row('2'))], ['b.csv', list(row('3'))], ['a.csv', list(row('2'))]);
    expect(await ids()).toEqual(['2', '3']);
    expect(await deleted()).toEqual(['1: not_listed']);
    expect(await sums()).toEqual(['2 = 2 + 0 + 0', '1 = 1 + 0 + 0', '1 = 0 + 1 + 0']);
  });

  it('takes a record in again that comes back', async () => {
    await stage(['a.csv', list(row('1'), row('2'))], ['a.csv', list(row('2'))], ['a.csv', list(row('2'), row('1'))]);
    expect(await ids()).toEqual(['1', '2']);
    expect(await deleted()).toEqual([]);
  });

  it('does not lose a record whose row is broken', async () => {
    await stage(['a.csv', list(row('1'), row('2'))], ['a.csv', list(row('1').replace('2026-01-01', '?'), row('2'))]);
    expect(await ids()).toEqual(['1', '2']);
    expect(await sums()).toEqual(['2 = 2 + 0 + 0', '2 = 0 + 1 + 1']);
  });

  it('deletes nothing by a list of which a row can not be read', async () => {
    await stage(['a.csv', list(row('1'), row('2'))], ['a.csv', `${list(row('2'))}1,2026\n`]);
    expect(await ids()).toEqual(['1', '2']);
  });
});

describe('a source that tells of deletions by a word', () => {
  const stage = (...files: string[]) =>
    stageFiles(
      workshop,
      source('deleted_when: {column: state, values: [deleted, void]}'),
      files.map((content, i) => [`${i + 1}.csv`, content])
    );

  it('drops the record, though its row has lost all but its number', async () => {
    await stage(list(row('1'), row('2')), list('2,,,deleted'));
    expect(await ids()).toEqual(['1']);
    expect(await deleted()).toEqual(['2: told']);
    expect(await sums()).toEqual(['2 = 2 + 0 + 0', '1 = 1 + 0 + 0']);
  });

  it('takes it in again when it comes back as it was', async () => {
    await stage(list(row('1')), list(row('1', 'void')), list(row('2'), row('1')));
    expect(await ids()).toEqual(['1', '2']);
    expect(await deleted()).toEqual([]);
    expect(await sums()).toEqual(['1 = 1 + 0 + 0', '1 = 1 + 0 + 0', '2 = 2 + 0 + 0']);
  });

  it('counts a deletion that is told twice once, and one of a record that was never there', async () => {
    await stage(
      list(row('1'), row('2')),
      list(row('2', 'deleted'), row('3', 'deleted')),
      list(row('2', 'deleted'), row('4'))
    );
    expect(await ids()).toEqual(['1', '4']);
    expect(await deleted()).toEqual(['2: told', '3: told']);
    expect(await sums()).toEqual(['2 = 2 + 0 + 0', '2 = 2 + 0 + 0', '2 = 1 + 1 + 0']);
  });

  it('sets a deletion aside that does not say of which record', async () => {
    await stage(list(row('1'), ',,,deleted'));
    expect(await ids()).toEqual(['1']);
    expect(await sums()).toEqual(['2 = 1 + 0 + 1']);
  });

  it('needs the column', async () => {
    await expect(stage('id,at,category\n1,2026-01-01,x\n')).rejects.toThrow(
      'records.complaint.deleted_when: expected a column of 1.csv, got "state"'
    );
  });
});
