import type {Database} from '../warehouse/duckdb.ts';

/** Executes statements in one transaction: all or none, at the price of one write to the disk. */
export async function executeTogether(statements: readonly string[], database: Database): Promise<void> {
  await database.execute('begin');
  try {
    await database.execute(`${statements.join(';\n')}; commit`);
  } catch (error) {
    await database.execute('rollback');
    throw error;
  }
}
