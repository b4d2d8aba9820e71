import {Command, Option} from 'commander';
import {join} from 'node:path';
import {digestOf} from '../../reports/digest/digest.ts';
import {Figures} from '../../reports/figures/figures.ts';
import type {Period} from '../../reports/figures/period.ts';
import {say} from '../../reports/words/locale.ts';
import {periodName, reportTitle} from '../../reports/words/periodName.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {fileName} from '../export/fileName.ts';
import {writeWhole} from '../export/writeWhole.ts';
import type {LogForm} from '../log/log.ts';
import {collectSiteData} from '../publish/collectSiteData.ts';
import {readJournal} from '../run/journal.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {choosePipeline, dataOption, logOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';
import {readReportPeriod, refuseAbsent} from './reportPeriod.ts';

/** The reports of a period: the one to leaders, and the cards of departments and people. */
const REPORTS = ['leadership', 'performance'] as const;

interface Options extends PipelineOptions {
  readonly report: (typeof REPORTS)[number];
  readonly to: string;
  readonly log: LogForm;
}

/** What a file is made from. */
interface Exported {
  readonly pipeline: Pipeline;
  readonly database: Database;
  readonly figures: Figures;
  readonly title: string;
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
      await exportTo(period, options, 'pdf', ({pipeline: {site}, figures: {data}}) =>
        printReport({
          directory,
          path: `/${options.report}/${period.id}`,
          asOf: data.run.as_of,
          ...(site !== undefined && {site})
        })
      );
    });
}

function xlsxCommand(): Command {
  return subcommand('xlsx')
    .description('figures, lists and definitions as numbers and dates')
    .action(async (text: string, options: Options) => {
      const period = readReportPeriod(text);
      await exportTo(period, options, 'xlsx', options.report === 'performance' ? scorebook(period) : workbook(period));
    });
}

function subcommand(name: string): Command {
  return new Command(name)
    .argument('<period>', '2026-10, 2026-Q3 or 2026')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(
      new Option('--report <name>', 'the report to leaders, or the cards of departments and people, which name staff')
        .choices(REPORTS)
        .default(REPORTS[0])
    )
    .option('--to <folder>', 'where the file is written', '.')
    .addOption(logOption());
}

function workbook(period: Period) {
  return async ({figures, database}: Exported) => {
    const {makeWorkbook} = await import('../export/makeWorkbook.ts');
    return makeWorkbook(figures, digestOf(figures, period), database);
  };
}

function scorebook(period: Period) {
  return async ({figures, title, database}: Exported) => {
    const {makeScorebook} = await import('../export/makeScorebook.ts');
    return makeScorebook(figures, {period, title, database});
  };
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
    const {locale} = figures.data.pipeline;
    let title = reportTitle(period, locale);
    if (options.report === 'performance') {
      refuseWithoutCards(period, figures);
      title = say(locale, 'book_cards_title', {period: periodName(period, locale)});
    }
    const file = join(options.to, fileName(title, ending));
    await writeWhole(file, await make({pipeline, database, figures, title}));
    process.stdout.write(`${file}\n`);
  } finally {
    database.close();
  }
}

/** Throws a UsageError with the periods that there are when nobody has a card of one. */
function refuseWithoutCards({grain, id}: Period, {performance, data}: Figures): void {
  const ids = performance.periods.filter((period) => period.grain === grain).map((period) => period.id);
  if (ids.includes(id)) return;
  const hasScorecard = data.policy.versions.some(({scorecard}) => scorecard.length > 0);
  const told =
    ids.length > 0
      ? `there are cards of ${[...new Set([ids[0]!, ids.at(-1)!])].join(' to ')}`
      : hasScorecard
        ? 'there are no records to appraise yet'
        : 'the policy has no scorecard';
  throw new UsageError(`there are no cards of ${id}; ${told}`);
}
