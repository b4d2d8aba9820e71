import {describe, expect, it} from 'vitest';
import generate from '../../../sources/demo/company.ts';
import {DAY} from '../../../sources/demo/process/localTime.ts';
import {springFestival} from '../../../sources/demo/process/springFestival.ts';
import {countBy, exportedTables, monthOfNumber} from './exportedTables.ts';

const {complaints, events, surveys} = exportedTables(generate(new Date('2026-11-22T01:00:00Z')));
const perMonth = countBy(complaints, monthOfNumber);

function complaintsOn(date: string): number {
  const compact = date.replaceAll('-', '');
  return complaints.filter((row) => row['投诉编号']?.startsWith(`TS${compact}`)).length;
}

describe('the volume of the demonstration company', () => {
  it.each(['2021-03-01T00:00:00Z', '2024-06-15T12:00:00Z', '2029-12-31T16:00:00Z'])(
    'covers 36 months and the one of the clock, %s',
    (asOf) => {
      const files = [...generate(new Date(asOf))];
      expect(files).toHaveLength(3 * 37);
      const count = exportedTables(files).complaints.length;
      expect(count).toBeGreaterThan(4000);
      expect(count).toBeLessThan(6000);
    }
  );

  it('has several steps a case and answers to two surveys', () => {
    expect(events.length / complaints.length).toBeGreaterThan(6);
    expect([...countBy(surveys, (row) => row['调查名称'] ?? null).keys()]).toEqual([
      '结案满意度调查',
      '季度客户满意度调查'
    ]);
    expect(surveys.filter((row) => row['推荐意愿'] !== null).length).toBeGreaterThan(1000);
  });

  it.each([2024, 2025, 2026])('peaks in the summer of %i and rests at Spring Festival', (year) => {
    const month = (number: string) => perMonth.get(`${year}-${number}`) ?? 0;
    expect(month('07') + month('08')).toBeGreaterThan(1.2 * (month('02') + month('03')));
    const firstDays = [0, 1, 2, 3, 4].map((day) =>
      new Date(springFestival(year) + day * DAY).toISOString().slice(0, 10)
    );
    const atRest = firstDays.reduce((sum, date) => sum + complaintsOn(date), 0) / firstDays.length;
    expect(atRest).toBeLessThan(0.6 * (complaints.length / 1117));
  });

  it('knows when the lunar year begins', () => {
    const dates = [2023, 2024, 2025, 2026, 2033].map((year) =>
      new Date(springFestival(year)).toISOString().slice(0, 10)
    );
    expect(dates).toEqual(['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2033-01-31']);
  });

  it('has customers who come back within a month for the same reason', () => {
    const last = new Map<string, number>();
    let returns = 0;
    for (const row of complaints) {
      const key = `${row['客户编号']} ${row['投诉类别']}`;
      const day = Date.parse(`${row['受理时间']?.slice(0, 10)}T00:00:00Z`);
      if (row['客户编号'] === '-' || Number.isNaN(day)) continue;
      if (day - (last.get(key) ?? -Infinity) <= 30 * DAY && day !== last.get(key)) returns++;
      last.set(key, day);
    }
    expect(returns / complaints.length).toBeGreaterThan(0.03);
    expect(returns / complaints.length).toBeLessThan(0.12);
  });

  it('tells each case in its own words', () => {
    const texts = countBy(complaints, (row) => row['投诉内容'] ?? null);
    expect(texts.size).toBeGreaterThan(0.8 * complaints.length);
    expect([...texts.keys()].filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});
