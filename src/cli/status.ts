import {Command} from 'commander';
import {now} from '../clock.ts';
import {pipelineName, readPipeline} from '../config/pipeline.ts';
import {liveRelease} from '../publish/switchRelease.ts';
import {readJournal, type RunRecord} from '../run/journal.ts';
import {stateOf} from '../run/state.ts';
import {nextTime} from '../schedule/schedule.ts';
import {choosePipelines, dataOption, jsonOption} from './options.ts';
import {printRows} from './table.ts';

/** huisheng status [pipeline] */
export function statusCommand(): Command {
  return new Command('status')
    .description(
      'how the last run went, how many rows it read, when the next is due, which were missed, and what readers were sent last'
    )
    .argument('[pipeline]', 'a pipeline, by name or by the path of its YAML; all of the project where none is named')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: {data?: string; json?: boolean}) => {
      const rows = [];
      for (const path of await choosePipelines(named, options.data)) rows.push(await statusOf(path, options.data));
      if (options.json === true) printRows(rows, true);
      else printStatus(rows);
    });
}

type Status = Awaited<ReturnType<typeof statusOf>>;

/** A line per pipeline, and what went wrong below. */
function printStatus(rows: readonly Status[]): void {
  const short = rows.map((row) => ({
    pipeline: row.pipeline,
    run: row.run,
    state: row.state,
    as_of: row.as_of,
    finished_at: row.finished_at,
    rows_read: row.rows_read,
    quarantined: row.quarantined,
    next_run: row.next_run,
    missed: row.missed.length,
    failed_sources: failedSources(row.sources)
      .map(({source}) => source)
      .join(' '),
    is_published: row.is_published,
    folder: row.folder
  }));
  printRows(short, false);
  for (const {pipeline, message, sources, deliveries} of rows) {
    const told = [message, ...failedSources(sources).map((one) => one.message)].filter((text) => text !== null);
    for (const text of told) process.stdout.write(`${pipeline}: ${text}\n`);
    for (const {reader, report, channel, state, at} of deliveries)
      process.stdout.write(`${pipeline}: ${reader}: ${report} ${state} (${channel}) ${at}\n`);
  }
}

function failedSources(sources: Status['sources']): Status['sources'] {
  return sources.filter(({state}) => state === 'failed');
}

/** How a pipeline stands: its last run, its sources with the age of their data, and what is due. Times are ISO 8601 in UTC. */
async function statusOf(path: string, data: string | undefined) {
  const name = pipelineName(path);
  const state = stateOf(name, data);
  const at = now();
  const {runs, missed, deliveries} = await readJournal(state);
  const last = runs.at(-1);
  const {schedule, deliveries: readers} = await readPipeline(path);
  const told = runs.findLast(({sources}) => sources.length > 0);
  return {
    pipeline: name,
    run: last?.run_id ?? null,
    state: last?.state ?? null,
    as_of: last?.as_of ?? null,
    finished_at: last?.finished_at ?? null,
    rows_read: sum(last, 'rows_read'),
    quarantined: sum(last, 'quarantined'),
    next_run: (schedule && nextTime(schedule, at)?.toISOString()) ?? null,
    missed: missed.flatMap(({times}) => times),
    is_published: (await liveRelease(state.releases)) !== undefined,
    message: last?.message ?? null,
    sources: (told?.sources ?? []).map(({source, state: read, message, read_at, notes}) => ({
      source,
      state: read,
      read_at,
      age_seconds: read_at === null ? null : Math.round((at.getTime() - Date.parse(read_at)) / 1000),
      message,
      notes
    })),
    deliveries: readers.flatMap(({reader}) => {
      const latest = deliveries.findLast((one) => one.reader === reader);
      if (latest === undefined) return [];
      const {report, channel, at: sent_at} = latest;
      const failure = latest.event === 'not_delivered' ? latest.message : null;
      return [{reader, report, channel, state: failure === null ? 'sent' : 'failed', at: sent_at, message: failure}];
    }),
    folder: state.folder
  };
}

function sum(run: RunRecord | undefined, count: 'rows_read' | 'quarantined'): number | null {
  return run === undefined ? null : run.intake.reduce((total, row) => total + row[count], 0);
}
