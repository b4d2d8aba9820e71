import {UsageError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {LedgerEntry} from './ledgerSpec.ts';
import {personKey} from './personKey.ts';

/** Throws a UsageError where somebody would decide on a case in which they had a part, or that a case is to count to themselves. */
export async function refusePart(
  by: string,
  {entry, case: record, to}: LedgerEntry,
  database: Database
): Promise<void> {
  if (to?.handler !== undefined && personKey(to.handler) === personKey(by)) {
    throw new UsageError(`--by: ${entry} asks that ${record} counts to ${by}; somebody else must decide`);
  }
  const parts = await database.query(
    'select 1 from core.case_people where record_id = $record and person_key = $person limit 1',
    {record, person: personKey(by)}
  );
  if (parts.length > 0) throw new UsageError(`--by: ${by} had a part in ${record}; somebody else must decide`);
}
