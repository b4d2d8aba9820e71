import {Command, InvalidArgumentError} from 'commander';
import {UsageError} from '../config/problems.ts';
import {countQuarantined} from '../run/intake.ts';
import {literal} from '../warehouse/quote.ts';
import type {End} from './exit.ts';
import {
  asOfOption,
  choosePipeline,
  dataOption,
  jsonOption,
  openWarehouse,
  pipelineOption,
  type PipelineOptions
} from './options.ts';
import {runOne, statusOf} from './run.ts';
import {printRows} from './table.ts';

/** By what the rows to be shown are chosen. */
const CHOICES = ['source', 'record', 'file', 'field', 'reason'] as const;

type ShowOptions = PipelineOptions & {json?: boolean; limit: number} & Partial<
    Record<(typeof CHOICES)[number], string>
  >;

/** huisheng quarantine list|show|replay */
export function quarantineCommand(end: End): Command {
  return new Command('quarantine')
    .description('the rows that were set aside: how many and why, which, and read again after a mistake is mended')
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(replayCommand(end));
}

function listCommand(): Command {
  return new Command('list')
    .description('how many rows are set aside, by source, file, field and reason')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: PipelineOptions & {json?: boolean}) => {
      const {database} = await openWarehouse(options);
      try {
        const rows = await database.query<{rows: string}>('from marts.quarantine_reasons');
        printRows(
          rows.map((row) => ({...row, rows: Number(row.rows)})),
          options.json === true
        );
      } finally {
        database.close();
      }
    });
}

function showCommand(): Command {
  const command = new Command('show')
    .description('the rows that are set aside, with the value that breaks the contract, free of personal data')
    .addOption(pipelineOption())
    .addOption(dataOption());
  for (const choice of CHOICES) command.option(`--${choice} <word>`, `of this ${choice} alone`);
  return command
    .option('--limit <number>', 'how many are shown', readLimit, 100)
    .addOption(jsonOption())
    .action(async (options: ShowOptions) => {
      const {database} = await openWarehouse(options);
      try {
        const wanted = CHOICES.flatMap((choice) =>
          options[choice] === undefined ? [] : [`${choice} = ${literal(options[choice])}`]
        );
        const from = `from staging.quarantine ${wanted.length > 0 ? `where ${wanted.join(' and ')}` : ''}`;
        const [count] = await database.query<{all: string}>(`select count(*) as "all" ${from}`);
        const all = Number(count!.all);
        if (all === 0 && wanted.length > 0)
          throw new UsageError(`nothing is set aside with ${wanted.join(' and ')}; see huisheng quarantine list`);
        const rows = await database.query<{row: string}>(
          `select source, record, file, "row", field, value, reason ${from} order by all limit ${options.limit}`
        );
        printRows(
          rows.map((row) => ({...row, row: Number(row.row)})),
          options.json === true
        );
        if (all > rows.length) process.stderr.write(`${rows.length} of ${all} are shown; --limit shows more\n`);
      } finally {
        database.close();
      }
    });
}

function replayCommand(end: End): Command {
  return new Command('replay')
    .description(
      'read the rows in landing again after the mapping, the contract or the policy was mended; takes nothing new in'
    )
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(asOfOption())
    .action(async (options: PipelineOptions & {asOf?: Date}) => {
      const path = await choosePipeline(options.pipeline);
      const before = await countRows(options);
      const summary = await runOne(path, {
        replay: true,
        ...(options.asOf && {asOf: options.asOf}),
        ...(options.data !== undefined && {data: options.data})
      });
      process.stdout.write(`${summary.pipeline}: ${before} rows were set aside, ${summary.quarantined} are now\n`);
      end(statusOf([summary]));
    });
}

async function countRows(options: PipelineOptions): Promise<number> {
  const {database} = await openWarehouse(options);
  try {
    return await countQuarantined(database);
  } finally {
    database.close();
  }
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d{1,9}$/.test(text) || limit === 0) throw new InvalidArgumentError('Expected a number from 1.');
  return limit;
}
