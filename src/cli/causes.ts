import {Command} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {chooseMonth} from './month.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly by: string;
  readonly period?: string;
  readonly json?: boolean;
}

/** huisheng causes */
export function causesCommand(): Command {
  return new Command('causes')
    .description('print which causes rise or fall beyond chance, of all that are looked at')
    .option('--by <dimension>', 'what is looked at', 'cause_root')
    .option('--period <month>', 'at the end of a month such as 2026-10 (the latest that is over where nothing is said)')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({by, period, json, ...options}: Options) => {
      const {database} = await openWarehouse(options);
      try {
        const month = await chooseMonth(period, 'marts.cause_trends', database);
        const known = await database.query<{dimension: string}>('select distinct dimension from marts.cause_trends');
        const dimensions = known.map(({dimension}) => dimension).sort();
        if (dimensions.length > 0 && !dimensions.includes(by)) {
          throw new UsageError(`--by: no trends are told by "${by}"${suggestion(by, dimensions)}`);
        }
        const rows = await database.query<CauseRow>(
          `select * replace (period_start::varchar as period_start, change_point::varchar as change_point)
           from marts.cause_trends
           where period_start = $month::date and dimension = $by
           order by q nulls last, p nulls last, latest_year desc, member`,
          {month: month ?? null, by}
        );
        if (json !== true) process.stdout.write(headLine(month, by, rows));
        if (json === true || rows.length > 0) printRows(json === true ? rows : rows.map(inWords), json === true);
      } finally {
        database.close();
      }
    });
}

interface CauseRow extends Record<string, unknown> {
  readonly member: string;
  readonly latest_year: number;
  readonly test: string | null;
  readonly observed: number | null;
  readonly expected: number | null;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly q: number | null;
  readonly trend_ratio: number | null;
  readonly change_point: string | null;
  readonly causes: number;
  readonly tests: number;
  readonly direction: string | null;
  readonly verdict: string;
}

function headLine(month: string | undefined, by: string, [first]: readonly CauseRow[]): string {
  if (month === undefined) return 'there is no year of months yet: no trend can be told\n';
  if (!first) return `${month.slice(0, 7)}: no complaint has a ${by}\n`;
  return `${month.slice(0, 7)}, by ${by}: in this and other dimensions ${String(first.tests)} tests of ${String(first.causes)} members were made; q allows for all of them\n`;
}

function inWords(row: CauseRow) {
  const isTold = row.verdict === 'act' || row.verdict === 'look';
  return {
    member: row.member,
    verdict: isTold ? `${row.verdict}: ${String(row.direction)}` : row.verdict,
    'last 12 months': row.latest_year,
    by: row.test,
    observed: row.observed,
    expected: row.expected === null ? null : Number(row.expected.toFixed(1)),
    ratio: row.ratio,
    interval:
      row.low === null ? null : `${row.low.toFixed(2)} to ${row.high === null ? 'no end' : row.high.toFixed(2)}`,
    q: row.q,
    'per year': row.trend_ratio,
    changed: row.change_point?.slice(0, 7) ?? null
  };
}
