import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {LogForm} from '../log/log.ts';
import {RunningError} from '../run/lock.ts';
import {runPipeline, type RunOptions, type RunSummary} from '../run/runPipeline.ts';
import {stateOf} from '../run/state.ts';
import {quarantineLine} from './commandLine.ts';
import {EXIT, type End} from './exit.ts';
import {asOfOption, choosePipelines, dataOption, jsonOption, logOption} from './options.ts';
import {startProgress} from './progress.ts';
import {untilStopped} from './untilStopped.ts';

interface Options {
  readonly asOf?: Date;
  readonly full?: boolean;
  readonly data?: string;
  readonly json?: boolean;
  readonly log: LogForm;
}

/** huisheng run [pipeline] */
export function runCommand(end: End): Command {
  return new Command('run')
    .description('extract what is new and compute all figures')
    .argument('[pipeline]', 'a pipeline, by name or by the path of its YAML; all of the project where none is named')
    .addOption(asOfOption())
    .option('--full', 'read every file again, known or not')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addOption(logOption())
    .action(async (named: string | undefined, options: Options) => {
      const paths = await choosePipelines(named, options.data);
      const summaries: RunSummary[] = [];
      const failed: string[] = [];
      const runNext = async (path: string, signal: AbortSignal) => {
        const {full = false, log, data, asOf} = options;
        try {
          summaries.push(
            await runOne(path, {full, log, signal, ...(data !== undefined && {data}), ...(asOf && {asOf})})
          );
        } catch (error) {
          signal.throwIfAborted();
          const isPlain = error instanceof ProblemsError || error instanceof RunningError;
          failed.push(isPlain ? error.message : `${shortPath(path)}: ${messageOf(error)}`);
        }
      };
      const isStopped = await untilStopped(async (signal) => {
        for (const path of paths) await runNext(path, signal);
      });
      if (options.json === true) process.stdout.write(`${JSON.stringify(summaries, null, 1)}\n`);
      if (isStopped) failed.push('the run was told to stop');
      if (failed.length > 0) throw new ProblemsError([...failed, 'the run failed; nothing was changed']);
      end(statusOf(summaries));
    });
}

/** How a command ends that ran pipelines. */
export function statusOf(summaries: readonly RunSummary[]): number {
  if (summaries.some(({sources}) => sources.some(({state}) => state === 'failed'))) return EXIT.source;
  return summaries.some(({quarantined}) => quarantined > 0) ? EXIT.quarantine : EXIT.done;
}

/** Runs one pipeline with its progress shown, and tells what became of the rows. */
export async function runOne(
  path: string,
  options: RunOptions & {readonly data?: string; readonly log?: LogForm}
): Promise<RunSummary> {
  const {data, log, ...runOptions} = options;
  const pipeline = await readPipeline(path);
  const progress = startProgress(pipeline.name, log);
  try {
    const summary = await runPipeline(pipeline, stateOf(pipeline.name, data), {...runOptions, report: progress.report});
    const result = summary.state === 'unchanged' ? 'nothing has changed: the figures stand' : 'done';
    const run = {run: summary.run_id};
    progress.done(`run ${summary.run_id} ${result}, as of ${summary.as_of}`, run);
    for (const line of describeRun(summary, quarantineLine(path, data))) progress.detail(line, run);
    return summary;
  } catch (error) {
    progress.fail();
    throw error;
  }
}

/** What became of the rows, and what readers have to know, line by line; `showQuarantine` is the command that lists what is set aside. */
export function describeRun(
  {intake, sources, unmapped, shared, quarantined, notices}: RunSummary,
  showQuarantine: string
): string[] {
  const count = (value: number) => value.toLocaleString('en');
  return [
    ...sources.flatMap(({source, message, read_at}) =>
      message === null
        ? []
        : [
            ...message.split('\n'),
            `${source}: not read; its data are ${read_at === null ? 'missing' : `as of ${read_at}`}`
          ]
    ),
    ...intake
      .filter(({source}) => sources.some((one) => one.source === source && one.state !== 'failed'))
      .flatMap(({source, record, files, known_files, rows_read, loaded, unchanged, quarantined: aside, deleted}) => [
        files === 0 && rows_read === 0
          ? `${source} ${record}: nothing new (${known_files} ${known_files === 1 ? 'file' : 'files'} known)`
          : `${source} ${record}: ${count(rows_read)} rows read = ${count(loaded)} loaded + ${count(unchanged)} unchanged + ${count(aside)} quarantined`,
        ...(deleted > 0 ? [`${source} ${record}: ${count(deleted)} deleted at the source`] : [])
      ]),
    ...sources.flatMap(({source, counts, retries, notes}) => [
      ...counts.map(
        ({record, theirs, ours}) =>
          `${source} ${record}: ${count(ours)} here, ${count(theirs)} by the source's own count${ours === theirs ? '' : ': they differ'}`
      ),
      ...retries.map(
        ({reason, times}) => `${source}: tried again ${times} ${times === 1 ? 'time' : 'times'}: ${reason}`
      ),
      ...notes.map((note) => `${source}: ${note}`)
    ]),
    ...Object.entries(unmapped)
      .filter(([, columns]) => columns.length > 0)
      .map(([source, columns]) => `${source}: not landed, for no field reads them: ${columns.join(', ')}`),
    ...shared.map(
      ({record, sources: names, records}) =>
        `${names}: ${count(records)} ${record} ${records === 1 ? 'record comes' : 'records come'} from each of them; of each the latest row counts`
    ),
    ...(quarantined > 0
      ? [`${count(quarantined)} ${quarantined === 1 ? 'row is' : 'rows are'} set aside; see: ${showQuarantine}`]
      : []),
    ...notices
  ];
}
