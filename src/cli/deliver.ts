import {join, resolve} from 'node:path';
import {Command} from 'commander';
import type {Period} from '../../reports/figures/period.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {withCurrentReports} from '../deliver/currentReports.ts';
import {deliverReport, packReport, type Outcome, type Round} from '../deliver/deliverReport.ts';
import type {Delivery} from '../deliver/readDeliveries.ts';
import {sentTimes} from '../deliver/sentTimes.ts';
import {fileName} from '../export/fileName.ts';
import {writeWhole} from '../export/writeWhole.ts';
import {missingVariables} from '../fetch/variables.ts';
import {openLog, type Log, type LogForm} from '../log/log.ts';
import {readJournal} from '../run/journal.ts';
import {stateOf} from '../run/state.ts';
import {EXIT, type End} from './exit.ts';
import {choosePipeline, dataOption, jsonOption, logOption, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';
import {readReportPeriod, refuseAbsent} from './reportPeriod.ts';
import {printRows} from './table.ts';
import {untilStopped} from './untilStopped.ts';

interface Options extends PipelineOptions {
  readonly to: readonly string[];
  readonly again?: boolean;
  readonly dryRun?: boolean;
  readonly into?: string;
  readonly json?: boolean;
  readonly log: LogForm;
}

/** huisheng deliver <period> */
export function deliverCommand(end: End): Command {
  return new Command('deliver')
    .description('send the report of a period to those readers of the pipeline who have not got it yet')
    .argument('<period>', 'a month, quarter or year that is over: 2026-10, 2026-Q3 or 2026')
    .option('--to <reader>', 'only to this reader; may be given several times', collect, [])
    .option('--again', 'also to those who have got it')
    .option('--dry-run', 'send nothing; tell what would be sent')
    .option('--into <folder>', 'with --dry-run: write what would be sent there, a folder for each reader')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .addOption(logOption())
    .action(async (asked: string, options: Options) => {
      if (options.into !== undefined && options.dryRun !== true) throw new UsageError('--into goes with --dry-run');
      const path = await choosePipeline(options.pipeline);
      const pipeline = await readPipeline(path);
      const period = readReportPeriod(asked);
      const readers = chooseReaders(pipeline, period, options.to);
      const state = stateOf(pipeline.name, options.data);
      const isStopped = await untilStopped(async (signal) => {
        await publishLatest(path, options.data, {log: options.log, signal});
        await withCurrentReports(pipeline, state, async (reports) => {
          refuseAbsent(period, reports.figures);
          const round = {pipeline, state, report: reports.partsOf(period), readers};
          if (options.dryRun === true) {
            await showPacked(round, options);
            return;
          }
          const log = openLog(options.log, pipeline.name);
          const onRetry = (reader: string, reason: string) => {
            log.warn(`${reader}: ${reason}; it is tried again`);
          };
          const outcomes = await deliverReport(round, {again: options.again === true, signal, onRetry});
          printOutcomes(outcomes, log, options);
          if (outcomes.some(({message}) => message !== null)) end(EXIT.failed);
        });
      });
      if (isStopped) throw new Error('the delivery was told to stop; what had been sent stands in the journal');
    });
}

function collect(reader: string, before: readonly string[]): string[] {
  return [...before, reader];
}

/** The readers of a report: all of the pipeline, or those that are asked for. */
function chooseReaders({name, path, deliveries}: Pipeline, period: Period, asked: readonly string[]): Delivery[] {
  if (deliveries.length === 0)
    throw new UsageError(`${name}: nobody gets reports; say under "deliver" in ${shortPath(path)} who does, and how`);
  const names = deliveries.map(({reader}) => reader);
  for (const reader of asked) {
    if (!names.includes(reader))
      throw new UsageError(`--to: there is no reader "${reader}"${suggestion(reader, names)}`);
  }
  const chosen = deliveries.filter(
    ({reader, reports}) => reports.includes(period.grain) && (asked.length === 0 || asked.includes(reader))
  );
  const left = asked.filter((reader) => !chosen.some((one) => one.reader === reader));
  if (chosen.length > 0 && left.length === 0) return chosen;
  const who = left.length > 0 ? left.map((reader) => `"${reader}"`).join(', ') : 'no reader';
  throw new UsageError(
    `${who}: the report of a ${period.grain} is not asked for; add ${period.grain} to "report" in ${shortPath(path)}`
  );
}

/** Tells what readers would get, and writes it where a folder is given. */
async function showPacked(round: Round, {again, into, json, log}: Options): Promise<void> {
  const journal = await readJournal(round.state);
  const rows = [];
  for (const delivery of round.readers) {
    const {reader, way} = delivery;
    const {subject, parts} = await packReport(delivery, journal, round);
    const wasSent = again !== true && sentTimes(journal, reader, round.report.digest.period.id).length > 0;
    const missing = missingVariables(way, process.env);
    if (missing.length > 0)
      openLog(log, round.pipeline.name).warn(`${reader}: set ${missing.join(', ')} before it is sent`);
    for (const {name, content} of parts) {
      if (into !== undefined) await writeWhole(join(resolve(into), fileName(reader, way.channel), name), content);
      rows.push({
        reader,
        channel: way.channel,
        state: wasSent ? 'sent_before' : 'to_be_sent',
        subject,
        part: name,
        bytes: content.byteLength
      });
    }
  }
  printRows(rows, json === true);
}

/** A line per reader, and what went wrong below. */
function printOutcomes(outcomes: readonly Outcome[], log: Log, {json}: Options): void {
  if (json === true) {
    printRows(
      outcomes.map((outcome) => ({...outcome})),
      true
    );
    return;
  }
  printRows(
    outcomes.map(({reader, report, channel, state, at}) => ({reader, report, channel, state, at})),
    false
  );
  for (const {reader, message} of outcomes) if (message !== null) log.error(`${reader}: ${message}`);
}
