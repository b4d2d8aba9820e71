import {join} from 'node:path';
import type {Contract} from '../contract/contract.ts';
import type {RecordMapping} from '../contract/mapping.ts';
import {columnType, fieldsSql, typedColumn, type FieldSql} from '../contract/typedSql.ts';
import {DELETED, isLanded} from '../extract/landing.ts';
import type {Load} from '../extract/load.ts';
import type {Source, SourceRecord} from '../extract/source.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {executeTogether} from './together.ts';
import {dropDeleted, dropRepeated, prepareDeletions, tellShared} from './versions.ts';

/** Rows of a load are numbered load × 2³² + row, so that sequence tells which came first. */
const ROWS_PER_LOAD = 2 ** 32;

/** Creates the empty staging tables: one per contract, the quarantine, and what became of each load. */
export async function createStaging(contracts: Iterable<Contract>, database: Database): Promise<void> {
  const tables = [...contracts].map(({kind, fields}) => {
    const columns = fields.map((field) => `${identifier(field.name)} ${columnType({field})}`);
    return `create table staging.${identifier(kind)} (${[...columns, 'record_source varchar', 'sequence bigint'].join(', ')})`;
  });
  await executeTogether(
    [
      'create schema staging',
      `create table staging.quarantine (
        source varchar, record varchar, file varchar, "row" bigint, field varchar, value varchar, reason varchar
      )`,
      'create table staging.deleted (source varchar, record varchar, record_id varchar, reason varchar)',
      'create table staging.shared (record varchar, sources varchar, records bigint)',
      `create table staging.loads (
        load integer, source varchar, record varchar, file varchar,
        rows_read bigint, loaded bigint, unchanged bigint, quarantined bigint
      )`,
      ...tables
    ],
    database
  );
}

/** Fills staging from landing: types and checks every row, sets aside what breaks its contract, and keeps the latest of each record. */
export async function fillStaging(
  sources: readonly Source[],
  loads: readonly Load[],
  contracts: ReadonlyMap<string, Contract>,
  database: Database
): Promise<void> {
  for (const contract of contracts.values()) {
    const filled: Filled[] = [];
    await prepareDeletions(contract, database);
    for (const source of sources) {
      const record = source.records.find(({mapping}) => mapping.contract === contract);
      const ours = loads.filter((load) => load.source === source.name && load.records[contract.kind]);
      if (!record || ours.length === 0) continue;
      const read = ours.filter((load) => load.set_aside === undefined);
      if (read.length > 0) filled.push(...(await fillFrom(source, record, read, database)));
      for (const load of ours.filter((one) => one.set_aside !== undefined))
        filled.push(await setAside(load, contract.kind, database));
    }
    if (filled.length === 0) continue;
    if (new Set(filled.map(({load}) => load.source)).size > 1) await tellShared(contract, database);
    const unchanged = await dropRepeated(contract, database);
    await dropDeleted(contract, database);
    const rows = filled.map(({load, good, quarantined}) => {
      const same = unchanged.get(load.load) ?? 0;
      const {rows_read} = load.records[contract.kind]!;
      const names = [load.source, contract.kind, load.file].map(literal);
      return `(${[load.load, ...names, rows_read, good - same, same, quarantined].join(', ')})`;
    });
    await database.execute(`insert into staging.loads values ${rows.join(', ')}`);
  }
}

interface Filled {
  readonly load: Load;
  readonly good: number;
  readonly quarantined: number;
}

async function fillFrom(
  source: Source,
  {mapping, isComplete}: SourceRecord,
  loads: readonly Load[],
  database: Database
): Promise<Filled[]> {
  const {kind, key} = mapping.contract;
  const paths = loads.map(({folder}) => join(folder, `${kind}.parquet`));
  const checked = await checkedSql(mapping, paths, database);
  const mapped = new Map(checked.fields.map(({name}) => [name, `v.${typedColumn(name)}`]));
  const columns = mapping.contract.fields.map(({name}) => mapped.get(name) ?? 'null');
  const files = loads.map((load) => `(${load.load}, ${literal(load.file)})`);
  await database.execute(`
    create or replace temp table files (load integer, file varchar);
    insert into files values ${files.join(', ')};`);
  await database.execute(`
    insert into staging.${identifier(kind)}
    ${checked.with}
    select ${[...columns, literal(source.name), SEQUENCE].join(', ')}
    from v where ${checked.problems} is null and not (${checked.isDeleted})`);
  const keys = key.map((name) => mapped.get(name)!);
  if (mapping.deletedWhen) {
    await database.execute(`
      insert into tombstones ${checked.with}
      select ${[...keys, literal(source.name), SEQUENCE].join(', ')} from v where ${checked.problems} is null and ${checked.isDeleted}`);
  }
  const counts = await database.query<{load: string; good: string}>(`
    select sequence // ${ROWS_PER_LOAD} as load, count(*) as good from (
      select record_source, sequence from staging.${identifier(kind)} union all select record_source, sequence from tombstones
    ) where record_source = ${literal(source.name)} group by load`);
  const good = new Map(counts.map((row) => [Number(row.load), Number(row.good)]));
  const filled = loads.map((load) => {
    const {rows_read} = load.records[kind]!;
    return {load, good: good.get(load.load) ?? 0, quarantined: rows_read - (good.get(load.load) ?? 0)};
  });
  // Rows of a file that has come again since are not set aside any more: the later file speaks for them.
  const latest = new Map(filled.map((one) => [one.load.file, one]));
  const isSpoken = ({load}: Filled) => load.stream?.cursor === undefined && latest.get(load.file)?.load !== load;
  if (isComplete) {
    const whole = [...latest.values()].filter(({load}) => load.records[kind]!.rejected.length === 0);
    if (whole.length === latest.size) {
      const list = whole.map(({load}) => load.load).join(', ');
      await database.execute(`
        insert into listed ${checked.with}
        select ${[...keys, literal(source.name)].join(', ')} from v where v._load in (${list})`);
    }
  }
  const broken = filled.filter((one) => one.quarantined > 0 && !isSpoken(one));
  if (broken.length > 0) await quarantine(source, mapping.contract, checked, broken, database);
  return filled;
}

