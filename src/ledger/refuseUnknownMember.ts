import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {Asked} from './ledgerSpec.ts';

/** Throws a UsageError, with the one that was meant, when no figure and no step of a case names a department or member of staff. */
export async function refuseUnknownMember(
  {department, handler}: NonNullable<Asked['to']>,
  database: Database
): Promise<void> {
  const [dimension, member] = department === undefined ? ['handler', handler!] : ['department', department];
  const rows = await database.query<{member: string}>(
    `select distinct member from (
       select member from marts.kpi_values where dimension = $dimension
       union all
       select ${dimension} from staging.complaint_event
     ) where member <> '' order by member`,
    {dimension}
  );
  const members = rows.map((row) => row.member);
  if (members.includes(member)) return;
  throw new UsageError(`--to: no record has ${dimension} "${member}"${suggestion(member, members)}`);
}
