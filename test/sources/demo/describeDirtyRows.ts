import {describe, expect, it} from 'vitest';
import {NOW, type Row, type World} from './world.ts';

const NUMBER_AND_TIME: Record<string, readonly [string, string]> = {
  complaint: ['complaint_id', 'received_at'],
  complaint_event: ['complaint_id', 'at'],
  survey_response: ['response_id', 'answered_at'],
  service_order: ['order_id', 'requested_at'],
  nonconformance: ['nonconformance_id', 'issued_at']
};

/** What a spoiled row looks like, and how often there is one. */
export function describeDirtyRows({company, tablesAt}: World): void {
  describe('its dirty rows', () => {
    const tables = tablesAt(NOW);

    it.each(Object.keys(company.truths.dirty_rows))('are about one in a hundred of %s', (kind) => {
      const rows = tables.get(kind) ?? [];
      const [number = '', time = ''] = NUMBER_AND_TIME[kind] ?? [];
      const isSpoiled = (row: Row) =>
        row[number] === null ||
        !/^\d{4}([-/])([1-9]|0\d|1[0-2])\1(0?[1-9]|[12]\d|3[01]) /.test(row[time] ?? '') ||
        /-02-30 |\/2\/30 /.test(row[time] ?? '') ||
        company.profile.unknown_channels.includes(row['channel'] ?? '') ||
        [row['compensation_amount'], row['charge_amount'], row['score']].some(
          (cell) => cell !== null && cell !== undefined && !/^[\d.]+$/.test(cell)
        );
      const texts = rows.map((row) => JSON.stringify(row));
      const doubled = texts.filter((text, i) => i > 0 && text === texts[i - 1]).length;
      const share = (rows.filter(isSpoiled).length + doubled) / rows.length;
      expect(share).toBeGreaterThan(0.004);
      expect(share).toBeLessThan(0.017);
    });

    it('are of every sort', () => {
      const complaints = tables.get('complaint') ?? [];
      const times = complaints.map((row) => row['received_at'] ?? '');
      expect(times.some((time) => /-(32|02-30) /.test(time))).toBe(true);
      expect(times.some((time) => /^\d\d[-/]/.test(time))).toBe(true);
      expect(times.some((time) => /[０-９]/.test(time))).toBe(true);
      expect(times).toContain('');
      expect(complaints.some((row) => company.profile.unknown_channels.includes(row['channel'] ?? ''))).toBe(true);
      const numbers = complaints.map((row) => row['complaint_id']);
      expect(numbers).toContain(null);
      expect(numbers.some((number, i) => number !== null && number === numbers[i - 1])).toBe(true);
    });
  });
}