interface Checked {
  /** CTEs `l` (landed), `w` (in our words) and `v` (typed). */
  readonly with: string;
  readonly fields: readonly FieldSql[];
  /** The first problem of a row of `v`, or null; a row that deletes its record needs nothing but the record's key. */
  readonly problems: string;
  /** Whether a row of `v` deletes its record. */
  readonly isDeleted: string;
}

const SEQUENCE = `v._load::bigint * ${ROWS_PER_LOAD} + v._row`;

async function checkedSql(mapping: RecordMapping, paths: readonly string[], database: Database): Promise<Checked> {
  const from = `read_parquet(${literalList(paths)}, union_by_name = true)`;
  const described = await database.query<{column_name: string}>(`describe select * from ${from}`);
  const there = new Set(described.map(({column_name}) => column_name));
  const fields = fieldsSql(mapping);
  const landed = mapping.fields.map((field) => {
    const name = identifier(field.field.name);
    if (field.origin.from === 'constant') return `${literal(field.origin.constant)} as ${name}`;
    if (field.origin.from === 'row_number') return `files.file || ':' || landed._row as ${name}`;
    return isLanded(field) && there.has(field.field.name) ? `landed.${name}` : `null::varchar as ${name}`;
  });
  const isTold = there.has(DELETED);
  const problemOf = (some: readonly FieldSql[]) => `coalesce(${some.map(({problem}) => problem).join(', ')})`;
  const ofKey = fields.filter(({name}) => mapping.contract.key.includes(name));
  const words = fields.map(({name, word}) => `${word} as ${identifier(name)}`);
  const values = fields.map(({name, value}) => `${value} as ${typedColumn(name)}`);
  return {
    with: `with
      l as (select ${['landed._load', 'landed._row', `${isTold ? `landed.${DELETED}` : 'null::varchar'} as ${DELETED}`, ...landed].join(', ')} from ${from} as landed join files on files.load = landed._load),
      w as (select ${['l._load', 'l._row', `l.${DELETED}`, ...words].join(', ')} from l),
      v as (select ${['w.*', ...values].join(', ')} from w)`,
    fields,
    problems: isTold
      ? `case when v.${DELETED} is null then ${problemOf(fields)} else ${problemOf(ofKey)} end`
      : problemOf(fields),
    isDeleted: isTold ? `v.${DELETED} is not null` : 'false'
  };
}

/** Sets all rows of a load aside, for the columns of its file have changed. */
async function setAside(load: Load, kind: string, database: Database): Promise<Filled> {
  const {source, file, set_aside: reason = '', folder, records} = load;
  const {rows_read, rejected} = records[kind]!;
  const names = [source, kind, file].map(literal).join(', ');
  await database.execute(`
    insert into staging.quarantine
    select ${names}, "row", null, null, ${literal(reason)} from (
      select _row as "row" from read_parquet(${literal(join(folder, `${kind}.parquet`))})
      union all select unnest([${rejected.map(({row}) => row).join(', ')}]::bigint[])
    ) order by "row"`);
  return {load, good: 0, quarantined: rows_read};
}

async function quarantine(
  source: Source,
  {kind, key}: Contract,
  checked: Checked,
  filled: readonly Filled[],
  database: Database
): Promise<void> {
  // A stream brings a record again when it has changed: what was wrong with it before is past.
  const isStream = filled.some(({load}) => load.stream?.cursor !== undefined);
  const sameKey = key.map((name) => `later.${typedColumn(name)} = v.${typedColumn(name)}`).join(' and ');
  const notOvertaken = isStream
    ? ` and not exists (select 1 from v as later where ${sameKey} and ${SEQUENCE.replaceAll('v.', 'later.')} > ${SEQUENCE})`
    : '';
  const rows = checked.fields.map(
    ({name, problem}) => `{field: ${literal(name)}, value: v.${identifier(name)}, reason: ${problem}}`
  );
  await database.execute(`
    insert into staging.quarantine
    ${checked.with},
    broken as (select v._load, v._row, unnest([${rows.join(', ')}]) as found 
      from v where ${checked.problems} is not null and v._load in (${filled.map(({load}) => load.load).join(', ')})${notOvertaken})
    select ${literal(source.name)}, ${literal(kind)}, files.file, broken._row, found.field, found.value, found.reason
    from broken join files on files.load = broken._load
    where found.reason is not null
    order by broken._load, broken._row, found.field`);
  for (const {load} of filled) {
    const {rejected} = load.records[kind]!;
    for (let i = 0; i < rejected.length; i += 1000) {
      const values = rejected
        .slice(i, i + 1000)
        .map(
          ({row, reason}) =>
            `(${literal(source.name)}, ${literal(kind)}, ${literal(load.file)}, ${row}, null, null, ${literal(reason)})`
        );
      await database.execute(`insert into staging.quarantine values ${values.join(', ')}`);
    }
  }
}
