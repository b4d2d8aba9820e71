import type {Calendar} from '../../pipelines/calendars/schema.ts';
import type {Pipeline} from '../config/pipeline.ts';
import type {Journal} from '../run/journal.ts';
import {readNotices} from '../run/notices.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {readModels, type Model} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {collectDuties} from './collectDuties.ts';
import {collectOperations} from './collectOperations.ts';
import {collectPerformance} from './collectPerformance.ts';
import {collectRecords} from './collectRecords.ts';
import {collectRegister} from './collectRegister.ts';
import {collectReport} from './collectReport.ts';
import {collectSummary} from './collectSummary.ts';
import {PERIOD_DIMENSIONS, type KpiValue, type SiteCalendar, type SiteData, type SiteLatest} from './siteData.ts';
import {siteKpis} from './siteKpis.ts';
import {sourceNotices} from './sourceNotices.ts';

/**
 * Reads everything that the pages draw out of a warehouse and the journal: figures, definitions, the policy and how it is kept,
 * the records behind the latest figures, and how runs went. Weeks and the people of records are left out, for no page shows them; the
 * figures of people stand under `performance` alone.
 *
 * @param database the pipeline's warehouse, opened in its time zone
 */
export async function collectSiteData(pipeline: Pipeline, database: Database, journal: Journal): Promise<SiteData> {
  const {kpis, models} = await readModels();
  const dimensions = Object.entries(await readDimensions()).filter(([, {of_people}]) => !of_people);
  const values = await readValues(
    dimensions.map(([id]) => id),
    database
  );
  const latest = await database.query<SiteLatest>(
    'select kpi, grain, period_start::varchar as period_start from marts.latest_figures order by kpi'
  );
  const notices = [...(await readNotices(database)), ...sourceNotices(journal, pipeline.timeZone)];
  return {
    pipeline: {name: pipeline.name, title: pipeline.title, time_zone: pipeline.timeZone, locale: pipeline.locale},
    policy: pipeline.policy,
    calendar: siteCalendar(pipeline.calendar),
    run: {...(await readRun(database)), notices},
    kpis: siteKpis(kpis, pipeline.policy),
    signal_settings: signalSettings(models),
    process_changes: pipeline.processChanges.map(({from, kpis: changed, what}) => ({month: from, kpis: changed, what})),
    dimensions: dimensions.map(([id, {'zh-CN': chinese, en}]) => ({id, title: {'zh-CN': chinese, en}})),
    values,
    latest,
    ...(await collectDuties(database)),
    report: await collectReport(models, database),
    performance: await collectPerformance(pipeline.policy, kpis, pipeline.timeZone, database),
    records: await collectRecords(kpis, latest, pipeline.timeZone, database),
    case_figures: await readCaseFigures(database),
    summary: await collectSummary(database),
    register: await collectRegister(database),
    operations: collectOperations(journal, pipeline.timeZone),
    intake: numbers(await database.query('select * from marts.intake')),
    quarantine: numbers(await database.query('select * from marts.quarantine_reasons'))
  };
}

async function readCaseFigures(database: Database): Promise<string[]> {
  const rows = await database.query<{kpi: string}>('select distinct kpi from marts.figure_cells order by kpi');
  return rows.map(({kpi}) => kpi);
}

function signalSettings(models: readonly Model[]): SiteData['signal_settings'] {
  const signals = models.find(({name}) => name === 'marts.kpi_signals');
  return (signals?.method?.options as SiteData['signal_settings'] | undefined) ?? null;
}

async function readRun(database: Database): Promise<{id: string; as_of: string}> {
  const [run] = await database.query<{run_id: number; as_of: string}>(
    `select run_id, strftime(timezone(time_zone, as_of), '%Y-%m-%d %H:%M') as as_of from config.run`
  );
  return {id: String(run!.run_id), as_of: run!.as_of};
}

async function readValues(dimensions: readonly string[], database: Database): Promise<KpiValue[]> {
  return database.query<KpiValue>(
    `select * replace (period_start::varchar as period_start) from marts.kpi_values
     where grain <> 'week' and (
       dimension in (${['all', ...PERIOD_DIMENSIONS].map(literal).join(', ')})
       or (dimension in (${dimensions.map(literal).join(', ')})
         and (kpi, grain, kpi_values.period_start) in (select (kpi, grain, period_start) from marts.latest_figures))
     )`
  );
}

function siteCalendar({id, title, years}: Calendar): SiteCalendar {
  return {
    id,
    title,
    years: Object.entries(years).map(([year, {notices}]) => ({year, notices: notices.map(({number}) => number)}))
  };
}

/** DuckDB gives 64-bit counts as text; those of a site fit a number. */
function numbers<T>(rows: readonly Record<string, unknown>[]): T[] {
  const counts = new Set(['files', 'rows', 'rows_read', 'loaded', 'unchanged', 'quarantined']);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, counts.has(name) ? Number(value) : value])
      ) as T
  );
}
