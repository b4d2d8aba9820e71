import type {Contract} from '../contract/contract.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {executeTogether} from './together.ts';

/** A BIGINT holds so many flags. */
const MOST_FIELDS = 63;

/**
 * Makes it cheap to ask which fields of a record are filled in: `config.fields(record, field, flag)` gives each field of
 * each contract a power of two, and the view `staging.<kind>_filled` adds `filled`, the sum of those that are filled in,
 * to the record's key.
 */
export async function writeFilledFields(contracts: Iterable<Contract>, database: Database): Promise<void> {
  const rows: string[] = [];
  const views: string[] = [];
  for (const {kind, key, fields} of contracts) {
    if (fields.length > MOST_FIELDS) throw new Error(`contract ${kind}: more than ${MOST_FIELDS} fields; split it`);
    const flags = fields.map(({name}, i) => ({name, flag: 2n ** BigInt(i)}));
    rows.push(...flags.map(({name, flag}) => `(${literal(kind)}, ${literal(name)}, ${flag})`));
    const sum = flags.map(({name, flag}) => `(${identifier(name)} is not null)::bigint * ${flag}`);
    views.push(`
      create or replace view staging.${identifier(`${kind}_filled`)} as
      select ${key.map(identifier).join(', ')}, ${sum.join(' + ')} as filled from staging.${identifier(kind)}`);
  }
  await executeTogether(
    [
      'create or replace table config.fields (record varchar, field varchar, flag bigint)',
      `insert into config.fields values ${rows.join(', ')}`,
      ...views
    ],
    database
  );
}
