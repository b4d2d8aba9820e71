import {executeTogether} from '../transform/together.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import type {Decided, LedgerEntry} from './ledgerSpec.ts';
import {PERSON_KEY_MACRO} from './personKey.ts';

/**
 * Writes what models need to know of the ledger, as it was known at the as-of time: config.ledger (one row per entry, with the last
 * decision on it), config.decisions (one row per decision, position from 1 in each entry), config.counted_entries (empty: see
 * writeCountedEntries), and the macro config.person_key. Needs the schema config.
 */
export async function writeLedger(
  entries: readonly LedgerEntry[],
  {asOf}: {readonly asOf: Date},
  database: Database
): Promise<void> {
  const isKnown = ({at}: {readonly at: string}) => Date.parse(at) <= asOf.getTime();
  const known = entries.filter(isKnown).map((entry) => ({...entry, decisions: entry.decisions.filter(isKnown)}));
  await executeTogether(
    [
      PERSON_KEY_MACRO,
      ...tableSql(
        'ledger',
        [
          'entry varchar',
          'kind varchar',
          'asked_at timestamptz',
          'asked_by varchar',
          'record_id varchar',
          'kpi varchar',
          'ask varchar',
          'dimension varchar',
          'member varchar',
          'reason varchar',
          'decided_at timestamptz',
          'decided_by varchar',
          'outcome varchar',
          'decision_reason varchar'
        ],
        known.map(ledgerRow)
      ),
      ...tableSql(
        'decisions',
        [
          'entry varchar',
          'position integer',
          'decided_at timestamptz',
          'decided_by varchar',
          'outcome varchar',
          'decision_reason varchar'
        ],
        known.flatMap(({entry, decisions}) =>
          decisions.map((decided, i) => [entry, String(i + 1), ...decisionRow(decided)])
        )
      ),
      ...tableSql('counted_entries', ['entry varchar'], [])
    ],
    database
  );
}

/**
 * Writes into config.counted_entries the entries whose figure counts their record in some period. Needs the views of the KPIs, and
 * config.ledger.
 */
export async function writeCountedEntries(entries: readonly LedgerEntry[], database: Database): Promise<void> {
  const figures = [...new Set(entries.map(({figure}) => figure))];
  if (figures.length === 0) return;
  const counted = figures.map(
    (kpi) => `
      select entry from config.ledger as ledger
      where kpi = ${literal(kpi)}
        and record_id in (select record_id::varchar from kpis.${identifier(kpi)})`
  );
  await database.execute(`insert into config.counted_entries ${counted.join(' union all ')}`);
}

function ledgerRow({entry, asked, at, by, case: record, figure, ask, to, reason, decisions}: LedgerEntry): Values {
  const dimension = to && (to.department === undefined ? 'handler' : 'department');
  const member = to?.department ?? to?.handler;
  const last = decisions.at(-1);
  return [
    entry,
    asked,
    at,
    by,
    record,
    figure,
    ask,
    dimension,
    member,
    reason,
    ...(last ? decisionRow(last) : [undefined, undefined, undefined, undefined])
  ];
}

function decisionRow({at, by, decided, reason}: Decided): Values {
  return [at, by, decided, reason];
}

type Values = readonly (string | undefined)[];

function tableSql(table: string, columns: readonly string[], rows: readonly Values[]): string[] {
  const create = `create or replace table config.${table} (${columns.join(', ')})`;
  if (rows.length === 0) return [create];
  const values = rows.map(
    (row) => `(${row.map((value) => (value === undefined ? 'null' : literal(value))).join(', ')})`
  );
  return [create, `insert into config.${table} values ${values.join(', ')}`];
}
