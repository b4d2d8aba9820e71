import type {Kpi} from '../transform/model.ts';
import type {Policy} from '../../pipelines/policies/schema.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literalList} from '../warehouse/quote.ts';
import type {SitePerformance} from './sitePerformance.ts';

/** Reads what the pages of performance draw, from marts alone: the cards that stand, and what is to be read beside them. */
export async function collectPerformance(
  {versions}: Policy,
  kpis: readonly Kpi[],
  timeZone: string,
  database: Database
): Promise<SitePerformance> {
  const heads = new Set(versions.flatMap(({scorecard}) => scorecard.map(({kpi}) => kpi)));
  const guards = new Set(kpis.filter(({id}) => heads.has(id)).flatMap(({header}) => header.guards));
  const period = 'grain, period_start::varchar as period_start';
  const unit = `${period}, dimension, member`;
  const read = async <Row>(columns: string, from: string) =>
    database.query<Row>(`select ${columns} from ${from} order by all`);
  return {
    cards: await read(
      `${unit}, role, department, most_cases, heads, counted_heads, counted_weight, is_ruled, points, full_points, is_provisional, edition`,
      'marts.standing_cards'
    ),
    heads: await read(
      `${unit}, position, kpi, weight, used_weight, target, "floor", minimum, attribution, "count", total, "value", low, high, adjusted,
       shrunk, centre, low95, high95, low998, high998, compared_units, verdict, direction, earlier_count, earlier_total, is_left_out, basis, scored, achieved, points`,
      'marts.standing_card_heads'
    ),
    guards:
      guards.size === 0
        ? []
        : await read(
            `${unit}, kpi, numerator, denominator, "value"`,
            `marts.kpi_values
             where list_contains(${literalList([...guards])}, kpi) and dimension in ('all', 'department', 'handler') and denominator > 0
               and (grain, kpi_values.period_start) in (select (grain, period_start) from marts.standing_cards)`
          ),
    conduct: await read(`${unit}, praises, commended, violations, fines`, 'marts.conduct'),
    ledger: await read(
      `${period}, entry, kind, record_id, kpi, ask, dimension, member, asked_by, asked_at, reason, state, void_reason, decided_by,
       decided_at, decision_reason`,
      'marts.ledger'
    ),
    editions: await read(
      `${period}, edition, number, strftime(timezone('${timeZone}', frozen_at), '%Y-%m-%d %H:%M') as frozen_at, "by", reason, sha256, is_latest,
       open_objections`,
      'marts.editions'
    ),
    restated_figures: await read(
      `${unit}, kpi, published_value, present_value, is_redefined`,
      `marts.restated_figures where dimension in ('all', 'department')`
    ),
    restated_cards: await read(`${unit}, published_points, present_points`, 'marts.restated_cards'),
    restated_records: await read(`${period}, kpi, record_id, change`, 'marts.restated_records'),
    restated_evidence: await read(
      `${unit}, kpi, record_id, published_count, published_total, present_count, present_total, entry`,
      'marts.restated_evidence'
    )
  };
}
