import {Command} from 'commander';
import {UsageError} from '../config/problems.ts';
import {explainKpi} from './explainKpi.ts';
import {explainRecord} from './explainRecord.ts';
import {dataOption, jsonOption, pipelineOption, type PipelineOptions} from './options.ts';

interface Options extends PipelineOptions {
  readonly record?: string;
  readonly json?: boolean;
}

/** huisheng explain <id>, huisheng explain --record <id> */
export function explainCommand(): Command {
  return new Command('explain')
    .description('tell what a KPI counts and which clause asks for it, or the story of one case under the policy')
    .argument('[id]', 'a KPI: a file in pipelines/kpis without .sql')
    .option('--record <id>', 'a case by its number: its timeline, clocks and verdicts, and the clause behind each')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, {record, json = false, ...where}: Options) => {
      if (id !== undefined && record !== undefined) {
        throw new UsageError(`give a KPI or --record, not both: got "${id}" and --record ${record}`);
      }
      if (record !== undefined) await explainRecord(record, where, json);
      else if (id !== undefined) await explainKpi(id, json);
      else throw new UsageError('say which KPI, or give the number of a case with --record');
    });
}
