import {dimensionHead} from '../../../reports/components/dimensions.ts';
import {formatCount} from '../../../reports/words/formatValue.ts';
import {describeCounted} from '../../../reports/words/describeCard.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {Cell, Column, Line, Sheet} from '../workbook.ts';
import {TIME, localDate} from '../sheets/cells.ts';
import {figureTitle, unitHead} from './cards.ts';
import {SHARE} from './formats.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** A sheet has 1,048,576 rows; some are taken by what stands above. */
const MOST_ROWS = 1_048_500;

/** A case behind a head, as marts.card_evidence has it. Times are local, YYYY-MM-DD HH:MM. */
interface Evidence {
  dimension: string;
  member: string;
  kpi: string;
  record_id: string;
  counted: string;
  rule: string | null;
  share: number | null;
  count: number | null;
  total: number | null;
  peer_rate: number | null;
  earlier_share: number | null;
  earlier_count: number | null;
  earlier_total: number | null;
  entry: string | null;
  counted_at: string | null;
  received_at: string | null;
  resolved_at: string | null;
  due_at: string | null;
  is_transferred: boolean | null;
  first_receiver: string | null;
  department: string | null;
  handler: string | null;
}

interface EvidenceColumn extends Column {
  readonly cell: (row: Evidence) => Cell;
}

/** Each case behind each head, counted or not and why: from it every figure can be computed again. No customer is in it. */
export async function evidenceSheet(source: ScorebookSource): Promise<Sheet> {
  const {
    report: {locale},
    title
  } = source;
  const {rows, total} = await readEvidence(source);
  const columns = columnsOf(source);
  const name = say(locale, 'sheet_card_evidence');
  const lines: Line[] = [
    {text: `${name} · ${title}`, style: 'title'},
    {text: say(locale, 'book_evidence_note', {total: formatCount(total)}), style: 'note'}
  ];
  if (rows.length < total) {
    const told = {total: formatCount(total), shown: formatCount(rows.length)};
    lines.push({text: say(locale, 'book_register_cut', told), style: 'note'});
  }
  return {
    name,
    lines,
    columns,
    rows: rows.map((row) => columns.map(({cell}) => cell(row))),
    isList: true,
    empty: say(locale, 'evidence_none')
  };
}

function columnsOf(source: ScorebookSource): EvidenceColumn[] {
  const {report} = source;
  const {locale} = report;
  const word = (name: Word, cell: EvidenceColumn['cell']) => ({head: say(locale, name), widest: 28, cell});
  const share = (name: Word, cell: EvidenceColumn['cell']) => ({...word(name, cell), format: SHARE});
  const time = (name: Word, cell: (row: Evidence) => string | null) => ({
    ...word(name, (row) => localDate(cell(row))),
    format: TIME
  });
  return [
    word('book_member', ({member}) => member),
    word('book_dimension', ({dimension}) => unitHead(source, dimension)),
    word('head_head', ({kpi}) => figureTitle(source, kpi)),
    word('evidence_case', ({record_id: record}) => record),
    word('evidence_counted', (row) => describeCounted(row, locale)),
    share('evidence_share', (row) => row.share),
    share('evidence_numerator', (row) => row.count),
    share('record_denominator', (row) => row.total),
    {...word('evidence_peer', (row) => row.peer_rate), format: '0.000000'},
    share('book_earlier_count', (row) => row.earlier_count),
    share('book_earlier_total', (row) => row.earlier_total),
    word('ledger_entry', ({entry}) => entry),
    time('evidence_counted_at', (row) => row.counted_at),
    time('evidence_received', (row) => row.received_at),
    time('evidence_due', (row) => row.due_at),
    time('evidence_resolved', (row) => row.resolved_at),
    word('evidence_transferred', (row) => (row.is_transferred === true ? say(locale, 'yes') : '')),
    word('evidence_first', (row) => row.first_receiver),
    {head: dimensionHead(report, 'department'), cell: (row) => row.department},
    word('evidence_holder', (row) => row.handler)
  ];
}

/** The evidence of a period: of one that was signed off, as it was then. */
async function readEvidence({report: {period}, database}: ScorebookSource): Promise<{rows: Evidence[]; total: number}> {
  const parameters = {grain: period.grain, start: period.start};
  const of = 'from marts.standing_card_evidence where grain = $grain and period_start = $start::date';
  const [counted] = await database.query<{rows: number}>(`select count(*)::integer as "rows" ${of}`, parameters);
  const rows = await database.query<Evidence>(
    `select dimension, member, kpi, record_id, counted, rule, share, "count", total, peer_rate, earlier_share, earlier_count,
       earlier_total, entry, counted_at, received_at, resolved_at, due_at, is_transferred, first_receiver, department, handler
     ${of}
     order by dimension, member, kpi, counted <> 'in_figure', counted_at, received_at, record_id, counted, share
     limit ${String(MOST_ROWS)}`,
    parameters
  );
  return {rows, total: counted!.rows};
}
