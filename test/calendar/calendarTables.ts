import {join} from 'node:path';
import {calendarSchema, type Calendar} from '../../pipelines/calendars/schema.ts';
import {policySchema, type PolicyVersion} from '../../pipelines/policies/schema.ts';
import {writeCalendar, type YearRange} from '../../src/calendar/writeCalendar.ts';
import {checkYaml, readYamlFile} from '../../src/config/yamlFile.ts';
import {projectRoot} from '../../src/project.ts';
import {writePolicy} from '../../src/transform/policyTables.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

export interface CalendarTablesOptions {
  readonly timeZone: string;
  readonly range: YearRange;
  readonly calendar: Calendar;
  /** What changes between the versions of a policy that otherwise asks for nothing; one version by default. */
  readonly versions?: readonly Partial<PolicyVersion>[];
}

/** A database with the tables of a calendar and of a policy's business hours. */
export async function openCalendar({
  timeZone,
  range,
  calendar,
  versions = [{}]
}: CalendarTablesOptions): Promise<Database> {
  const database = await openDatabase(':memory:', {timeZone});
  const policy = await readYamlFile(join(projectRoot, 'pipelines/policies/none.yaml'), policySchema);
  const changed = versions.map((version) => ({...policy.versions[0]!, ...version}));
  await writePolicy({...policy, versions: changed}, timeZone, database);
  await writeCalendar(calendar, range, timeZone, database);
  return database;
}

/** Hours on every day or on working days, such as `hours('08:30', '12:00')`. */
export function hours(
  from: string,
  to: string,
  on: 'working_days' | 'every_day' = 'working_days'
): PolicyVersion['business_hours'][number] {
  return {from, to, on, source: 'organisation'};
}

/** A calendar whose only holidays are those of its years. */
export function calendarOf(years: string): Calendar {
  const text = `{id: test, title: test, weekend: [saturday, sunday], fixed_holidays: ['01-01'], years: ${years}}`;
  return checkYaml(text, calendarSchema, 'test.yaml');
}
