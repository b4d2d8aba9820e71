import {memberName} from '../../../reports/components/dimensions.ts';
import {shiftPeriod} from '../../../reports/figures/period.ts';
import {codeName} from '../../../reports/words/codes.ts';
import {formatCount} from '../../../reports/words/formatValue.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {SiteFault} from '../../publish/siteData.ts';
import type {Cell, Column, Line, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {TIME, localDate} from './cells.ts';

/** A sheet has 1,048,576 rows; some are taken by what stands above. */
const MOST_ROWS = 1_048_500;

interface RegisterColumn extends Column {
  cell: (fault: SiteFault) => Cell;
}

/** The register of faults of the period, whole: each complaint that stands, with what was found and done. */
export async function registerSheet(source: BookSource): Promise<Sheet> {
  const {report, digest} = source;
  const {locale} = report;
  const {faults, total} = await readFaults(source);
  const columns = columnsOf(source).filter(({cell}) =>
    faults.some((fault) => cell(fault) !== null && cell(fault) !== '')
  );
  const lines: Line[] = [
    {text: `${say(locale, 'sheet_register')} · ${digest.title}`, style: 'title'},
    {text: say(locale, 'book_register_note', {total: formatCount(total)}), style: 'note'}
  ];
  if (faults.length < total) {
    const told = {total: formatCount(total), shown: formatCount(faults.length)};
    lines.push({text: say(locale, 'book_register_cut', told), style: 'note'});
  }
  return {
    name: say(locale, 'sheet_register'),
    lines,
    columns: columns.length > 0 ? columns : columnsOf(source),
    rows: faults.map((fault) => columns.map(({cell}) => cell(fault))),
    isList: true,
    empty: say(locale, 'book_register_none')
  };
}

function columnsOf({report}: BookSource): RegisterColumn[] {
  const {locale} = report;
  const column = (word: Word, cell: RegisterColumn['cell']) => ({head: say(locale, word), widest: 28, cell});
  const time = (word: Word, cell: (fault: SiteFault) => string | null) => ({
    ...column(word, (fault) => localDate(cell(fault))),
    format: TIME
  });
  const member = (dimension: 'category' | 'subcategory' | 'severity' | 'responsibility') => (fault: SiteFault) =>
    fault[dimension] === null ? '' : memberName(report, dimension, fault[dimension]);
  return [
    column('register_number', ({complaint_id, sheet_number}) => sheet_number ?? complaint_id),
    time('register_received', ({received_at}) => received_at),
    column('register_product', ({product}) => product),
    column('register_category', member('category')),
    column('register_subcategory', member('subcategory')),
    column('register_defect', ({defect}) => defect),
    column('register_severity', member('severity')),
    column('register_department', ({department}) => department),
    column('register_responsibility', member('responsibility')),
    column('register_cause', ({cause_root}) => cause_root),
    time('register_resolved', ({resolved_at}) => resolved_at),
    column('register_state', ({state}) =>
      state === null || state === 'not_applicable' ? '' : codeName('clock_state', state, locale)
    ),
    column('register_outcome', ({outcome}) => (outcome === null ? '' : codeName('outcome', outcome, locale))),
    column('register_sheet', ({nonconformance_id}) => nonconformance_id),
    time('register_answered', ({answered_at}) => answered_at),
    time('register_closed', ({closed_at}) => closed_at),
    column('register_again', ({is_recurrence, is_reopened}) =>
      [is_recurrence === true && 'register_recurrence', is_reopened === true && 'register_reopened']
        .filter((word) => word !== false)
        .map((word) => say(locale, word as Word))
        .join(say(locale, 'comma'))
    )
  ];
}

async function readFaults({report: {period}, database}: BookSource): Promise<{faults: SiteFault[]; total: number}> {
  const times = ['received_at', 'resolved_at', 'answered_at', 'closed_at'].map(
    (name) => `strftime(${name}, '%Y-%m-%d %H:%M') as ${name}`
  );
  const rows = await database.query<SiteFault & {total_rows: number}>(
    `select * replace (${times.join(', ')}), count(*) over ()::integer as total_rows
     from marts.fault_register
     where received_at >= $start::date and received_at < $next::date
     order by marts.fault_register.received_at, complaint_id, nonconformance_id
     limit ${String(MOST_ROWS)}`,
    {start: period.start, next: shiftPeriod(period, 1).start}
  );
  return {faults: rows, total: rows[0]?.total_rows ?? 0};
}
