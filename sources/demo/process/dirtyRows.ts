import type {Company} from './company.ts';
import type {RandomStream} from './randomStream.ts';
import type {Row} from './row.ts';

/** Which fields of a record kind a careless hand meets. */
const FIELDS: Readonly<Record<string, {number: string; time: string; amount?: string}>> = {
  complaint: {number: 'complaint_id', time: 'received_at', amount: 'compensation_amount'},
  complaint_event: {number: 'complaint_id', time: 'at'},
  survey_response: {number: 'response_id', time: 'answered_at'},
  service_order: {number: 'order_id', time: 'requested_at', amount: 'charge_amount'},
  nonconformance: {number: 'nonconformance_id', time: 'issued_at'}
};

/**
 * The row as it was really written: nearly always as it should be; some are spoiled, and some stand there twice.
 * The stream is that of the file, whose rows are asked for in their order.
 */
export function asWritten({profile, truths}: Company, kind: string, row: Row, stream: RandomStream): Row[] {
  const dirt = truths.dirty_rows[kind];
  const fields = FIELDS[kind];
  if (!dirt || !fields || !stream.chance(dirt.share)) return [row];
  const fault = stream.pick(dirt.faults);
  const time = row[fields.time] ?? '';
  switch (fault) {
    case 'doubled':
      return [row, row];
    case 'impossible_date':
      return [{...row, [fields.time]: impossibleDate(time)}];
    case 'two_digit_year':
      return [{...row, [fields.time]: time.slice(2)}];
    case 'full_width_digits':
      return [{...row, [fields.time]: fullWidth(time)}];
    case 'empty_time':
      return [{...row, [fields.time]: null}];
    case 'empty_number':
      return [{...row, [fields.number]: null}];
    case 'unknown_channel':
      return [{...row, channel: stream.pick(profile.unknown_channels)}];
    case 'amount_in_words':
      return [{...row, [fields.amount ?? '']: profile.slips.amount}];
    case 'score_in_words':
      return [{...row, score: profile.slips.score}];
    default:
      throw new Error(`truths.yaml, dirty_rows.${kind}.faults: unknown fault "${fault}"`);
  }
}

/** `2024-02-11 09:12:33` → `2024-02-30 09:12:33`, and 32 in the other months. */
function impossibleDate(time: string): string {
  return time.replace(/^(\d+)([-/])(\d+)([-/])\d+/, (_, year: string, a: string, month: string, b: string) => {
    return `${year}${a}${month}${b}${Number(month) === 2 ? '30' : '32'}`;
  });
}

function fullWidth(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
}
