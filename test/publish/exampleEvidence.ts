import {collectTables, type PublishedTables} from '../../src/publish/publishTables.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

/** The published cases behind the card of a person of the example site: two whole cases, one shared, one that does not count. */
export async function exampleEvidence(): Promise<PublishedTables> {
  const database = await openDatabase(':memory:');
  try {
    await database.execute(`
      create schema marts;
      create table marts.standing_card_evidence as
      select '2026-Q3' as period, 'handler' as dimension, '林晓' as member, 'resolution_on_time' as kpi, *, true as is_transferred,
        '2026-07-05 10:00' as counted_at, '2026-07-01 09:00' as received_at, '2026-07-05 24:00' as due_at,
        '2026-07-04 12:00' as resolved_at, '周敏' as first_receiver, '林晓' as handler
      from (values
        ('TS001', 'in_figure', 'record', 1, 1, 1, 0.9, null),
        ('TS002', 'in_figure', 'deadline', 1, 0, 1, 0.8, null),
        ('TS003', 'in_figure', 'time', 0.375, 0.375, 0.375, 0.8, null),
        ('TS004', 'excluded', 'ruling', 0, 0, 0, null, '2026-0002')
      ) as cases(record_id, counted, rule, share, "count", total, peer_rate, entry)`);
    return await collectTables(database);
  } finally {
    database.close();
  }
}
