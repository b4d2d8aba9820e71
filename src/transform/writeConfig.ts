import type {Pipeline} from '../config/pipeline.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {quantileId} from './durations.ts';
import type {Kpi} from './model.ts';
import {executeTogether} from './together.ts';

export interface RunFacts {
  readonly runId: number;
  readonly asOf: Date;
}

/**
 * Writes what models need to know of the run: config.run (one row: run_id, pipeline, policy, as_of, time_zone), config.kpis (one
 * row per figure), config.duties (one per clause of the policy), config.duty_figures (which KPI measures which clause) and
 * config.process_changes (one row per figure and change of the work, with the first day from which it holds).
 */
export async function writeConfig(
  {name, policy, timeZone, processChanges}: Pick<Pipeline, 'name' | 'policy' | 'timeZone' | 'processChanges'>,
  {runId, asOf}: RunFacts,
  kpis: readonly Kpi[],
  database: Database
): Promise<void> {
  const run = `
    create or replace table config.run as select ${runId} as run_id, ${literal(name)} as pipeline, ${literal(policy.id)} as policy,
      timestamptz ${literal(asOf.toISOString())} as as_of, ${literal(timeZone)} as time_zone`;
  const figures = tableSql(
    'kpis',
    ['kpi varchar', 'record varchar', 'kind varchar', 'unit varchar', 'better varchar', 'minimum integer'],
    kpiRows(kpis)
  );
  const duties = tableSql(
    'duties',
    [
      'position integer',
      'clause varchar',
      'rule_zh varchar',
      'rule_en varchar',
      'unmeasured_zh varchar',
      'unmeasured_en varchar'
    ],
    policy.duties.map(({clause, rule, unmeasured}, i) => [
      i + 1,
      clause,
      rule['zh-CN'],
      rule.en,
      unmeasured?.['zh-CN'] ?? null,
      unmeasured?.en ?? null
    ])
  );
  const dutyFigures = tableSql(
    'duty_figures',
    ['clause varchar', 'position integer', 'kpi varchar'],
    policy.duties.flatMap((duty) => duty.figures.map((kpi, i) => [duty.clause, i + 1, kpi]))
  );
  const changes = tableSql(
    'process_changes',
    ['kpi varchar', 'from_day date', 'what_zh varchar', 'what_en varchar'],
    processChanges.flatMap(({from, kpis: changed, what}) =>
      changed.map((kpi) => [kpi, `${from}-01`, what['zh-CN'], what.en])
    )
  );
  await executeTogether([run, ...figures, ...duties, ...dutyFigures, ...changes], database);
}

function kpiRows(kpis: readonly Kpi[]): (string | number)[][] {
  return kpis.flatMap(({id, header: {of, kind, unit, better, minimum, quantiles = []}}) =>
    [id, ...quantiles.slice(1).map((quantile) => quantileId(id, quantile))].map((kpi) => [
      kpi,
      of,
      kind,
      unit,
      better,
      minimum
    ])
  );
}

function tableSql(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[]
): string[] {
  const create = `create or replace table config.${identifier(table)} (${columns.join(', ')})`;
  if (rows.length === 0) return [create];
  const values = rows.map((row) => `(${row.map(valueSql).join(', ')})`);
  return [create, `insert into config.${identifier(table)} values ${values.join(', ')}`];
}

function valueSql(value: string | number | null): string {
  return typeof value === 'string' ? literal(value) : String(value);
}
