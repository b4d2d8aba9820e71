import {say, type Word} from '../../../reports/words/locale.ts';
import type {SiteLedgerEntry} from '../../publish/sitePerformance.ts';
import type {Cell, Column, Sheet} from '../workbook.ts';
import {TIME, localDate} from '../sheets/cells.ts';
import {figureTitle} from './cards.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** An earlier decision on an entry. Times are local, YYYY-MM-DD HH:MM. */
interface Decision {
  entry: string;
  outcome: string;
  decided_at: string;
  decided_by: string;
  decision_reason: string;
}

interface LedgerColumn extends Column {
  readonly cell: (entry: SiteLedgerEntry) => Cell;
}

/** What was asked about the cases of the period and what was decided on it, earlier decisions too. */
export async function ledgerSheet(source: ScorebookSource): Promise<Sheet> {
  const {
    report: {figures, period, locale},
    title
  } = source;
  const columns = columnsOf(source, await readEarlierDecisions(source));
  const name = say(locale, 'ledger_table');
  return {
    name,
    lines: [
      {text: `${name} · ${title}`, style: 'title'},
      {text: say(locale, 'book_ledger_note'), style: 'note'}
    ],
    columns,
    rows: figures.performance.ledger(period).map((entry) => columns.map(({cell}) => cell(entry))),
    isList: true,
    empty: say(locale, 'ledger_none')
  };
}

function columnsOf(source: ScorebookSource, earlier: ReadonlyMap<string, readonly Decision[]>): LedgerColumn[] {
  const {locale} = source.report;
  const word = (name: Word, cell: LedgerColumn['cell']) => ({head: say(locale, name), widest: 36, cell});
  const time = (name: Word, cell: (entry: SiteLedgerEntry) => string | null) => ({
    ...word(name, (entry) => localDate(cell(entry))),
    format: TIME
  });
  return [
    word('ledger_entry', ({entry}) => entry),
    word('ledger_kind', ({kind}) => say(locale, `ledger_kind_${kind}`)),
    word('evidence_case', ({record_id: record}) => record),
    word('head_head', ({kpi}) => figureTitle(source, kpi)),
    word('ledger_ask', ({ask, member}) => say(locale, `ledger_ask_${ask}`, {member: member ?? ''})),
    word('ledger_reason', ({reason}) => reason),
    word('ledger_asked', ({asked_by: by}) => by),
    time('book_asked_at', (entry) => entry.asked_at),
    word('ledger_state', ({state, void_reason: why}) =>
      why === null
        ? say(locale, `ledger_state_${state}`)
        : [say(locale, `ledger_state_${state}`), say(locale, `ledger_void_${why}` as Word)].join(
            say(locale, 'clause_comma')
          )
    ),
    word('book_decision_reason', (entry) => entry.decision_reason),
    word('book_decided_by', (entry) => entry.decided_by),
    time('book_decided_at', (entry) => entry.decided_at),
    word('book_earlier_decisions', ({entry}) =>
      (earlier.get(entry) ?? []).map((decision) => decisionText(decision, locale)).join('\n')
    )
  ];
}

function decisionText(
  {outcome, decided_at: at, decided_by: by, decision_reason: reason}: Decision,
  locale: 'zh-CN' | 'en'
): string {
  return [say(locale, `ledger_state_${outcome}` as Word), by, at, reason].join(say(locale, 'clause_comma'));
}

/** By entry, the decisions that a later one took the place of. */
async function readEarlierDecisions({database}: ScorebookSource): Promise<ReadonlyMap<string, readonly Decision[]>> {
  const rows = await database.query<Decision>(
    `select entry, outcome, strftime(decided_at, '%Y-%m-%d %H:%M') as decided_at, decided_by, decision_reason
     from config.decisions
     qualify position < max(position) over (partition by entry)
     order by entry, position`
  );
  const byEntry = new Map<string, Decision[]>();
  for (const row of rows) byEntry.set(row.entry, [...(byEntry.get(row.entry) ?? []), row]);
  return byEntry;
}
