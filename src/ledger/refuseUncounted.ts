import {nearest} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';

/** Throws a UsageError, with the number that was meant, when a figure counts no such record in any period. */
export async function refuseUncounted(
  {case: record, figure}: {readonly case: string; readonly figure: string},
  database: Database
): Promise<void> {
  const view = `kpis.${identifier(figure)}`;
  const found = await database.query(`select 1 from ${view} where record_id::varchar = $record limit 1`, {record});
  if (found.length > 0) return;
  const near = await database.query<{id: string}>(
    `select distinct record_id::varchar as id from ${view} order by levenshtein(id, $record), id limit 3`,
    {record}
  );
  const meant = nearest(
    record,
    near.map(({id}) => id)
  );
  const remedy = meant === undefined ? `"huisheng explain ${figure}" tells what it counts` : `did you mean "${meant}"?`;
  throw new UsageError(`${figure} counts no record "${record}"; ${remedy}`);
}
