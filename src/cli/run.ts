import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {RunningError} from '../run/lock.ts';
import {runPipeline, type RunSummary} from '../run/runPipeline.ts';
import {stateOf} from '../run/state.ts';
import {queryLine} from './commandLine.ts';
import {EXIT, type End} from './exit.ts';
import {choosePipelines, dataOption, jsonOption, readInstant} from './options.ts';
import {startProgress} from './progress.ts';

interface Options {
  readonly asOf?: string;
  readonly full?: boolean;
  readonly data?: string;
  readonly json?: boolean;
}

/** huisheng run [pipeline] */
export function runCommand(end: End): Command {
  return new Command('run')
    .description('extract what is new and compute all figures')
    .argument('[pipeline]', 'a pipeline, by name or by the path of its YAML; all of the project where none is named')
    .option('--as-of <time>', 'compute what was known at that time (ISO 8601 with an offset)')
    .option('--full', 'read every file again, known or not')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: Options) => {
      const asOf = options.asOf === undefined ? undefined : readInstant(options.asOf, '--as-of');
      const summaries: RunSummary[] = [];
      const failed: string[] = [];
      for (const path of await choosePipelines(named, options.data)) {
        try {
          summaries.push(
            await runOne(path, {
              full: options.full === true,
              ...(options.data !== undefined && {data: options.data}),
              ...(asOf && {asOf})
            })
          );
        } catch (error) {
          const isPlain = error instanceof ProblemsError || error instanceof RunningError;
          failed.push(isPlain ? error.message : `${shortPath(path)}: ${messageOf(error)}`);
        }
      }
      if (options.json === true) process.stdout.write(`${JSON.stringify(summaries, null, 1)}\n`);
      if (failed.length > 0) throw new ProblemsError([...failed, 'the run failed; nothing was changed']);
      end(summaries.some(({quarantined}) => quarantined > 0) ? EXIT.quarantine : EXIT.done);
    });
}

/** Runs one pipeline with its progress shown, and tells what became of the rows. */
export async function runOne(
  path: string,
  options: {readonly asOf?: Date; readonly full?: boolean; readonly data?: string}
): Promise<RunSummary> {
  const pipeline = await readPipeline(path);
  const progress = startProgress(pipeline.name);
  try {
    const summary = await runPipeline(pipeline, stateOf(pipeline.name, options.data), {
      ...(options.asOf && {asOf: options.asOf}),
      ...(options.full !== undefined && {full: options.full}),
      report: progress.report
    });
    progress.done(`run ${summary.run_id} done, as of ${summary.as_of}`);
    for (const line of describeRun(summary, queryLine('from staging.quarantine', path, options.data)))
      process.stderr.write(`  ${line}\n`);
    return summary;
  } catch (error) {
    progress.fail();
    throw error;
  }
}

/** What became of the rows, and what readers have to know, line by line; `showQuarantine` is the command that lists what is set aside. */
export function describeRun({intake, unmapped, quarantined, notices}: RunSummary, showQuarantine: string): string[] {
  const count = (value: number) => value.toLocaleString('en');
  return [
    ...intake.map(({source, record, files, known_files, rows_read, loaded, unchanged, quarantined: aside}) =>
      files === 0
        ? `${source} ${record}: nothing new (${known_files} ${known_files === 1 ? 'file' : 'files'} known)`
        : `${source} ${record}: ${count(rows_read)} rows read = ${count(loaded)} loaded + ${count(unchanged)} unchanged + ${count(aside)} quarantined`
    ),
    ...Object.entries(unmapped)
      .filter(([, columns]) => columns.length > 0)
      .map(([source, columns]) => `${source}: not landed, for no field reads them: ${columns.join(', ')}`),
    ...(quarantined > 0
      ? [`${count(quarantined)} ${quarantined === 1 ? 'row is' : 'rows are'} set aside; see: ${showQuarantine}`]
      : []),
    ...notices
  ];
}
