import type {Contract} from '../contract/contract.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';

/**
 * Keeps one row of each record in staging: the one that brought its latest content. A row that repeats what is known
 * already is dropped as unchanged. Returns how many rows of each load were unchanged.
 */
export async function dropRepeated(contract: Contract, database: Database): Promise<Map<number, number>> {
  const table = `staging.${identifier(contract.kind)}`;
  const key = contract.key.map(identifier).join(', ');
  const content = contract.fields.map(({name}) => identifier(name)).join(', ');
  // Equal events in one file are several events; the n-th of a file is the same as the n-th of another.
  const nth = contract.repeatable ? `row_number() over (partition by ${key}, sequence >> 32 order by sequence)` : '1';
  await database.execute(`
    create or replace temp table repeated as
    with
    doubled as (select ${key} from ${table} group by ${key} having count(*) > 1),
    candidates as (select *, ${nth} as nth from ${table} semi join doubled using (${key})),
    chained as (
      select sequence, ${key}, nth, row(${content}) is distinct from lag(row(${content})) over (partition by ${key}, nth order by sequence)
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
