import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {freezePeriod} from '../editions/freezePeriod.ts';
import {openLog} from '../log/log.ts';
import {stateOf} from '../run/state.ts';
import {runLine} from './commandLine.ts';
import {choosePipeline, dataOption, jsonOption, pipelineOption, type PipelineOptions} from './options.ts';
import {readReportPeriod} from './reportPeriod.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly by?: string;
  readonly again?: boolean;
  readonly reason?: string;
  readonly json?: boolean;
}

/** huisheng freeze <period> */
export function freezeCommand(): Command {
  return new Command('freeze')
    .description('sign the figures of a period that is over: they are kept as they are, whatever comes later')
    .argument('<period>', '2026-10, 2026-Q3 or 2026')
    .option('--by <name>', 'who signs; it stands on the pages and in the edition')
    .option('--again', 'one more edition of a period that was frozen before; the earlier one stays')
    .option('--reason <text>', 'with --again: why')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (asked: string, options: Options) => {
      const period = readReportPeriod(asked);
      const {by, reason} = readSigning(options);
      const path = await choosePipeline(options.pipeline);
      const pipeline = await readPipeline(path);
      const state = stateOf(pipeline.name, options.data);
      const frozen = await freezePeriod(pipeline, state, period, {
        by,
        runLine: runLine(path, options.data),
        ...(reason !== undefined && {reason})
      });
      const {edition, frozen_at, open_objections} = frozen.manifest;
      printRows([{edition, frozen_at, by, open_objections, sha256: frozen.sha256}], options.json === true);
      const log = openLog('text', pipeline.name);
      if (frozen.open.length > 0)
        log.warn(`nobody has decided yet on ${frozen.open.join(', ')} in the ledger, about figures of ${period.id}`);
      if (options.json !== true)
        log.info('write the SHA-256 on the paper that is signed; the next run shows the edition');
    });
}

/** Who signs, where it is said, and why another edition is made. Throws a UsageError where what is said says nothing. */
function readSigning({by, again, reason}: Options): {by: string | null; reason: string | undefined} {
  const isAgain = again === true;
  if (by?.trim() === '') throw new UsageError('--by: say who signs the figures, such as --by 王敏');
  const why = reason?.trim() ?? '';
  if (isAgain && why === '') throw new UsageError('--again: say with --reason why the period is frozen once more');
  if (!isAgain && reason !== undefined) throw new UsageError('--reason goes with --again');
  return {by: by?.trim() ?? null, reason: isAgain ? why : undefined};
}
