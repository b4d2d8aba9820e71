import {existsSync} from 'node:fs';
import {Option} from 'commander';
import {UsageError} from '../config/problems.ts';
import {findPipeline, pipelineName, pipelineNames} from '../config/pipeline.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {LOG_FORMS} from '../log/log.ts';
import {readWarehouse} from '../run/readWarehouse.ts';
import {stateOf, type State} from '../run/state.ts';
import {shortPath} from '../config/yamlFile.ts';
import {runLine} from './commandLine.ts';

export const dataOption = () =>
  new Option('--data <folder>', "the pipeline's state folder (data/<name> where nothing is said)");
export const asOfOption = () =>
  new Option('--as-of <time>', 'compute what was known at that time (ISO 8601 with an offset)').argParser((text) =>
    readInstant(text, '--as-of')
  );
export const jsonOption = () => new Option('--json', 'print JSON');
export const logOption = () =>
  new Option('--log <form>', 'how standard error tells what is done: text, or JSON lines')
    .choices(LOG_FORMS)
    .env('HUISHENG_LOG')
    .default('text');
export const pipelineOption = () => new Option('--pipeline <name>', 'a pipeline, by name or by the path of its YAML');

export interface PipelineOptions {
  readonly pipeline?: string;
  readonly data?: string;
}

/** The pipeline that is named or, where none is, the only one that there is. */
export async function choosePipeline(named: string | undefined): Promise<string> {
  if (named !== undefined) return findPipeline(named);
  const names = await pipelineNames();
  if (names.length === 1) return findPipeline(names[0]!);
  throw new UsageError(`say which pipeline: ${names.join(', ')}, or the path of one`);
}

/** The pipelines to work on: the one that is named, or all of the project's. */
export async function choosePipelines(named: string | undefined, data: string | undefined): Promise<string[]> {
  if (named !== undefined) return [await findPipeline(named)];
  const names = await pipelineNames();
  if (data !== undefined && names.length > 1) throw new UsageError('--data is for one pipeline; say which');
  return Promise.all(names.map(findPipeline));
}

/** Reads an instant from the command line: ISO 8601 with an offset. */
export function readInstant(text: string, option: string): Date {
  const day = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(text)?.[1];
  const time = new Date(text);
  if (day === undefined || !isDay(day) || Number.isNaN(time.getTime())) {
    throw new UsageError(`${option}: expected a time such as 2026-10-01T00:00:00+08:00, got "${text}"`);
  }
  return time;
}

/** Reads a day, YYYY-MM-DD, from the command line; a month or a year stands for its first or its last day. */
export function readDay(text: string, option: string, edge: 'first' | 'last'): string {
  const months = edge === 'first' ? '01' : '12';
  const [, year, month = months, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const whole = `${year}-${month}-${day ?? (edge === 'first' ? '01' : String(length).padStart(2, '0'))}`;
  if (year === undefined || !isDay(whole)) {
    throw new UsageError(`${option}: expected a day, month or year such as 2026-10-01, 2026-10 or 2026, got "${text}"`);
  }
  return whole;
}

/** JavaScript reads February 31st as March 2nd. */
function isDay(day: string): boolean {
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

/** Opens the warehouse of a pipeline to read it. Throws a UsageError when it has not been run yet. */
export async function openWarehouse(
  options: PipelineOptions
): Promise<{path: string; state: State; database: Database}> {
  const path = await choosePipeline(options.pipeline);
  const name = pipelineName(path);
  const state = stateOf(name, options.data);
  if (!existsSync(state.warehouse)) {
    throw new UsageError(
      `${name}: there is no warehouse in ${shortPath(state.folder)}; run "${runLine(path, options.data)}" first, or say with --data where its state lies`
    );
  }
  const {timeZone} = await readTimeZone(state.warehouse);
  return {path, state, database: await readWarehouse(state.warehouse, timeZone)};
}

async function readTimeZone(warehouse: string): Promise<{timeZone: string}> {
  const database = await readWarehouse(warehouse);
  try {
    const [row] = await database.query<{time_zone: string}>('select time_zone from config.run');
    return {timeZone: row!.time_zone};
  } finally {
    database.close();
  }
}
