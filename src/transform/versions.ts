import type {Contract} from '../contract/contract.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';

/**
 * Makes the empty temp tables that tell of a kind's deletions: `tombstones` (key, record_source, sequence), one row per row that
 * says that its record was deleted, and `listed` (key, record_source), the records that a complete list has.
 */
export async function prepareDeletions(contract: Contract, database: Database): Promise<void> {
  const key = keyOf(contract);
  await database.execute(`
    create or replace temp table tombstones as select ${key}, record_source, sequence from ${tableOf(contract)} limit 0;
    create or replace temp table listed as select ${key}, record_source from ${tableOf(contract)} limit 0;`);
}

/** Tells in staging.shared of records that several sources bring: meant to be one, or two that happen to have one number. */
export async function tellShared(contract: Contract, database: Database): Promise<void> {
  await database.execute(`
    insert into staging.shared
    select ${literal(contract.kind)}, sources, count(*) from (
      select string_agg(distinct record_source, ', ' order by record_source) as sources
      from ${tableOf(contract)} group by ${keyOf(contract)} having count(distinct record_source) > 1
    ) group by sources order by sources`);
}

/**
 * Keeps one row of each record in staging: the one that brought its latest content. A row that repeats what is known
 * already is dropped as unchanged, and a record whose latest row is a tombstone is dropped. Returns how many rows of each
 * load were unchanged.
 */
export async function dropRepeated(contract: Contract, database: Database): Promise<Map<number, number>> {
  const table = tableOf(contract);
  const key = keyOf(contract);
  const content = contract.fields.map(({name}) => identifier(name)).join(', ');
  // Equal events in one file are several events; the n-th of a file is the same as the n-th of another.
  const nth = contract.repeatable ? `row_number() over (partition by ${key}, sequence >> 32 order by sequence)` : '1';
  await database.execute(`
    create or replace temp table repeated as
    with
    doubled as (
      select ${key} from (select ${key} from ${table} union all select ${key} from tombstones) group by ${key} having count(*) > 1
    ),
    candidates as (
      select ${key}, sequence, row(${content}) as content, ${nth} as nth from ${table} semi join doubled using (${key})
      union all
      select ${key}, sequence, null, 1 from tombstones semi join doubled using (${key})
    ),
    chained as (
      select sequence, ${key}, nth, content is distinct from lag(content) over (partition by ${key}, nth order by sequence)
        or lag(sequence) over (partition by ${key}, nth order by sequence) is null as is_change
      from candidates
    )
    select sequence, is_change,
      sequence = max(sequence) filter (is_change) over (partition by ${key}, nth) as is_latest
    from chained`);
  const rows = await database.query<{load: string; unchanged: string}>(
    'select sequence >> 32 as load, count(*) as unchanged from repeated where not is_change group by load'
  );
  await database.execute(`
    delete from ${table} where sequence in (select sequence from repeated where not is_latest);
    drop table repeated;`);
  return new Map(rows.map(({load, unchanged}) => [Number(load), Number(unchanged)]));
}

/** Drops the records that a complete list of their source does not have any more, and tells in staging.deleted what was deleted. */
export async function dropDeleted(contract: Contract, database: Database): Promise<void> {
  const table = tableOf(contract);
  const key = keyOf(contract);
  const id = `concat_ws('|', ${key})`;
  const isGone = `record_source in (select record_source from listed) and sequence not in (
    select sequence from ${table} semi join listed using (${key}, record_source))`;
  await database.execute(`
    insert into staging.deleted
    select record_source, ${literal(contract.kind)}, ${id} as record_id, 'told' as reason from tombstones anti join ${table} using (${key})
    group by record_source, record_id
    union all
    select record_source, ${literal(contract.kind)}, ${id} as record_id, 'not_listed' from ${table} where ${isGone}
    group by record_source, record_id
    order by record_source, record_id;
    delete from ${table} where ${isGone};
    drop table tombstones; drop table listed;`);
}

function tableOf({kind}: Contract): string {
  return `staging.${identifier(kind)}`;
}

function keyOf({key}: Contract): string {
  return key.map(identifier).join(', ');
}
