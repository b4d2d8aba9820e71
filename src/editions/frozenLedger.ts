import {isDeepStrictEqual} from 'node:util';
import {z} from 'zod';
import {askedSpec, decidedSpec, type LedgerEntry} from '../ledger/ledgerSpec.ts';
import {redactForms} from '../privacy/redactText.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';

/** The file of an edition that holds the ledger as it stood. */
export const LEDGER_FILE = 'ledger.json';

const frozenLedger = z.array(askedSpec.safeExtend({decisions: z.array(decidedSpec)}));

/** The text of ledger.json: the same for the same entries. */
export function ledgerText(entries: readonly LedgerEntry[]): string {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/** The entries that nobody had decided about a case that a figure of the edition counts, by their numbers. */
export async function openEntries(
  entries: readonly LedgerEntry[],
  records: string,
  database: Database
): Promise<string[]> {
  const open = entries.filter(({decisions}) => decisions.length === 0);
  if (open.length === 0) return [];
  const rows = open.map(({entry, figure, case: record}) => `(${[entry, figure, record].map(literal).join(', ')})`);
  const found = await database.query<{entry: string}>(`
    select entry from (values ${rows.join(', ')}) as open(entry, kpi, record_id)
    semi join read_parquet(${literal(records)}) using (kpi, record_id)
    order by entry`);
  return found.map(({entry}) => entry);
}

/** How many decisions a ledger holds, and how many of them a warehouse knows: not those that came after its run. */
export async function countDecisions(
  entries: readonly LedgerEntry[],
  database: Database
): Promise<{there: number; known: number}> {
  const [row] = await database.query<{known: number}>('select count(*)::integer as known from config.decisions');
  return {there: entries.reduce((sum, {decisions}) => sum + decisions.length, 0), known: row!.known};
}

/** What was frozen of a ledger and does not stand in it any more as it was: entries are only added to it, never changed. */
export function ledgerProblems(frozenText: string, present: readonly LedgerEntry[]): string[] {
  const byEntry = new Map(present.map((one) => [one.entry, one]));
  return frozenLedger.parse(JSON.parse(frozenText)).flatMap(({decisions, ...asked}) => {
    const now = byEntry.get(asked.entry);
    if (!now) return [`entry ${asked.entry} is missing`];
    const {decisions: decided, ...askedNow} = now;
    const changed = Object.keys({...asked, ...askedNow}).filter(
      (field) => !isSame(asked[field as keyof typeof asked], askedNow[field as keyof typeof askedNow])
    );
    const lost = decisions.findIndex((decision, i) => !isSame(decision, decided[i]));
    return [
      ...changed.map((field) => `entry ${asked.entry}: its ${field} was changed`),
      ...(lost < 0 ? [] : [`entry ${asked.entry}: its decision ${lost + 1} was changed or taken out`])
    ];
  });
}

/** A later version may blot out more than the one that has frozen it. */
function isSame(frozen: unknown, present: unknown): boolean {
  const forms = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value ?? null), (_, one: unknown) => (typeof one === 'string' ? redactForms(one) : one));
  return isDeepStrictEqual(forms(frozen), forms(present));
}
