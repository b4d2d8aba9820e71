import {describe, expect, it} from 'vitest';
import {NOW, type ReadFile, readFiles, registerOf, type World} from './world.ts';

const EARLIER = '2026-08-20T04:00:00Z';
const EARLIER_WALL_CLOCK = '2026-08-20 12:00:00';
/** Rows of these never change once their month is over; other registers show each record as it stands. */
const WRITTEN_ONCE = ['complaint_event', 'survey_response', 'exposure'];

/** What has been written stays written. */
export function describeHistory({company, filesAt, tablesAt}: World): void {
  describe('its history', () => {
    const earlier = textsOf(filesAt(EARLIER));
    const later = textsOf(filesAt(NOW));
    const tables = tablesAt(EARLIER);
    const monthly = (kinds: (kind: string) => boolean) =>
      [...earlier.keys()].filter(
        (file) => /\d{4}-\d\d/.test(file) && later.has(file) && kinds(registerOf(company, file)[0])
      );

    it('is the same, byte for byte, for the same clock', () => {
      expect(textsOf(readFiles(company, EARLIER))).toEqual(earlier);
    });

    it('keeps the steps and answers of a finished month, whatever the clock says later', () => {
      const finished = monthly((kind) => WRITTEN_ONCE.includes(kind));
      const kinds = WRITTEN_ONCE.filter((kind) => company.registers.has(kind));
      expect(finished).toHaveLength(kinds.length * 34);
      const changed = finished.filter((file) => later.get(file) !== earlier.get(file));
      expect(changed.filter((file) => !file.includes('2026-08'))).toEqual([]);
      expect(changed.length).toBeGreaterThanOrEqual(2);
    });

    it('keeps what was registered in a month once the last of it has come to its end', () => {
      const kept = monthly((kind) => !WRITTEN_ONCE.includes(kind));
      const changed = kept.filter((file) => later.get(file) !== earlier.get(file));
      expect(changed.some((file) => file.includes('2026-08'))).toBe(true);
      expect(changed.filter((file) => (/\d{4}-\d\d/.exec(file)?.[0] ?? '') < '2026-02')).toEqual([]);
    });

    it('never takes back a case, and never changes what was said on receipt', () => {
      const said = (rows: readonly (readonly (string | null)[])[], columns: readonly string[]) => {
        const places = ['complaint_id', 'sheet_number', 'received_at', 'description', 'customer_id'].map((field) =>
          columns.findIndex((column) => registerOf(company, 'complaints-2026-01.csv')[1].fieldOf(column) === field)
        );
        return new Map(rows.map((row) => [row[places[0] ?? 0], places.map((place) => row[place])]));
      };
      for (const file of monthly((kind) => kind === 'complaint')) {
        const [columns = [], ...rows] = JSON.parse(earlier.get(file) ?? '[]') as string[][];
        const [, ...rowsLater] = JSON.parse(later.get(file) ?? '[]') as string[][];
        const after = said(rowsLater, columns);
        for (const [number, what] of said(rows, columns)) {
          if (number !== null && number !== undefined) expect(after.get(number)).toEqual(what);
        }
      }
    });

    it('holds nothing later than its clock', () => {
      const promised = /_until$|^due_at$|^evaluation_due_at$|_date$/;
      const times = [...tables.values()].flatMap((rows) =>
        rows.flatMap((row) =>
          Object.entries(row).flatMap(([field, text]) =>
            text !== null && !promised.test(field) && /^\d{4}-(?!02-30)\d\d-([0-2]\d|3[01]) \d/.test(text) ? [text] : []
          )
        )
      );
      expect(times.length).toBeGreaterThan(15_000);
      expect(times.filter((time) => time > EARLIER_WALL_CLOCK)).toEqual([]);
      expect(times.some((time) => time.slice(0, 10) === EARLIER_WALL_CLOCK.slice(0, 10))).toBe(true);
    });

    it('says how a case ended only when it has', () => {
      const events = tables.get('complaint_event') ?? [];
      const resolved = new Set(events.filter((row) => row['event'] === 'resolved').map((row) => row['complaint_id']));
      const complaints = tables.get('complaint') ?? [];
      const ended = complaints.filter((row) => row['outcome'] !== null && row['complaint_id'] !== null);
      expect(ended.length).toBeGreaterThan(0.7 * complaints.length);
      expect(complaints.some((row) => row['outcome'] === null && row['received_at']?.startsWith('2026-08-'))).toBe(
        true
      );
      const lostSteps = events.filter((row) => row['complaint_id'] === null).length;
      expect(ended.filter((row) => !resolved.has(row['complaint_id'] ?? null)).length).toBeLessThanOrEqual(lostSteps);
    });

    it('passes a case to the department that settles it', () => {
      const events = tables.get('complaint_event') ?? [];
      const department = new Map(
        (tables.get('complaint') ?? []).map((row) => [row['complaint_id'], row['department']])
      );
      const known = events.filter((row) => row['complaint_id'] && department.has(row['complaint_id']));
      const settled = known.filter((row) => row['event'] === 'resolved');
      expect(settled.length).toBeGreaterThan(1000);
      expect(settled.filter((row) => row['department'] !== department.get(row['complaint_id']))).toEqual([]);
      const transferred = new Set(
        known.filter((row) => row['event'] === 'transferred').map((row) => row['complaint_id'])
      );
      const elsewhere = known
        .filter((row) => row['event'] === 'dispatched')
        .filter((row) => row['department'] !== department.get(row['complaint_id']));
      expect(elsewhere.length).toBeGreaterThan(50);
      expect(elsewhere.filter((row) => !transferred.has(row['complaint_id'])).length).toBeLessThan(10); // their transfer was spoiled
    });
  });
}

/** The text of each file, by its name. */
function textsOf(files: readonly ReadFile[]): Map<string, string> {
  return new Map(files.map((file) => [file.name, JSON.stringify([file.columns, ...file.rows])]));
}
