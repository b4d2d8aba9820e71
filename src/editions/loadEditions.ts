import {join} from 'node:path';
import {readFile} from 'node:fs/promises';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {DEFINITIONS_FILE, parseDefinitions, type Definitions} from './definitions.ts';
import type {FrozenTable} from './frozenTables.ts';
import type {Edition} from './readEditions.ts';

/** The tables that are made of the signed editions before the marts, which may read them. */
export const EDITION_MARTS = [
  'marts.editions',
  'marts.frozen_cards',
  'marts.frozen_card_heads',
  'marts.frozen_card_evidence'
];

/** The columns of marts.editions with their types. */
const EDITION_COLUMNS = {
  edition: 'varchar',
  number: 'integer',
  grain: 'varchar',
  period_start: 'date',
  period: 'varchar',
  frozen_at: 'timestamptz',
  by: 'varchar',
  reason: 'varchar',
  sha256: 'varchar',
  is_latest: 'boolean',
  open_objections: 'integer',
  policy: 'varchar',
  policy_from: 'date',
  is_other_policy: 'boolean',
  as_of: 'timestamptz',
  run_id: 'integer'
} as const;

/**
 * Writes marts.editions (one row per signed edition that is whole), and marts.frozen_cards, marts.frozen_card_heads and
 * marts.frozen_card_evidence: the rows of marts.cards, marts.card_heads and marts.card_evidence as they were signed, of the latest edition of
 * each period. They have the columns that these marts had then, and `edition`; where nothing was signed, only grain, period_start and edition.
 *
 * @param editions those that are whole
 * @param definitions by which figures are computed today
 */
export async function loadEditions(
  editions: readonly Edition[],
  definitions: Definitions,
  database: Database
): Promise<void> {
  const rows = [];
  for (const {name, sha256, isLatest, folder, manifest} of editions) {
    const {policy, calendar} = await readDefinitions({folder, manifest});
    const areSame = JSON.stringify([policy, calendar]) === JSON.stringify([definitions.policy, definitions.calendar]);
    rows.push({
      ...manifest,
      edition: name,
      sha256,
      is_latest: isLatest,
      policy: manifest.policy.id,
      policy_from: manifest.policy.effective_from,
      is_other_policy: !areSame
    });
  }
  const columns = Object.entries(EDITION_COLUMNS).map(([name, type]) => `${identifier(name)} ${type}`);
  await database.execute(`
    create or replace table marts.editions (${columns.join(', ')});
    create or replace table marts.frozen_cards (grain varchar, period_start date, edition varchar);
    create or replace table marts.frozen_card_heads (grain varchar, period_start date, edition varchar);
    create or replace table marts.frozen_card_evidence (grain varchar, period_start date, edition varchar);`);
  if (rows.length === 0) return;
  await database.query(
    `insert into marts.editions by name
     select unnest(from_json($rows::varchar, '${JSON.stringify([EDITION_COLUMNS])}'), recursive := true)`,
    {rows: JSON.stringify(rows)}
  );
  const latest = editions.filter(({isLatest}) => isLatest);
  for (const [mart, table] of [
    ['frozen_cards', 'cards'],
    ['frozen_card_heads', 'card_heads'],
    ['frozen_card_evidence', 'card_evidence']
  ] as const) {
    const frozen = frozenRows(latest, table);
    if (frozen === undefined) continue;
    await database.execute(`create or replace table marts.${identifier(mart)} as from (${frozen}) order by all`);
  }
}

/** A SELECT of the rows of a table in editions, with the column `edition`; undefined where none of them has it. */
export function frozenRows(editions: readonly Edition[], table: FrozenTable): string | undefined {
  const name = `${table}.parquet`;
  const files = editions
    .filter(({manifest}) => manifest.files.some((file) => file.name === name))
    .map((edition) => ({path: join(edition.folder, name), edition: edition.name}));
  if (files.length === 0) return undefined;
  const rows = `read_parquet(${literalList(files.map(({path}) => path))}, union_by_name = true, filename = 'frozen_file')`;
  const names = files.map(({path, edition}) => `(${literal(path)}, ${literal(edition)})`);
  return `select rows.* exclude (frozen_file), files.edition
    from ${rows} as rows join (values ${names.join(', ')}) as files(frozen_file, edition) using (frozen_file)`;
}

/** Definitions by their hash, on which alone they depend: most editions share theirs. */
const known = new Map<string, Definitions>();

/** How the figures of an edition are defined. */
export async function readDefinitions({folder, manifest}: Pick<Edition, 'folder' | 'manifest'>): Promise<Definitions> {
  const before = known.get(manifest.definitions);
  if (before) return before;
  const definitions = parseDefinitions(await readFile(join(folder, DEFINITIONS_FILE), 'utf8'));
  known.set(manifest.definitions, definitions);
  return definitions;
}
