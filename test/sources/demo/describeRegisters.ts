import {describe, expect, it} from 'vitest';
import {DAY} from '../../../sources/demo/process/localTime.ts';
import {countBy, NOW, type Row, type World} from './world.ts';

/** The registers beside complaints agree with each other and with the complaints. */
export function describeRegisters({company, tablesAt}: World): void {
  const {measures, nonconformances, profile, service_orders, surveys, violations} = company;
  const registers = [measures, nonconformances, profile.sheet_numbers, service_orders, surveys?.periodic, violations];
  if (registers.every((register) => register === undefined)) return;
  describe('its other registers', () => {
    const tables = tablesAt(NOW);
    const rowsOf = (kind: string) => tables.get(kind) ?? [];
    const valuesOf = (kind: string, field: string) => new Set(rowsOf(kind).map((row) => row[field] ?? ''));
    /** Rows whose times do not come one after the other. */
    const disordered = (kind: string, fields: readonly string[]) =>
      rowsOf(kind).filter((row) => {
        const times = fields.flatMap((field) => row[field] ?? []).filter(isWellWritten);
        return times.some((time, i) => i > 0 && time < (times[i - 1] ?? ''));
      });

    if (profile.sheet_numbers)
      it('numbers sheets in yearly series, with a few left out or used twice', () => {
        const numbers = rowsOf('complaint').flatMap((row) => row['sheet_number'] ?? []);
        const counts = new Map<string, number>();
        for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
        const series = new Set(numbers.map((number) => number.slice(0, 7)));
        expect([...series].sort()).toEqual(
          ['PZ', 'XS'].flatMap((mark) => [2023, 2024, 2025, 2026].map((year) => `${mark}-${year}`))
        );
        const highest = Math.max(
          ...numbers.filter((number) => number.startsWith('PZ-2025')).map((n) => Number(n.slice(8)))
        );
        const expected = Array.from({length: highest}, (_, i) => `PZ-2025-${String(i + 1).padStart(4, '0')}`);
        const missing = expected.filter((number) => !counts.has(number));
        expect(missing.length).toBeGreaterThan(0);
        expect(missing.length).toBeLessThan(0.04 * highest);
        expect([...counts.values()].filter((count) => count > 1).length).toBeGreaterThan(5);
      });

    if (nonconformances)
      it('has a sheet only for quality complaints, most of them answered in time', () => {
        const category = new Map(rowsOf('complaint').map((row) => [row['complaint_id'], row['category']]));
        const sheets = rowsOf('nonconformance').filter((row) => category.has(row['complaint_id']));
        const known = company.nonconformances?.categories ?? [];
        expect(sheets.filter((row) => !known.includes(category.get(row['complaint_id']) ?? ''))).toEqual([]);
        expect(disordered('nonconformance', ['issued_at', 'answered_at', 'verified_at', 'closed_at'])).toEqual([]);
        const answered = sheets.filter((row) => row['answered_at'] !== null);
        const inTime = answered.filter((row) => (row['answered_at'] ?? '') <= (row['due_at'] ?? '')).length;
        expect(inTime / answered.length).toBeGreaterThan(0.8);
        expect(inTime / answered.length).toBeLessThan(0.97);
      });

    if (service_orders)
      it('brings a repaired vehicle back now and then, with the terminal that it got', () => {
        const orders = rowsOf('service_order').filter((row) => isWellWritten(row['requested_at'] ?? ''));
        expect(
          disordered('service_order', ['requested_at', 'arrived_at', 'completed_at', 'paid_at', 'handed_in_at'])
        ).toEqual([]);
        const repairs = orders.filter((row) => row['kind'] === 'repair' && row['completed_at'] !== null);
        const requests = new Map<string, Row[]>();
        for (const row of orders) {
          const vehicle = row['vehicle'] ?? '';
          requests.set(vehicle, [...(requests.get(vehicle) ?? []), row]);
        }
        const again = repairs.filter((row) =>
          requests.get(row['vehicle'] ?? '')?.some((other) => {
            const days = daysBetween(row['completed_at'], other['requested_at']);
            return days > 0 && days < 45;
          })
        );
        expect(again.length / repairs.length).toBeGreaterThan(0.06);
        expect(again.length / repairs.length).toBeLessThan(0.2);
      });

    if (service_orders)
      it('counts the orders of each month and service centre', () => {
        const counted = countBy(
          rowsOf('service_order').filter((row) => isWellWritten(row['requested_at'] ?? '')),
          (row) => `${row['requested_at']?.slice(0, 7)} ${row['department']}`
        );
        for (const row of rowsOf('exposure')) {
          const orders = counted.get(`${row['at']?.slice(0, 7)} ${row['department']}`) ?? 0;
          expect(Math.abs(Number(row['quantity']) - orders)).toBeLessThanOrEqual(5); // some times were spoiled or doubled
        }
      });

    if (surveys?.periodic)
      it('has an invitation for each answer to the survey among all customers', () => {
        const invitations = valuesOf('survey_invitation', 'invitation_id');
        const answers = rowsOf('survey_response').filter((row) => row['survey_id'] === company.surveys?.periodic?.name);
        const returned = answers.filter((row) => isWellWritten(row['answered_at'] ?? ''));
        expect(returned.length).toBeGreaterThan(500);
        expect(returned.filter((row) => !invitations.has(row['invitation_id'] ?? '') && isLate(row))).toEqual([]);
      });

    if (violations)
      it('lays violations at the door of people on the list of staff', () => {
        const staff = valuesOf('staff', 'staff');
        const violations = rowsOf('violation');
        expect(violations.length).toBeGreaterThan(30);
        expect(violations.filter((row) => !staff.has(row['staff'] ?? ''))).toEqual([]);
        expect(violations.some((row) => row['amount'] !== null)).toBe(true);
      });

    if (measures)
      it('gives measures an owner on the list of staff', () => {
        const staff = valuesOf('staff', 'staff');
        expect(rowsOf('improvement_measure').filter((row) => !staff.has(row['owner'] ?? ''))).toEqual([]);
        const steps = ['proposed_at', 'approved_at', 'completed_at', 'evaluated_at'];
        expect(disordered('improvement_measure', steps)).toEqual([]);
      });
  });
}

function isWellWritten(time: string): boolean {
  return /^\d{4}-(?!02-30)\d\d-([0-2]\d|3[01]) \d/.test(time);
}

/** Answers of the first month may follow an invitation from before the first file. */
function isLate(row: Row): boolean {
  return (row['answered_at'] ?? '') >= '2024-02';
}

function daysBetween(from: string | null | undefined, to: string | null | undefined): number {
  return (Date.parse(`${to?.replace(' ', 'T')}Z`) - Date.parse(`${from?.replace(' ', 'T')}Z`)) / DAY;
}
