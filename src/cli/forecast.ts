import {Command, Option} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import type {ModelName} from '../forecast/forecaster.ts';
import type {ChoiceNote} from '../forecast/forecastSeries.ts';
import {groupsOf} from '../methods/groups.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows, table} from './table.ts';

interface Options extends PipelineOptions {
  readonly by: string;
  readonly json?: boolean;
}

/** A row of marts.forecasts for a month to come. */
interface Expected extends Record<string, unknown> {
  readonly kpi: string;
  readonly member: string;
  readonly origin: string;
  readonly period_start: string;
  readonly model: ModelName;
  readonly point: number;
  readonly low80: number;
  readonly high80: number;
  readonly low95: number;
  readonly high95: number;
  readonly folds: number;
  readonly mase: number | null;
  readonly mase_naive: number | null;
  readonly coverage80: number | null;
  readonly coverage95: number | null;
  readonly note: string;
}

const MODELS: Readonly<Record<ModelName, string>> = {
  level: 'the present level',
  mstl: 'trend and season, decomposed (MSTL)',
  negative_binomial: 'trend and season, by regression (negative binomial)',
  seasonal_naive: 'the same month of the year before (seasonal naive)'
};

const NOTES: Readonly<Record<ChoiceNote | 'coverage_low', string>> = {
  short_history: 'the history is too short for a season: only a level can be told',
  naive_not_beaten: 'no model has done better than the same month of the year before',
  coverage_low: 'the intervals have held fewer counts than they promise: take them as too narrow'
};

/** huisheng forecast */
export function forecastCommand(): Command {
  return new Command('forecast')
    .description('print what is to be expected in the coming months, and how such forecasts have done')
    .addOption(pipelineOption())
    .addOption(new Option('--by <dimension>', 'split by a dimension').default('all'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const {database} = await openWarehouse(options);
      try {
        await knownDimension(options.by, database);
        const rows = await database.query<Expected>(
          `select * replace (origin::varchar as origin, period_start::varchar as period_start)
           from marts.forecasts
           where actual is null and dimension = $by
           order by kpi, member, period_start`,
          {by: options.by}
        );
        if (options.json === true) printRows(rows, true);
        else process.stdout.write(`${describe(rows)}\n`);
      } finally {
        database.close();
      }
    });
}

/** Refuses a dimension that is not forecast here. Where nothing is, none is wrong. */
async function knownDimension(name: string, database: Database): Promise<void> {
  const rows = await database.query<{dimension: string}>('select distinct dimension from marts.forecasts order by 1');
  const names = rows.map(({dimension}) => dimension);
  if (names.length > 0 && !names.includes(name)) {
    throw new UsageError(`--by: there is no forecast by "${name}" in this pipeline${suggestion(name, names)}`);
  }
}

function describe(rows: readonly Expected[]): string {
  if (rows.length === 0) return 'no forecast: there are too few months that are over';
  return groupsOf(rows, ['kpi'])
    .map((figure) => {
      const {kpi, origin} = figure[0]!;
      const months = figure.map((row) => ({
        month: row.period_start.slice(0, 7),
        member: row.member,
        expected: row.point,
        '80 %': `${row.low80} to ${row.high80}`,
        '95 %': `${row.low95} to ${row.high95}`
      }));
      const records = groupsOf(figure, ['member']).map(([row]) => recordOf(row!));
      return [`${kpi}, from the counts up to ${origin.slice(0, 7)}`, '', table(months), '', ...records].join('\n');
    })
    .join('\n\n');
}

/** How the forecasts of one member have done, in words. */
function recordOf({member, model, folds, mase, mase_naive, coverage80, coverage95, note}: Expected): string {
  const lines = [`${member}: ${MODELS[model]}`];
  if (mase !== null && mase_naive !== null) {
    lines.push(
      `scaled error (MASE) of its last ${folds} forecasts ${mase.toFixed(2)}; of the same month of the year before ${mase_naive.toFixed(2)}`
    );
  }
  if (coverage80 !== null && coverage95 !== null) {
    lines.push(`of the counts that came, ${percent(coverage80)} lay within 80 %, ${percent(coverage95)} within 95 %`);
  }
  const notes = note === '' ? [] : note.split(',').map((one) => NOTES[one as keyof typeof NOTES]);
  return [...lines, ...notes].join('\n  ');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
