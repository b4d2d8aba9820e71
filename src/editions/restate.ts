import {isDeepStrictEqual} from 'node:util';
import type {Counted} from '../transform/counted.ts';
import {quantileId} from '../transform/durations.ts';
import type {KpiHeader} from '../transform/model.ts';
import {GRAIN_LENGTHS} from '../transform/slices.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {Definitions, ModelDefinition} from './definitions.ts';
import {martsIn} from './frozenTables.ts';
import {frozenRows, readDefinitions} from './loadEditions.ts';
import type {Edition} from './readEditions.ts';
import {restatedRecords} from './restatedRecords.ts';

/** Figures that differ by less than this part of themselves differ in how they were added up, not in what they tell. */
const SAME_PART = 1e-9;

export interface RestateOptions {
  /** Those that are whole. */
  readonly editions: readonly Edition[];
  /** By which figures are computed today. */
  readonly definitions: Definitions;
  /** By model, the tables that its query reads. */
  readonly dependencies: ReadonlyMap<string, readonly string[]>;
  readonly counted: readonly Counted[];
}

/**
 * Holds the latest edition of each period against the figures of today, and writes what differs:
 * - marts.restated_figures: one row per edition, figure, dimension and member that was published otherwise, or not at all. Figures and
 *   dimensions that were not known then are left out. `is_redefined` where the figure, or a model that it reads, had another query.
 * - marts.restated_cards: one row per edition and card with other points than were published, where there are cards of that period.
 * - marts.restated_evidence: of editions with such cards, one row per card, head and record that adds something else to it than it
 *   did. A card may have other points for the records of its peers.
 * - marts.restated_records: one row per edition, figure that has changed, and record that it counts otherwise than it did.
 *
 * Needs marts.kpi_values, marts.frozen_cards and the marts that are made of them.
 */
export async function restateEditions(options: RestateOptions, database: Database): Promise<void> {
  await database.execute(`
    create or replace table marts.restated_figures (
      edition varchar, grain varchar, period_start date, kpi varchar, dimension varchar, member varchar,
      published_numerator double, published_denominator double, published_value double,
      present_numerator double, present_denominator double, present_value double, change double, is_redefined boolean);
    create or replace table marts.restated_cards (
      edition varchar, grain varchar, period_start date, dimension varchar, member varchar,
      published_points double, present_points double);
    create or replace table marts.restated_evidence (
      edition varchar, grain varchar, period_start date, dimension varchar, member varchar, kpi varchar, record_id varchar,
      published_count double, published_total double, present_count double, present_total double, entry varchar);
    create or replace table marts.restated_records (
      edition varchar, grain varchar, period_start date, kpi varchar, record_id varchar, change varchar,
      moved_in varchar, moved_from varchar, moved_to varchar,
      published_numerator double, published_denominator double, published_seconds double,
      present_numerator double, present_denominator double, present_seconds double);`);
  const latest = options.editions.filter(({isLatest}) => isLatest);
  if (latest.length === 0) return;
  await writeKnownFigures(latest, options, database);
  await restateFigures(latest, database);
  await restateCards(latest, database);
  await restateEvidence(latest, database);
  await restateRecords(latest, options, database);
  await database.execute('drop table known_figures; drop table known_dimensions; drop table signed');
}

/** Writes signed (the periods of editions), known_figures and known_dimensions: what an edition could tell of when it was frozen. */
async function writeKnownFigures(
  latest: readonly Edition[],
  {definitions: today, dependencies}: RestateOptions,
  database: Database
): Promise<void> {
  const periods: string[] = [];
  const figures: string[] = [];
  const dimensions: string[] = [];
  for (const edition of latest) {
    const {name, manifest} = edition;
    const start = `date ${literal(manifest.period_start)}`;
    periods.push(
      `(${literal(name)}, ${literal(manifest.grain)}, ${start}, ${start} + interval ${GRAIN_LENGTHS[manifest.grain]})`
    );
    const then = await readDefinitions(edition);
    for (const dimension of ['all', ...then.dimensions]) dimensions.push(`(${literal(name)}, ${literal(dimension)})`);
    for (const [model, definition] of Object.entries(then.models)) {
      if (!model.startsWith('kpis.')) continue;
      const kpi = model.slice('kpis.'.length);
      const isRedefined = [model, ...readBy(model, dependencies)].some(
        (one) => !isSameDefinition(then.models[one], today.models[one])
      );
      for (const figure of figuresOf(kpi, definition))
        figures.push(`(${literal(name)}, ${literal(kpi)}, ${literal(figure)}, ${isRedefined})`);
    }
  }
  await database.execute(`
    create or replace temp table signed as
    from (values ${periods.join(', ')}) as signed(edition, grain, period_start, period_end);
    create or replace temp table known_figures as
    from (values ${figures.join(', ')}) as known(edition, kpi, figure, is_redefined);
    create or replace temp table known_dimensions as
    from (values ${dimensions.join(', ')}) as known(edition, dimension);`);
}

/** The figures of a KPI: itself, and those for its further quantiles. */
function figuresOf(kpi: string, {header}: ModelDefinition): string[] {
  const {quantiles = []} = header as Pick<KpiHeader, 'quantiles'>;
  return [kpi, ...quantiles.slice(1).map((quantile) => quantileId(kpi, quantile))];
}

