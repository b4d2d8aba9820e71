import type {Counted} from '../transform/counted.ts';
import {takenOf, withinPeriod} from '../transform/periodRecords.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {recordColumns} from './frozenTables.ts';
import {frozenRows} from './loadEditions.ts';
import type {Edition} from './readEditions.ts';

/** What a figure takes of a record, besides its dimensions. */
const AMOUNTS = ['numerator', 'denominator', 'seconds'] as const;

/**
 * SQL that fills marts.restated_records: the records that a figure counts otherwise than in the edition of the period, for figures with
 * a row in marts.restated_figures. `change` is added, removed or changed; `moved_in` names the dimensions in which a record has
 * another member, `moved_from` and `moved_to` these members in the same order, with semicolons. A record that a figure counts several times has its sums.
 *
 * @param editions those of these figures
 * @param counted the KPIs of these figures, as they count records today
 * @param dimensions those that all the editions and the records of today have
 */
export function restatedRecords(
  editions: readonly Edition[],
  counted: readonly Counted[],
  dimensions: readonly string[]
): string {
  const row = ['numerator', 'denominator', 'seconds', 'is_open', ...dimensions].map(identifier);
  const summed = (rows: string) => `
    select edition, kpi, record_id, ${AMOUNTS.map((amount) => `sum(${amount}) as ${amount}`).join(', ')},
      list_sort(list(row(${row.join(', ')}))) as counted,
      ${dimensions.map((name) => `list_sort(list(distinct ${identifier(name)})) as ${identifier(name)}`).join(', ')}
    from (${rows}) semi join wanted using (edition, kpi)
    group by all`;
  const amounts = AMOUNTS.flatMap((amount) => [
    `published.${amount} as published_${amount}`,
    `present.${amount} as present_${amount}`
  ]);
  const isMoved = (name: string) => `published.${name} is distinct from present.${name}`;
  /** A text of each dimension in which a record has moved. */
  const moved = (text: (name: string) => string) => {
    const texts = dimensions.map((name) => `case when ${isMoved(identifier(name))} then ${text(name)} end`);
    return `case when published.counted is not null and present.counted is not null
      then nullif(concat_ws('; ', ${texts.join(', ')}), '') end`;
  };
  const membersOf = (table: string) => (name: string) =>
    `array_to_string(list_transform(${table}.${identifier(name)}, one -> coalesce(one, '–')), ', ')`;
  return `
    insert into marts.restated_records by name
    with
    wanted as (
      select distinct signed.*, known_figures.kpi
      from marts.restated_figures as restated
      join known_figures on known_figures.edition = restated.edition and known_figures.figure = restated.kpi
      join signed on signed.edition = restated.edition
    ),
    published as (${summed(frozenRows(editions, 'records')!)}),
    present as (${summed(presentRows(counted, dimensions))}),
    compared as (
      select edition, kpi, record_id, ${amounts.join(', ')},
        case when published.counted is null then 'added' when present.counted is null then 'removed' else 'changed' end as change,
        ${moved(literal)} as moved_in,
        ${moved(membersOf('published'))} as moved_from,
        ${moved(membersOf('present'))} as moved_to
      from published
      full join present using (edition, kpi, record_id)
      where published.counted is distinct from present.counted
    )
    select signed.grain, signed.period_start, compared.*
    from compared join signed using (edition)
    order by edition, kpi, record_id`;
}

/** The records that KPIs count today in the periods of the editions in which they are wanted. */
function presentRows(counted: readonly Counted[], dimensions: readonly string[]): string {
  const columns = recordColumns(dimensions).filter(([name]) => !['at', 'until'].includes(name));
  const empty = ['null::varchar as edition', ...columns.map(([name, type]) => `null::${type} as ${identifier(name)}`)];
  const there = counted.filter(({isEmpty}) => !isEmpty);
  const kinds = new Set(there.map(({kpi}) => kpi.header.kind));
  const selects = [...kinds].map((kind) => {
    const alike = there.filter(({kpi}) => kpi.header.kind === kind);
    const rows = alike.map(({kpi, sql, dimensions: own}) => {
      const shared = own.filter((name) => dimensions.includes(name));
      const taken = ['local_at', 'local_until', ...takenOf(kind), ...shared.map(identifier)];
      return `select ${literal(kpi.id)} as kpi, record_id::varchar as record_id, ${taken.join(', ')} from (${sql})`;
    });
    return `
      select wanted.edition, counted.* exclude (local_at, local_until)
      from (${rows.join(' union all by name ')}) as counted
      join wanted on wanted.kpi = counted.kpi and ${withinPeriod(kind, 'wanted.period_start', 'wanted.period_end')}`;
  });
  return [`select ${empty.join(', ')} where false`, ...selects].join(' union all by name ');
}
