import {describe, expect, it} from 'vitest';
import generate from '../../../sources/demo/company.ts';
import {exportedTables, type Row} from './exportedTables.ts';

const {complaints, events, surveys} = exportedTables(generate(new Date('2026-11-22T01:00:00Z')));

describe('dirty rows', () => {
  it.each([
    ['complaints', complaints, '受理时间', '投诉编号'],
    ['events', events, '时间', '投诉编号'],
    ['surveys', surveys, '填写时间', '答卷编号']
  ] as const)('are about one in a hundred of the %s', (_, rows, time, number) => {
    const isSpoiled = (row: Row) =>
      row[number] === null ||
      !/^\d{4}([-/])([1-9]|0\d|1[0-2])\1(0?[1-9]|[12]\d|3[01]) /.test(row[time] ?? '') ||
      /-02-30 |\/2\/30 /.test(row[time] ?? '') ||
      ['邻居转告', '社区网格员', '业主群'].includes(row['渠道'] ?? '') ||
      [row['补偿金额'], row['得分']].some((cell) => cell !== null && cell !== undefined && !/^[\d.]+$/.test(cell));
    const texts = rows.map((row) => JSON.stringify(row));
    const doubled = texts.filter((text, i) => i > 0 && text === texts[i - 1]).length;
    const share = (rows.filter(isSpoiled).length + doubled) / rows.length;
    expect(doubled).toBeGreaterThan(0);
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.016);
  });

  it('are of every sort', () => {
    const times = complaints.map((row) => row['受理时间'] ?? '');
    expect(times.some((time) => /-(32|02-30) /.test(time))).toBe(true);
    expect(times.some((time) => /^\d\d[-/]/.test(time))).toBe(true);
    expect(times.some((time) => /[０-９]/.test(time))).toBe(true);
    expect(times).toContain('');
    expect(complaints.some((row) => row['补偿金额'] === '约三百元')).toBe(true);
    expect(
      complaints.some((row) => row['渠道'] === '业主群' || row['渠道'] === '邻居转告' || row['渠道'] === '社区网格员')
    ).toBe(true);
    expect(surveys.some((row) => row['得分'] === '很满意')).toBe(true);
  });
});