/** All models that a model reads, over others too. */
function readBy(model: string, dependencies: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    for (const read of dependencies.get(name) ?? []) {
      if (found.has(read) || read === model || !dependencies.has(read)) continue;
      found.add(read);
      visit(read);
    }
  };
  visit(model);
  return found;
}

/** Whether two definitions give the same figures of the same records. A text that only describes them decides nothing. */
function isSameDefinition(then: ModelDefinition | undefined, today: ModelDefinition | undefined): boolean {
  const facts = (one: ModelDefinition | undefined) => {
    if (!one) return null;
    const {sql, method, repeat, header} = one;
    const {kind, of, unit, minimum, quantiles} = (header ?? {}) as Partial<KpiHeader>;
    return JSON.parse(JSON.stringify({sql, method, repeat, kind, of, unit, minimum, quantiles})) as unknown;
  };
  return isDeepStrictEqual(facts(then), facts(today));
}

async function restateFigures(latest: readonly Edition[], database: Database): Promise<void> {
  const parts = ['numerator', 'denominator', 'value'];
  const columns = parts.flatMap((part) => [
    `published.${part} as published_${part}`,
    `present.${part} as present_${part}`
  ]);
  await database.execute(`
    insert into marts.restated_figures by name
    with
    published as (${frozenRows(latest, 'figures')!}),
    present as (select signed.edition, figures.* from marts.kpi_values as figures join signed using (grain, period_start)),
    compared as (
      select edition, grain, period_start, kpi, dimension, member, ${columns.join(', ')}
      from published
      full join present using (edition, grain, period_start, kpi, dimension, member)
    )
    select compared.*, present_value - published_value as change, known.is_redefined
    from compared
    join (select edition, figure as kpi, is_redefined from known_figures) as known using (edition, kpi)
    semi join known_dimensions using (edition, dimension)
    where ${parts.map((part) => differs(`published_${part}`, `present_${part}`)).join(' or ')}
    order by edition, kpi, dimension, member`);
}

async function restateRecords(
  latest: readonly Edition[],
  {counted, definitions}: RestateOptions,
  database: Database
): Promise<void> {
  const restated = await database.query<{edition: string; kpi: string}>(`
    select distinct known_figures.edition, known_figures.kpi
    from marts.restated_figures as restated
    join known_figures on known_figures.edition = restated.edition and known_figures.figure = restated.kpi`);
  const editions = latest.filter(({name}) => restated.some(({edition}) => edition === name));
  if (editions.length === 0) return;
  const then = await Promise.all(editions.map(readDefinitions));
  const dimensions = definitions.dimensions.filter((name) => then.every((one) => one.dimensions.includes(name)));
  const kpis = new Set(restated.map(({kpi}) => kpi));
  const concerned = counted.filter(({kpi}) => kpis.has(kpi.id));
  await database.execute(restatedRecords(editions, concerned, dimensions));
}

/** Cards are made for some time only: a period that has none today is not restated. */
async function restateCards(latest: readonly Edition[], database: Database): Promise<void> {
  const published = frozenRows(latest, 'cards');
  const marts = await martsIn(database);
  if (published === undefined || !marts.has('cards')) return;
  await database.execute(`
    insert into marts.restated_cards by name
    with
    published as (${published}),
    present as (
      select signed.edition, cards.*
      from marts.cards
      join signed using (grain, period_start)
      semi join published using (edition)
    )
    select edition, grain, period_start, dimension, member, published.points as published_points, present.points as present_points
    from published
    full join present using (edition, grain, period_start, dimension, member)
    where ${differs('published.points', 'present.points')} and edition in (select edition from present)
    order by edition, dimension, member`);
}

/** Of periods alone that have cards with other points: to tell of all evidence takes long. */
async function restateEvidence(latest: readonly Edition[], database: Database): Promise<void> {
  const restated = await database.query<{edition: string; period: string}>(`
    select distinct edition, '(''' || grain || ''', date ''' || period_start || ''')' as period from marts.restated_cards`);
  const editions = latest.filter(({name}) => restated.some(({edition}) => edition === name));
  const published = frozenRows(editions, 'card_evidence');
  if (published === undefined || !(await martsIn(database)).has('card_evidence')) return;
  const summed = (rows: string, entry: string) => `
    select edition, dimension, member, kpi, record_id, sum("count") as n, sum(total) as total, ${entry} as entry
    from (${rows})
    group by all having n <> 0 or total <> 0`;
  await database.execute(`
    insert into marts.restated_evidence by name
    with
    present_rows as (
      select signed.edition, evidence.*
      from (
        from marts.card_evidence where (grain, period_start) in (${restated.map(({period}) => period).join(', ')})
      ) as evidence
      join signed using (grain, period_start)
    ),
    published as (${summed(published, 'null')}),
    present as (${summed('from present_rows', 'max(entry)')})
    select edition, signed.grain, signed.period_start, dimension, member, kpi, record_id, published.n as published_count,
      published.total as published_total, present.n as present_count, present.total as present_total, present.entry
    from published
    full join present using (edition, dimension, member, kpi, record_id)
    join signed using (edition)
    where ${differs('published.n', 'present.n')} or ${differs('published.total', 'present.total')}
    order by edition, dimension, member, kpi, record_id`);
}

function differs(one: string, other: string): string {
  const isClose = `abs(${one} - ${other}) <= ${SAME_PART} * greatest(abs(${one}), abs(${other}))`;
  return `(${one} is distinct from ${other} and not coalesce(${isClose}, false))`;
}
