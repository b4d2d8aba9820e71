import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {DatabaseLockedError, openDatabase, type Database} from '../warehouse/duckdb.ts';

/** Opens a warehouse to read it. Throws a ProblemsError with the remedy when it is damaged, or held by another program. */
export async function readWarehouse(warehouse: string, timeZone = 'UTC'): Promise<Database> {
  try {
    return await openDatabase(warehouse, {readOnly: true, timeZone});
  } catch (error) {
    const place = shortPath(warehouse);
    if (error instanceof DatabaseLockedError) {
      const process = /PID (\d+)/.exec(error.message)?.[1];
      throw new ProblemsError([
        `${place}: another program has it open to change it${process === undefined ? '' : ` (process ${process})`}; close it there`
      ]);
    }
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    throw new ProblemsError([
      `${place}: it is damaged (${messageOf(cause)}); delete it, and the next run builds it again from landing`
    ]);
  }
}
