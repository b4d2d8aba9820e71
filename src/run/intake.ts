import type {Pipeline} from '../config/pipeline.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {SourceOutcome} from './extractSources.ts';
import type {IntakeRow, Journal, SourceRun} from './journal.ts';

/** What became of the rows that a run read, by source and record kind. Needs the staging tables that hold its loads. */
export async function readIntake(
  pipeline: Pipeline,
  outcomes: readonly SourceOutcome[],
  database: Database
): Promise<IntakeRow[]> {
  const fresh = outcomes.flatMap(({extracted}) => extracted?.loads ?? []);
  const ids = fresh.map(({load}) => load).join(', ') || '0';
  const rows = await database.query<
    Record<'source' | 'record' | 'files' | 'rows_read' | 'loaded' | 'unchanged' | 'quarantined', string>
  >(`
    select source, record, count(*) as files, sum(rows_read)::bigint as rows_read, sum(loaded)::bigint as loaded,
      sum(unchanged)::bigint as unchanged, sum(quarantined)::bigint as quarantined
    from staging.loads where load in (${ids}) group by source, record`);
  const deleted = await database.query<Record<'source' | 'record' | 'deleted', string>>(
    'select source, record, count(*) as deleted from staging.deleted group by source, record'
  );
  return pipeline.sources.flatMap((source) => {
    const extracted = outcomes.find((outcome) => outcome.source === source.name)?.extracted;
    return source.records.map(({mapping}) => {
      const record = mapping.contract.kind;
      const isOurs = (row: {source: string; record: string}) => row.source === source.name && row.record === record;
      const row = rows.find(isOurs);
      const repeated = extracted?.repeated.get(record) ?? 0;
      return {
        source: source.name,
        record,
        files: Number(row?.files ?? 0),
        known_files: extracted?.knownFiles ?? 0,
        rows_read: Number(row?.rows_read ?? 0) + repeated,
        loaded: Number(row?.loaded ?? 0),
        unchanged: Number(row?.unchanged ?? 0) + repeated,
        quarantined: Number(row?.quarantined ?? 0),
        deleted: Number(deleted.find(isOurs)?.deleted ?? 0)
      };
    });
  });
}

/** How many rows are set aside now; one that is wrong in several fields is one. */
export async function countQuarantined(database: Database): Promise<number> {
  const [row] = await database.query<{rows: string}>(
    'select count(*) as rows from (select distinct source, record, file, "row" from staging.quarantine)'
  );
  return Number(row!.rows);
}

/** What became of each source, with its own counts of records beside ours. Needs the staging tables. */
export async function readSourceRuns(
  outcomes: readonly SourceOutcome[],
  {startedAt, journal}: {readonly startedAt: Date; readonly journal: Journal},
  database: Database
): Promise<SourceRun[]> {
  const runs: SourceRun[] = [];
  for (const {source, message, seconds, retries, notes, extracted} of outcomes) {
    const counts: SourceRun['counts'][number][] = [];
    for (const [record, theirs] of extracted?.counts ?? []) {
      const [row] = await database.query<{ours: string}>(
        `select count(*) as ours from staging.${record} where record_source = $source`,
        {source}
      );
      counts.push({record, theirs, ours: Number(row!.ours)});
    }
    const earlier = journal.runs.flatMap((run) => run.sources.filter((one) => one.source === source)).at(-1);
    runs.push({
      source,
      state: message !== null ? 'failed' : extracted!.loads.length > 0 ? 'read' : 'unchanged',
      message,
      seconds,
      retries,
      read_at: message === null ? startedAt.toISOString() : (earlier?.read_at ?? null),
      counts,
      notes
    });
  }
  return runs;
}
