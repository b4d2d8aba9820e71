import type {Journal} from '../run/journal.ts';

/** When the report of a period was sent to a reader, ISO 8601, in the order of the journal. */
export function sentTimes({deliveries}: Journal, reader: string, report: string): string[] {
  return deliveries
    .filter((one) => one.event === 'delivered' && one.reader === reader && one.report === report)
    .map(({at}) => at);
}
