import type {Policy} from '../../pipelines/policies/schema.ts';
import {ProblemsError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import type {Counted} from './counted.ts';

/** Kinds of figures whose records have a numerator and a denominator: those of which points can be made. */
const SCORED_KINDS: readonly string[] = ['ratio', 'mean', 'rate'];

/** The dimensions in which cards are made. */
const DIMENSIONS = ['department', 'handler'] as const;

/**
 * Makes the view marts.scored_records: what the figures of the policy's scorecards count, with whom the records name.
 * One row per figure and record: kpi, record_id, `at` (local), numerator, denominator, department, handler, is_provisional.
 *
 * @throws ProblemsError where a scorecard names a figure of which no points can be made
 */
export async function writeScored(
  {id, versions}: Policy,
  counted: readonly Counted[],
  database: Database
): Promise<void> {
  const heads = new Set(versions.flatMap(({scorecard}) => scorecard.map(({kpi}) => kpi)));
  const scored = counted.filter(({kpi}) => heads.has(kpi.id));
  const others = scored.filter(({kpi: {header}}) => !SCORED_KINDS.includes(header.kind));
  if (others.length > 0) {
    throw new ProblemsError(
      others.map(
        ({kpi}) =>
          `policy ${id}, scorecard: expected a ${SCORED_KINDS.join(', ')}, got "${kpi.id}", which is a ${kpi.header.kind}; take another figure`
      )
    );
  }
  const none = `select null::varchar as kpi, null::varchar as record_id, null::timestamp as "at", null::double as numerator,
    null::double as denominator, null::varchar as department, null::varchar as handler, null::boolean as is_provisional where false`;
  const rows = scored.map(({kpi, sql, dimensions}) => {
    const members = DIMENSIONS.map(
      (name) => `${dimensions.includes(name) ? identifier(name) : 'null'}::varchar as ${name}`
    );
    return `select ${literal(kpi.id)} as kpi, record_id::varchar, local_at as "at", numerator, denominator, ${members.join(', ')}, is_provisional from (${sql})`;
  });
  await database.execute(`create or replace view marts.scored_records as ${[none, ...rows].join(' union all ')}`);
}
