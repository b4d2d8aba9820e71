import type {Company} from './company.ts';
import type {RandomStream} from './randomStream.ts';

export type Row = Readonly<Record<string, string | null>>;
type Kind = keyof Company['truths']['dirty_rows'];

/** Which columns of a file the careless hand meets. */
export interface DirtyColumns {
  readonly number: string;
  readonly time: string;
  readonly channel?: string;
  readonly amount?: string;
  readonly score?: string;
}

/**
 * The row as it was really written: nearly always as it should be; some are spoiled, and some stand there twice.
 * The stream is that of the file, whose rows are asked for in their order.
 */
export function asWritten(company: Company, kind: Kind, columns: DirtyColumns, row: Row, stream: RandomStream): Row[] {
  const {share, faults} = company.truths.dirty_rows[kind];
  if (!stream.chance(share)) return [row];
  const fault = stream.pick(faults);
  const time = row[columns.time] ?? '';
  const cell = (column: string | undefined, value: string | null) => [
    column === undefined ? row : {...row, [column]: value}
  ];
  switch (fault) {
    case 'doubled':
      return [row, row];
    case 'impossible_date':
      return cell(columns.time, impossibleDate(time));
    case 'two_digit_year':
      return cell(columns.time, time.slice(2));
    case 'full_width_digits':
      return cell(
        columns.time,
        time.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))
      );
    case 'empty_time':
      return cell(columns.time, null);
    case 'empty_number':
      return cell(columns.number, null);
    case 'unknown_channel':
      return cell(columns.channel, stream.pick(company.profile.unknown_channels));
    case 'amount_in_words':
      return cell(columns.amount, '约三百元');
    case 'score_in_words':
      return cell(columns.score, '很满意');
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
