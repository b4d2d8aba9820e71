import {describe, expect, it} from 'vitest';
import {readCompany} from '../../../sources/demo/process/company.ts';
import {generateCompany} from '../../../sources/demo/process/generateCompany.ts';
import {countBy, exportedTables, monthOfNumber, type Row} from './exportedTables.ts';

const company = readCompany(new URL('../../../sources/demo/', import.meta.url));
const {truths} = company;
const CLOCKS = ['2024-07-20T00:00:00Z', '2026-11-22T01:00:00Z', '2027-12-01T00:00:00Z'];

describe.each(CLOCKS)('what is planted in the data up to %s', (asOf) => {
  const {complaints, events} = exportedTables(generateCompany(company, new Date(asOf)));
  const judged = onTime(complaints, events);

  it('is one outbreak of a root cause a year, in its months and in no other', () => {
    const lastSettled = shifted(asOf.slice(0, 7), -3);
    const months = [...new Set(complaints.map(monthOfNumber))].filter(
      (month) => /^\d/.test(month) && month < lastSettled
    );
    let seen = 0;
    for (const {root, year_modulo_4, month, months: length} of truths.cause_outbreaks) {
      const counts = countBy(
        complaints.filter((row) => row['根本原因'] === root),
        monthOfNumber
      );
      const isOutbreak = (name: string) =>
        Number(name.slice(0, 4)) % 4 === year_modulo_4 &&
        Number(name.slice(5)) >= month &&
        Number(name.slice(5)) < month + length;
      const usual = months.filter((name) => !isOutbreak(name)).map((name) => counts.get(name) ?? 0);
      const mean = usual.reduce((sum, count) => sum + count, 0) / usual.length;
      for (const name of months.filter(isOutbreak)) {
        expect([root, name, (counts.get(name) ?? 0) > 2.4 * mean]).toEqual([root, name, true]);
        seen++;
      }
      expect(Math.max(...usual)).toBeLessThan(3.5 * mean + 3);
    }
    expect(seen).toBeGreaterThanOrEqual(6);
  });

  it('is a department that is slower with the same cases', () => {
    const {department} = truths.slow_department;
    const {crude, adjusted} = shares(judged, department);
    expect(crude).toBeLessThan(-0.1);
    expect(adjusted).toBeLessThan(-0.1);
  });

  it('is a department that only has the harder cases', () => {
    const {crude, adjusted} = shares(judged, truths.hard_case_mix.department);
    expect(crude).toBeLessThan(-0.08);
    expect(Math.abs(adjusted)).toBeLessThan(0.025);
  });

  it('is a tiny department with a wild rate', () => {
    const {department, fewer_than_per_month} = truths.tiny_department;
    const own = judged.filter((row) => row.department === department);
    expect(own.length).toBeGreaterThan(8);
    expect(own.length).toBeLessThan(36 * fewer_than_per_month);
    const spread = (name: string) => {
      const rows = judged.filter((row) => row.department === name);
      const rates = [...new Set(rows.map(({month}) => month))].map((month) =>
        rate(rows.filter((row) => row.month === month))
      );
      return Math.max(...rates) - Math.min(...rates);
    };
    const others = Object.keys(company.departments.departments).filter((name) => name !== department);
    expect(spread(department)).toBeGreaterThan(Math.max(...others.map(spread)));
  });

  it('is a stand-in with two cases a year', () => {
    const handled = countBy(complaints, (row) => row['经办人'] ?? null);
    const known = truths.two_case_handlers.filter(({handler}) => handled.has(handler));
    expect(known.length).toBeGreaterThanOrEqual(3);
    expect(known.map(({handler}) => handled.get(handler))).toEqual(known.map(() => 2));
  });

  it('is a category that is called otherwise from one month on', () => {
    const {words, from, every_months} = truths.category_rename;
    const used = countBy(
      complaints.filter((row) => words.includes(row['投诉类别'] ?? '')),
      (row) => row['投诉类别'] ?? null
    );
    expect(used.size).toBe(2);
    const boundaries = [-2, -1, 0, 1, 2].map((revision) => shifted(from, revision * every_months));
    const wordsOf = (month: string) => [
      ...new Set(
        complaints
          .filter((row) => monthOfNumber(row) === month && words.includes(row['投诉类别'] ?? ''))
          .map((row) => row['投诉类别'])
      )
    ];
    const months = [...new Set(complaints.map(monthOfNumber))].filter((month) => /^\d/.test(month));
    expect(months.filter((month) => wordsOf(month).length > 1)).toEqual([]);
    const changes = months.filter((month, i) => i > 0 && wordsOf(month)[0] !== wordsOf(months[i - 1] ?? '')[0]);
    expect(changes).toEqual(boundaries.filter((month) => months.slice(1).includes(month)));
  });
});

it('shows no outbreak where none is planted', () => {
  const plain = {...company, truths: {...truths, cause_outbreaks: []}};
  const {complaints} = exportedTables(generateCompany(plain, new Date('2026-11-22T01:00:00Z')));
  for (const {root} of truths.cause_outbreaks) {
    const counts = [
      ...countBy(
        complaints.filter((row) => row['根本原因'] === root),
        monthOfNumber
      ).values()
    ];
    expect(Math.max(...counts)).toBeLessThan(20);
  }
});

interface Judged {
  readonly department: string;
  readonly month: string;
  readonly stratum: string;
  readonly isOnTime: boolean;
}

/** Whether each valid case that has been solved was solved by its due time. */
function onTime(complaints: readonly Row[], events: readonly Row[]): Judged[] {
  const solved = new Map<string | null | undefined, string>();
  for (const {投诉编号: number, 环节: step, 时间: time} of events) {
    if (step === '办结' && time && !solved.has(number)) solved.set(number, time);
  }
  return complaints.flatMap((row) => {
    const time = solved.get(row['投诉编号']);
    if (time === undefined || !row['办结期限']) return [];
    return {
      department: row['责任部门'] ?? '',
      month: monthOfNumber(row),
      stratum: `${row['紧急程度']} ${row['投诉类别']}`,
      isOnTime: time <= row['办结期限']
    };
  });
}

function rate(rows: readonly Judged[]): number {
  return rows.filter(({isOnTime}) => isOnTime).length / rows.length;
}

/** How far a department's share on time lies from the others', as it is and against cases of the same kind. */
function shares(judged: readonly Judged[], department: string): {crude: number; adjusted: number} {
  const own = judged.filter((row) => row.department === department);
  const others = judged.filter(
    (row) => row.department !== department && row.department !== truths.slow_department.department
  );
  const rates = new Map<string, number>();
  for (const {stratum} of own) {
    if (!rates.has(stratum)) rates.set(stratum, rate(others.filter((row) => row.stratum === stratum)));
  }
  const expected = own.reduce((sum, {stratum}) => sum + (rates.get(stratum) ?? 0), 0);
  return {crude: rate(own) - rate(others), adjusted: rate(own) - expected / own.length};
}

function shifted(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
