import type {Model} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {SiteReport} from './siteReport.ts';

/** How many cases at risk a report lists; an analyst's page and a query list all. */
const MOST_RISKS = 12;

/** Reads what reports to leaders say, from marts alone. Departments are read, people are not. */
export async function collectReport(models: readonly Model[], database: Database): Promise<SiteReport> {
  const read = async <Row>(query: string) => database.query<Row>(query);
  const comparisons = models.find(({name}) => name === 'marts.unit_comparisons');
  return {
    findings: await read(
      `select * replace (period_start::varchar as period_start, "month"::varchar as "month")
       from marts.findings order by grain, period_start, position`
    ),
    signals: await read(
      `select kpi, period_start::varchar as period_start, "value", target, chart, centre, lower, upper, dispersion, points,
         limits, rules, series_rules, side,
         since::varchar as since, rebased_on::varchar as rebased_on, verdict, assurance
       from marts.kpi_signals where grain = 'month' and dimension = 'all' order by kpi, kpi_signals.period_start`
    ),
    changes: await read(
      `select kpi, grain, period_start::varchar as period_start, compared, "value", earlier, low, high, is_real
       from marts.kpi_changes order by kpi, grain, kpi_changes.period_start, compared`
    ),
    explanations: await read(
      `select parts.kpi, parts.grain, parts.period_start::varchar as period_start, parts.compared, parts.dimension, parts.member,
         parts.change, parts.within, mixes.mix
       from marts.findings as findings
       join marts.change_explanations as parts using (kpi, grain, period_start, compared, dimension, member)
       join (
         select kpi, grain, period_start, compared, dimension, sum(mix::decimal(18, 12))::double as mix
         from marts.change_explanations group by all
       ) as mixes using (kpi, grain, period_start, compared, dimension)
       where findings.kind = 'explanation'
       order by all`
    ),
    causes: await read(
      `select dimension, member, period_start::varchar as period_start, test, observed, expected, ratio, low, high, q,
         change_point::varchar as change_point, direction, verdict
       from marts.cause_trends where verdict in ('act', 'look') and member <> ''
       order by cause_trends.period_start, verdict, q, dimension, member`
    ),
    cause_months: (
      await read<{month: string}>(
        'select distinct period_start::varchar as "month" from marts.cause_trends where q is not null order by 1'
      )
    ).map(({month}) => month),
    units: await read(
      `select kpi, grain, period_start::varchar as period_start, period_end::varchar as period_end, member, "count", total, "value",
         expected, adjusted, centre, dispersion, z, verdict, direction
       from marts.unit_comparisons where dimension = 'department'
       order by kpi, grain, unit_comparisons.period_start, total desc, member`
    ),
    forecasts: await read(
      `select kpi, origin::varchar as origin, period_start::varchar as period_start, horizon, model, point, low80, high80, low95, high95,
         actual, is_outside95, coverage80, note
       from marts.forecasts where dimension = 'all' order by kpi, forecasts.origin, horizon`
    ),
    reviews: await read(
      `select measure_id, title, dimension, member, department, rolled_out_on::varchar as rolled_out_on, review,
         last_month::varchar as last_month, count_before, count_after, expected, ratio, low, high, verdict
       from marts.measure_effects where review is not null order by measure_effects.last_month, measure_id, review`
    ),
    risks: await read(
      `select grain, period_start::varchar as period_start, complaint_id, strftime(received_at, '%Y-%m-%d %H:%M') as received_at,
         strftime(due_at, '%Y-%m-%d %H:%M') as due_at, department, category, severity, risk, is_grave, days_late, is_open
       from marts.cases_at_risk where place <= ${String(MOST_RISKS)}
       order by grain, cases_at_risk.period_start, place`
    ),
    risk_counts: await read(
      `select grain, period_start::varchar as period_start, count(*)::integer as cases, count(days_late)::integer as late,
         (count(*) filter (is_grave))::integer as grave
       from marts.cases_at_risk group by all order by all`
    ),
    duty_periods: await read(
      `select position, kpi, grain, period_start::varchar as period_start, verdict, is_sure
       from marts.duty_periods order by grain, duty_periods.period_start, position, figure_position`
    ),
    comparison_settings: (comparisons?.method?.options as SiteReport['comparison_settings'] | undefined) ?? null
  };
}
