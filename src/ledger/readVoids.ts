import type {Database} from '../warehouse/duckdb.ts';

/** By entry, the last decision that the warehouse knows and that is void: by whom, when (milliseconds since 1970), and why. */
export type Voids = ReadonlyMap<string, {readonly by: string; readonly at: number; readonly reason: string}>;

const REASONS: Readonly<Record<string, string>> = {
  took_part: 'who decided had a part in the case',
  in_own_favour: 'who decided is the one to whom it is to count',
  not_counted: 'the figure does not count the record'
};

/** Reads from a warehouse which decisions are void; none from one that is older than the ledger. */
export async function readVoids(database: Database): Promise<Voids> {
  const [view] = await database.query(
    "select 1 from duckdb_views() where schema_name = 'core' and view_name = 'rulings'"
  );
  if (!view) return new Map();
  const rows = await database.query<Record<'entry' | 'by' | 'reason', string> & {at: number}>(
    `select entry, decided_by as "by", epoch_ms(decided_at)::double as "at", void_reason as reason
     from core.rulings where is_void order by entry`
  );
  return new Map(rows.map(({entry, reason, ...decision}) => [entry, {...decision, reason: REASONS[reason] ?? reason}]));
}
