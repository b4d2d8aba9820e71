import {Command} from 'commander';
import {join} from 'node:path';
import {digestOf, type Digest} from '../../reports/digest/digest.ts';
import {Figures} from '../../reports/figures/figures.ts';
import type {Period} from '../../reports/figures/period.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {fileName} from '../export/fileName.ts';
import {writeWhole} from '../export/writeWhole.ts';
import type {LogForm} from '../log/log.ts';
import {collectSiteData} from '../publish/collectSiteData.ts';
import {readJournal} from '../run/journal.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {choosePipeline, dataOption, logOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';
import {readReportPeriod, refuseAbsent} from './reportPeriod.ts';

interface Options extends PipelineOptions {
  readonly to: string;
  readonly log: LogForm;
}

/** What a file is made from. */
interface Exported {
  readonly pipeline: Pipeline;
  readonly database: Database;
  readonly figures: Figures;
  readonly digest: Digest;
}

/** huisheng export pdf|xlsx <period>. What a browser and a workbook need is loaded only when one is wanted. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write the report of a period to a file: on paper (PDF), or as a workbook')
    .addCommand(pdfCommand())
    .addCommand(xlsxCommand());
}

function pdfCommand(): Command {
  return subcommand('pdf')
    .description('the report on A4; publishes the latest run, if it is not published yet')
    .action(async (text: string, options: Options) => {
      const period = readReportPeriod(text);
      const {printReport} = await import('../export/printReport.ts');
      const directory = await publishLatest(await choosePipeline(options.pipeline), options.data, {log: options.log});
      await exportTo(period, options, 'pdf', ({pipeline: {site}, digest}) =>
        printReport({directory, path: `/leadership/${period.id}`, asOf: digest.asOf, ...(site !== undefined && {site})})
      );
    });
}

function xlsxCommand(): Command {
  return subcommand('xlsx')
    .description('figures, lists and definitions as numbers and dates')
    .action(async (text: string, options: Options) => {
      const {makeWorkbook} = await import('../export/makeWorkbook.ts');
      await exportTo(readReportPeriod(text), options, 'xlsx', ({figures, digest, database}) =>
        makeWorkbook(figures, digest, database)
      );
    });
}

function subcommand(name: string): Command {
  return new Command(name)
    .argument('<period>', '2026-10, 2026-Q3 or 2026')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .option('--to <folder>', 'where the file is written', '.')
    .addOption(logOption());
}

/** Makes the file of a period, writes it under the title of its report, and prints where. */
async function exportTo(
  period: Period,
  options: Options,
  ending: string,
  make: (exported: Exported) => Promise<Buffer>
): Promise<void> {
  const {path, state, database} = await openWarehouse(options);
  try {
    const pipeline = await readPipeline(path);
    const figures = new Figures(await collectSiteData(pipeline, database, await readJournal(state)));
    refuseAbsent(period, figures);
    const digest = digestOf(figures, period);
    const file = join(options.to, fileName(digest.title, ending));
    await writeWhole(file, await make({pipeline, database, figures, digest}));
    process.stdout.write(`${file}\n`);
  } finally {
    database.close();
  }
}
