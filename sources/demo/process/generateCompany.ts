import type {GeneratedFile} from '../generatedFile.ts';
import {caseEntries, monthEntries, standingRows} from './bookkeeping.ts';
import {casesBetween} from './casesBetween.ts';
import type {Company} from './company.ts';
import {asWritten} from './dirtyRows.ts';
import type {ExportedRegister} from './exportedRegister.ts';
import {localTime, type LocalTime, type Month, monthOf, monthText, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry, Row} from './row.ts';

/** What began this many months before the first file may still move in it: it is worked out as well. */
const MONTHS_BEFORE = 6;

/**
 * What a company exported up to a moment. Of each record kind that its source.yaml reads: for the month of that moment and the
 * whole months before it a file of what was entered in it, or one file where the name has no month. Nothing in them is later
 * than the moment.
 *
 * Steps and answers never change once their month is over. The other registers show each record as it stands, so a month's
 * rows change until the last of them has come to its end.
 */
export function* generateCompany(company: Company, asOf: Date): Iterable<GeneratedFile> {
  const until = localTime(asOf, company.profile.utc_offset_hours);
  const last = monthOf(until);
  const first = last - company.profile.months;
  const cases = casesBetween(company, startOfMonth(first - MONTHS_BEFORE), until);
  let entries: Entry[] = [];
  for (let month = first - MONTHS_BEFORE; month <= last; month++) {
    const start = startOfMonth(month);
    const end = Math.min(startOfMonth(month + 1) - 1, until);
    const received = cases.filter(({receivedAt}) => receivedAt >= start && receivedAt <= end);
    entries = [
      ...entries,
      ...received.flatMap((each) => caseEntries(company, each)),
      ...monthEntries(company, month, until)
    ];
    if (month >= first)
      yield* monthFiles(
        company,
        month,
        until,
        entries.filter(({at}) => at <= end)
      );
    entries = entries.filter(({at}) => at > end);
  }
  for (const [kind, register] of company.registers) {
    if (!register.file.includes('*')) yield file(register.file, register, () => standingRows(company, kind, until));
  }
}

function* monthFiles(
  company: Company,
  month: Month,
  until: LocalTime,
  entries: readonly Entry[]
): Iterable<GeneratedFile> {
  for (const [kind, register] of company.registers) {
    if (!register.file.includes('*')) continue;
    const name = register.file.replace('*', monthText(month));
    const own = entries
      .filter((entry) => entry.kind === kind)
      .sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
    yield file(name, register, () => writtenRows(company, kind, monthText(month), until, own));
  }
}

function* writtenRows(
  company: Company,
  kind: string,
  month: string,
  until: LocalTime,
  entries: readonly Entry[]
): Iterable<Row> {
  const stream = new RandomStream(company.profile.seed, 'dirt', kind, month);
  for (const {row, isSafe} of entries) {
    if (isSafe) yield row(until);
    else yield* asWritten(company, kind, row(until), stream);
  }
}

/** A file whose rows are worked out when they are read, each time anew. */
function file(name: string, {columns, cells}: ExportedRegister, rowsOf: () => Iterable<Row>): GeneratedFile {
  return {
    name,
    columns,
    rows: {
      *[Symbol.iterator]() {
        for (const row of rowsOf()) yield cells(row);
      }
    }
  };
}
