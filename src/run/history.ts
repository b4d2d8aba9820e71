import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {RunRecord} from './journal.ts';

/**
 * Writes the runs that the journal tells of into a warehouse: runs.runs (one row per run), runs.sources (per run and source) and
 * runs.intake (per run, source and record kind), so that they can be queried beside the figures.
 */
export async function writeHistory(runs: readonly RunRecord[], database: Database): Promise<void> {
  const texts = runs.map((run) => `(${literal(JSON.stringify(run))})`);
  const sourceColumns = 'source varchar, state varchar, message varchar, seconds double, read_at timestamptz';
  const intakeColumns =
    'source varchar, record varchar, files bigint, known_files bigint, rows_read bigint, loaded bigint, unchanged bigint, quarantined bigint, deleted bigint';
  const listed = (columns: string) => `[{${columns.replace(/(\w+) (\w+)/g, '"$1": "$2"')}}]`;
  await database.execute(`
    create schema if not exists runs;
    create or replace temp table told (run json);
    insert into told values ${texts.join(', ')};
    create or replace table runs.runs as
    select run.run_id::integer as run_id, (run->>'as_of')::timestamptz as as_of, (run->>'started_at')::timestamptz as started_at,
      (run->>'finished_at')::timestamptz as finished_at, run->>'trigger' as "trigger", run->>'state' as state, run->>'message' as message
    from told order by run_id;
    create or replace table runs.sources as
    select run.run_id::integer as run_id, unnest(from_json(run.sources, ${literal(listed(sourceColumns))}), recursive := true)
    from told order by run_id;
    create or replace table runs.intake as
    select run.run_id::integer as run_id, unnest(from_json(run.intake, ${literal(listed(intakeColumns))}), recursive := true)
    from told order by run_id;
    drop table told;`);
}
