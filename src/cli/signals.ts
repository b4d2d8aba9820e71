import {Command} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {readModels} from '../transform/model.ts';
import {findKpi} from './findKpi.ts';
import {chooseMonth} from './month.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly by: string;
  readonly period?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

const DIMENSIONS = ['all', 'department', 'category'];

/** huisheng signals */
export function signalsCommand(): Command {
  return new Command('signals')
    .description('print which figures left their ordinary variation in a month, and by which rule')
    .argument('[id]', 'only this KPI')
    .option('--by <dimension>', `split by a dimension: ${DIMENSIONS.slice(1).join(' or ')}`, 'all')
    .option('--period <month>', 'a month such as 2026-10 (the latest that is over where nothing is said)')
    .option('--all', 'also figures that vary in the ordinary way')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, options: Options) => {
      if (!DIMENSIONS.includes(options.by)) {
        throw new UsageError(`--by: there are no signals by "${options.by}"${suggestion(options.by, DIMENSIONS)}`);
      }
      if (id !== undefined) findKpi(id, (await readModels()).kpis);
      const {database} = await openWarehouse(options);
      try {
        const month = await chooseMonth(options.period, `marts.kpi_signals where grain = 'month'`, database);
        const isAll = options.all === true || id !== undefined;
        const rows = await database.query<SignalRow>(
          `select * replace (period_start::varchar as period_start, since::varchar as since)
           from marts.kpi_signals
           where grain = 'month' and period_start = $month::date and dimension = $by and kpi = coalesce($id, kpi)
             and ($all or verdict in ('better', 'worse', 'changed') or series_rules <> '')
           order by kpi, member`,
          {month: month ?? null, by: options.by, id: id ?? null, all: isAll}
        );
        if (options.json === true) printRows(rows, true);
        else process.stdout.write(rows.length === 0 ? quiet(month) : '');
        if (options.json !== true && rows.length > 0) printRows(rows.map(inWords), false);
      } finally {
        database.close();
      }
    });
}

interface SignalRow extends Record<string, unknown> {
  readonly kpi: string;
  readonly member: string;
  readonly value: number;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly rules: string;
  readonly series_rules: string;
  readonly since: string | null;
  readonly verdict: string;
  readonly assurance: string | null;
  readonly target: number | null;
}

/** A signal as a person reads it. */
function inWords({
  kpi,
  member,
  value,
  centre,
  lower,
  upper,
  rules,
  series_rules,
  since,
  verdict,
  target,
  assurance
}: SignalRow) {
  return {
    figure: kpi,
    member,
    value,
    centre,
    limits:
      lower === null || upper === null ? 'none: too few periods' : `${shortNumber(lower)} to ${shortNumber(upper)}`,
    verdict,
    rules: [rules, series_rules].filter((text) => text !== '').join(','),
    since: since?.slice(0, 7) ?? null,
    target: target === null || assurance === null ? null : `${shortNumber(target)} ${assurance}`
  };
}

function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}

function quiet(month: string | undefined): string {
  return month === undefined
    ? 'no month is over yet: there is nothing to judge\n'
    : `${month.slice(0, 7)}: all figures that can be judged vary in the ordinary way (--all lists them)\n`;
}
