import {describe, expect, it} from 'vitest';
import generate from '../../../sources/demo/company.ts';
import {exportedTables, exportedTexts, freshTexts} from './exportedTables.ts';

const EARLIER = '2026-08-20T04:00:00Z';
const LATER = '2026-11-22T01:00:00Z';

describe('the history of the demonstration company', () => {
  it('is the same, byte for byte, for the same clock', () => {
    expect(freshTexts(LATER)).toEqual(exportedTexts(LATER));
  });

  it('can be read twice from the same files', () => {
    const files = [...generate(new Date(EARLIER))];
    expect(exportedTables(files)).toEqual(exportedTables(files));
  });

  it('keeps the steps and answers of a finished month, whatever the clock says later', () => {
    const earlier = exportedTexts(EARLIER);
    const later = exportedTexts(LATER);
    const finished = [...earlier.keys()].filter((name) => /^(events|surveys)/.test(name) && later.has(name));
    expect(finished).toHaveLength(2 * 34);
    const changed = finished.filter((name) => later.get(name) !== earlier.get(name));
    expect(changed).toEqual(['events-2026-08.csv', 'surveys-2026-08.csv']);
  });

  it('keeps the complaints of a month once its last case has been settled', () => {
    const earlier = exportedTexts(EARLIER);
    const later = exportedTexts(LATER);
    const kept = [...earlier.keys()].filter((name) => name.startsWith('complaints') && later.has(name));
    const changed = kept.filter((name) => later.get(name) !== earlier.get(name));
    expect(kept).toHaveLength(34);
    expect(changed).toContain('complaints-2026-08.csv');
    expect(changed.every((name) => name >= 'complaints-2026-06.csv')).toBe(true);
  });

  it('never takes back a case, and never changes what was said on receipt', () => {
    const said = ({complaints}: ReturnType<typeof exportedTables>) =>
      new Map(complaints.map((row) => [row['投诉编号'], [row['受理时间'], row['投诉内容'], row['客户编号']]]));
    const later = said(exportedTables(generate(new Date(LATER))));
    for (const [number, what] of said(exportedTables(generate(new Date(EARLIER))))) {
      if (number !== null && number !== undefined && number >= 'TS202311') expect(later.get(number)).toEqual(what);
    }
  });

  it.each([
    [EARLIER, '2026-08-20 12:00:00'],
    ['2024-02-10T15:59:59Z', '2024-02-10 23:59:59']
  ])('holds nothing later than %s', (asOf, wallClock) => {
    const {complaints, events, surveys} = exportedTables(generate(new Date(asOf)));
    const times = [
      ...complaints.flatMap((row) => [row['受理时间'], row['登记时间']]),
      ...events.map((row) => row['时间']),
      ...surveys.map((row) => row['填写时间'])
    ];
    const wellWritten = times.filter((time): time is string =>
      /^\d{4}-(?!02-30)\d\d-([0-2]\d|3[01]) \d/.test(time ?? '')
    );
    expect(wellWritten.length).toBeGreaterThan(40_000);
    expect(wellWritten.filter((time) => time > wallClock)).toEqual([]);
    const lastDay = wellWritten.filter((time) => time.slice(0, 10) === wallClock.slice(0, 10));
    expect(lastDay.length).toBeGreaterThan(0);
  });

  it('says how a case ended only when it has', () => {
    const {complaints, events} = exportedTables(generate(new Date(EARLIER)));
    const resolved = new Set(events.filter((row) => row['环节'] === '办结').map((row) => row['投诉编号']));
    const ended = complaints.filter((row) => row['办结情况'] !== null && row['投诉编号'] !== null);
    expect(ended.length).toBeGreaterThan(4000);
    expect(complaints.some((row) => row['办结期限'] !== null && row['办结情况'] === null)).toBe(true);
    const lostSteps = events.filter((row) => row['投诉编号'] === null).length;
    expect(ended.filter((row) => !resolved.has(row['投诉编号'])).length).toBeLessThanOrEqual(lostSteps);
  });

  it('passes a case to the department that settles it', () => {
    const {complaints, events} = exportedTables(generate(new Date(EARLIER)));
    const department = new Map(complaints.map((row) => [row['投诉编号'], row['责任部门']]));
    const settled = events.filter(
      (row) => row['环节'] === '办结' && department.has(row['投诉编号']) && row['投诉编号']
    );
    expect(settled.length).toBeGreaterThan(4000);
    expect(settled.filter((row) => row['部门'] !== department.get(row['投诉编号']))).toEqual([]);
    const transferred = new Set(events.filter((row) => row['环节'] === '转派').map((row) => row['投诉编号']));
    const elsewhere = events
      .filter((row) => row['环节'] === '派单' && row['投诉编号'] && department.has(row['投诉编号']))
      .filter((row) => row['部门'] !== department.get(row['投诉编号']));
    expect(elsewhere.length).toBeGreaterThan(200);
    expect(elsewhere.filter((row) => !transferred.has(row['投诉编号'])).length).toBeLessThan(10); // their transfer was spoiled
  });
});
