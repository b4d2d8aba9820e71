import {localTime} from '../calendar/localTime.ts';
import type {IntakeRow, Journal, RunRecord, SourceRun} from '../run/journal.ts';
import type {SiteOperations, SiteRun, SiteSource} from './siteData.ts';

/** How many runs and missed times the pages tell of. */
const SHOWN = 30;

/** What the journal tells an operator, in the local time of a zone. */
export function collectOperations({runs, missed}: Journal, timeZone: string): SiteOperations {
  const local = (time: string) => localTime(new Date(time), timeZone);
  const latest = runs.findLast(({sources}) => sources.length > 0);
  return {
    runs: runs
      .slice(-SHOWN)
      .reverse()
      .map((run) => siteRun(run, local)),
    sources: latest === undefined ? [] : latest.sources.map((source) => siteSource(source, latest, local)),
    missed: missed
      .flatMap(({times}) => times)
      .sort()
      .slice(-SHOWN)
      .reverse()
      .map(local)
  };
}

function siteRun(run: RunRecord, local: (time: string) => string): SiteRun {
  const sum = (count: keyof IntakeRow & ('rows_read' | 'loaded' | 'unchanged' | 'quarantined')) =>
    run.intake.reduce((total, row) => total + row[count], 0);
  return {
    id: run.run_id,
    started_at: local(run.started_at),
    seconds: run.finished_at === null ? null : secondsBetween(run.started_at, run.finished_at),
    trigger: run.trigger,
    state: run.state,
    rows_read: sum('rows_read'),
    loaded: sum('loaded'),
    unchanged: sum('unchanged'),
    quarantined: sum('quarantined')
  };
}

function siteSource(source: SourceRun, run: RunRecord, local: (time: string) => string): SiteSource {
  const {read_at} = source;
  return {
    ...source,
    read_at: read_at === null ? null : local(read_at),
    age_seconds: read_at === null ? null : Math.max(0, secondsBetween(read_at, run.started_at))
  };
}

function secondsBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 1000;
}
