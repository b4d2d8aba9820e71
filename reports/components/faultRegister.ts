import {z} from 'zod';
import type {SiteFault} from '../../src/publish/siteData.ts';
import {markup, type Printable} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {codeName} from '../words/codes.ts';
import {formatCount} from '../words/formatValue.ts';
import {say, type Word} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {memberName} from './dimensions.ts';

/** The register of faults of the page's month: each complaint that stands, with what was found and done. */
export const faultRegister = defineComponent(z.strictObject({}), (report) => {
  const {figures, period, locale} = report;
  const month = figures.data.register.find(({period_start}) => period_start === period?.start);
  if (month === undefined || period === undefined) {
    return markup`<p class="muted">${say(locale, 'register_none')}</p>`;
  }
  const {rows, total} = month;
  const columns = columnsOf(report).filter(({print}) => rows.some((row) => print(row) !== ''));
  const shown = rows.length < total ? cut(report, rows.length, month.period_start) : undefined;
  return markup`<p>${say(locale, 'register_sentence', {total: formatCount(total)})}</p>
${shown}
${table(
  columns,
  rows.map((row) => columns.map(({print}) => print(row))),
  say(locale, 'page_register'),
  'register'
)}`;
});

interface RegisterColumn extends Column {
  print: (row: SiteFault) => Printable;
}

function columnsOf(report: Report): RegisterColumn[] {
  const {locale} = report;
  const column = (word: Word, print: RegisterColumn['print']) => ({head: say(locale, word), print});
  const member = (dimension: string, value: string | null) =>
    value === null ? '' : memberName(report, dimension, value);
  return [
    column('register_number', ({complaint_id, sheet_number}) => sheet_number ?? complaint_id),
    column('register_received', ({received_at}) => day(received_at)),
    column('register_product', ({product}) => product ?? ''),
    column('register_category', ({category, subcategory}) =>
      levels(member('category', category), member('subcategory', subcategory))
    ),
    column('register_defect', ({defect}) => defect ?? ''),
    column('register_severity', ({severity}) => member('severity', severity)),
    column('register_department', ({department}) => department ?? ''),
    column('register_responsibility', ({responsibility}) => member('responsibility', responsibility)),
    column('register_cause', ({cause_root}) => cause_root ?? ''),
    column('register_resolved', ({resolved_at}) => day(resolved_at)),
    column('register_state', ({state}) =>
      state === null || state === 'not_applicable' ? '' : codeName('clock_state', state, locale)
    ),
    column('register_outcome', ({outcome}) => (outcome === null ? '' : codeName('outcome', outcome, locale))),
    column('register_sheet', ({nonconformance_id}) => nonconformance_id ?? ''),
    column('register_answered', ({answered_at}) => day(answered_at)),
    column('register_closed', ({closed_at}) => day(closed_at)),
    column('register_again', (row) => again(report, row))
  ];
}

/** Two levels, the second below the first. */
function levels(first: string, second: string): Printable {
  return second === '' ? first : markup`${first} <span class="second">${second}</span>`;
}

/** Whether the matter came back, in words. */
function again({locale}: Report, {is_recurrence, is_reopened}: SiteFault): string {
  const words: Word[] = [];
  if (is_recurrence === true) words.push('register_recurrence');
  if (is_reopened === true) words.push('register_reopened');
  return words.map((word) => say(locale, word)).join(say(locale, 'comma'));
}

/** The day of a local time, on one line. */
function day(at: string | null): Printable {
  return at === null ? '' : markup`<span class="part">${at.slice(0, 10)}</span>`;
}

/** Says that not all rows are listed, and by which command they are. */
function cut({figures, locale}: Report, shown: number, start: string): Printable {
  const {name} = figures.data.pipeline;
  const query = `from marts.fault_register where date_trunc('month', received_at) = '${start}'`;
  return markup`<p class="small command">${say(locale, 'register_cut', {shown: formatCount(shown)})} <code>npx huisheng query "${query}" --pipeline ${name}</code></p>`;
}
