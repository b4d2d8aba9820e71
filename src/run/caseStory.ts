import type {Database} from '../warehouse/duckdb.ts';

/** Times are local, `2026-01-05 09:00:00`; a limit that ends with a day ends at 24:00 of it. */
export interface CaseStory {
  readonly record: Readonly<Record<'complaint_id' | 'kind' | 'received_at', string>> &
    Readonly<Record<'category' | 'severity' | 'department' | 'handler', string | null>>;
  readonly run: Readonly<Record<'as_of' | 'time_zone' | 'policy', string>>;
  readonly timeline: readonly Readonly<Record<'at' | 'step' | 'department' | 'handler', string | null>>[];
  readonly escalations: readonly Readonly<Record<'at' | 'rule' | 'severity' | 'level' | 'clause', string | null>>[];
  readonly clocks: readonly StoryClock[];
  readonly closed_loop?: {
    readonly clause: string | null;
    readonly steps: readonly string[];
    readonly missing: readonly string[];
    readonly is_out_of_order: boolean;
    readonly is_complete: boolean;
  };
  /** The KPIs that count the case. */
  readonly counted: readonly {readonly kpi: string; readonly at: string; readonly counts: string}[];
}

export interface StoryClock {
  readonly clock: string;
  readonly from: string;
  readonly to: string;
  readonly limit: number | null;
  readonly unit: string | null;
  readonly started_at: string | null;
  readonly due_at: string | null;
  readonly approved_due_at: string | null;
  readonly stopped_at: string | null;
  readonly state: string;
  readonly is_provisional: boolean;
  readonly clause: string | null;
  /** Whether the document, the organisation or the register sets the limit. */
  readonly source: string;
}

const LOCAL = '%Y-%m-%d %H:%M:%S';
const local = (column: string, name = column) => `strftime(${column}, '${LOCAL}') as ${name}`;
/** A limit of days ends at 24:00, which a clock would show as the next day. */
const dueText = (column: string) =>
  `case when unit in ('days', 'working_days') and ${column} = due_at
    then strftime(${column} - interval 1 microsecond, '%Y-%m-%d 24:00') else strftime(${column}, '${LOCAL}') end as ${column}`;

/** Reads what a warehouse knows of a case; undefined when it knows no such case. */
export async function readCaseStory(id: string, database: Database): Promise<CaseStory | undefined> {
  const [record] = await database.query<CaseStory['record']>(
    `select complaint_id, kind, ${local('received_at')}, category, severity, department, handler
     from core.complaints where complaint_id = $id`,
    {id}
  );
  if (!record) return undefined;
  const [run] = await database.query<CaseStory['run']>(`select ${local('as_of')}, time_zone, policy from config.run`);
  const timeline = await database.query<CaseStory['timeline'][number]>(
    `select ${local('"at"', '"at"')}, event as step, department, handler from core.timeline where complaint_id = $id order by position`,
    {id}
  );
  const escalations = await database.query<CaseStory['escalations'][number]>(
    `select ${local('"at"', '"at"')}, rule, severity, level, clause from core.escalations where complaint_id = $id order by core.escalations."at", rule`,
    {id}
  );
  const clocks = await database.query<StoryClock>(
    `select clock, "from", "to", "limit", unit, ${local('started_at')}, ${dueText('due_at')}, ${dueText('approved_due_at')},
       ${local('stopped_at')}, state, is_provisional, clause, source
     from core.clocks where complaint_id = $id order by core.clocks.started_at, core.clocks.due_at, clock`,
    {id}
  );
  const closed_loop = await readLoop(id, database);
  return {
    record,
    run: run!,
    timeline,
    escalations,
    clocks,
    ...(closed_loop && {closed_loop}),
    counted: await readCounted(id, database)
  };
}

async function readLoop(id: string, database: Database): Promise<CaseStory['closed_loop']> {
  const [loop] = await database.query<NonNullable<CaseStory['closed_loop']>>(
    `select rules.clause, rules.steps, list_filter(rules.steps, step -> not list_contains(taken.steps, step)) as missing,
       loops.is_out_of_order, loops.is_complete
     from core.closed_loops as loops
     join core.complaints as cases using (complaint_id)
     join policy.closed_loop as rules
       on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
     cross join (select list(event) as steps from core.timeline where complaint_id = $id) as taken
     where loops.complaint_id = $id`,
    {id}
  );
  return loop;
}

/** In which figures of complaints the case counts, and how much. */
async function readCounted(id: string, database: Database): Promise<CaseStory['counted']> {
  const kpis = await database.query<{kpi: string; columns: string[]}>(`
    select kpis.kpi, list(columns.column_name) as columns
    from config.kpis as kpis
    join duckdb_columns() as columns on columns.schema_name = 'kpis' and columns.table_name = kpis.kpi
    where kpis.record = 'complaint'
    group by kpis.kpi order by kpis.kpi`);
  const selects = kpis.map(({kpi, columns}) => {
    const time = columns.includes('at') ? '"at"' : 'from_at';
    const parts = ['numerator', 'denominator'].filter((column) => columns.includes(column));
    const counts = columns.includes('seconds')
      ? `round(seconds / 3600, 2) || ' h' || case when is_open then ', still open' else '' end`
      : parts.length === 0
        ? `'1'`
        : parts.map((column) => `format('{:g}', ${column}::double)`).join(` || '/' || `);
    return `select '${kpi}' as kpi, ${local(time, '"at"')}, ${counts} as counts from kpis.${kpi} where record_id = $id`;
  });
  return selects.length === 0 ? [] : database.query(`${selects.join(' union all ')} order by kpi, 2`, {id});
}
