import {Command, Option} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {GRAINS} from '../transform/slices.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, readDay, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly grain: string;
  readonly by: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
}

/** huisheng kpi <id> */
export function kpiCommand(): Command {
  return new Command('kpi')
    .description('print the values of a KPI')
    .argument('<id>', 'a KPI: a file in pipelines/kpis without .sql')
    .addOption(pipelineOption())
    .addOption(new Option('--grain <grain>', 'the length of the periods').choices(GRAINS).default('month'))
    .option('--by <dimension>', 'split by a dimension', 'all')
    .option('--from <day>', 'the first period starts on or after this day, or the first day of this month or year')
    .option('--to <day>', 'the last period starts on or before this day, or the last day of this month or year')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string, options: Options) => {
      const from = readDay(options.from ?? '0001', '--from', 'first');
      const to = readDay(options.to ?? '9999', '--to', 'last');
      const {database} = await openWarehouse(options);
      try {
        await known('kpi', id, 'KPI', database);
        await known('dimension', options.by, 'dimension', database);
        const rows = await database.query(
          `select kpi, grain, period_start::varchar as period_start, dimension, member, numerator, denominator, value, low, high,
             target, is_provisional, is_withheld
           from marts.kpi_values
           where kpi = $id and grain = $grain and dimension = $by
             and period_start >= $from::date and period_start <= $to::date
           order by period_start, member`,
          {id, grain: options.grain, by: options.by, from, to}
        );
        printRows(rows, options.json === true);
      } finally {
        database.close();
      }
    });
}

/** Refuses a KPI or dimension that the warehouse does not have. One that exists without values is fine. */
async function known(column: 'kpi' | 'dimension', value: string, what: string, database: Database): Promise<void> {
  const rows = await database.query<{name: string}>(
    column === 'kpi'
      ? `select distinct kpi as name from marts.kpi_values union select view_name from duckdb_views() where schema_name = 'kpis'`
      : 'select distinct dimension as name from marts.kpi_values'
  );
  const names = rows.map(({name}) => name).sort();
  if (!names.includes(value) && names.length > 0) {
    throw new UsageError(`there is no ${what} "${value}" in this pipeline${suggestion(value, names)}`);
  }
}
