import {describe, expect, it} from 'vitest';
import {DAY} from '../../../sources/demo/process/localTime.ts';
import {springFestival} from '../../../sources/demo/process/springFestival.ts';
import {type CompanyName, countBy, monthOfNumber, NOW, type World} from './world.ts';

const CASES: Record<CompanyName, readonly [number, number]> = {
  'service-industry': [4700, 6300],
  'real-estate': [2500, 3500],
  'feedback-resolution': [2500, 3500],
  'gps-service': [1700, 2400],
  'craft-export': [1700, 2400]
};

/** How much there is of everything. */
export function describeVolume({name, company, filesAt, tablesAt}: World): void {
  describe('its volume', () => {
    const tables = tablesAt(NOW);
    const complaints = tables.get('complaint') ?? [];
    const events = tables.get('complaint_event') ?? [];

    it('covers 36 months and the one of the clock', () => {
      const registers = [...company.registers.values()];
      const monthly = registers.filter(({file}) => file.includes('*')).length;
      expect(filesAt(NOW)).toHaveLength(monthly * 37 + registers.length - monthly);
    });

    it('has as many cases as a company of its size, each with several steps', () => {
      const [least, most] = CASES[name];
      expect(complaints.length).toBeGreaterThan(least);
      expect(complaints.length).toBeLessThan(most);
      expect(events.length / complaints.length).toBeGreaterThan(6);
    });

    it('tells of every step for which it has a word', () => {
      const told = countBy(events, (row) => row['event'] ?? null);
      for (const event of [
        'registered',
        'dispatched',
        'responded',
        'contacted',
        'resolved',
        'informed',
        'called_back'
      ]) {
        expect([event, (told.get(event) ?? 0) > 0.5 * complaints.length]).toEqual([event, true]);
      }
      for (const event of [
        'transferred',
        'escalated',
        'extension_requested',
        'extension_approved',
        'reopened',
        'invalidated'
      ]) {
        expect([event, (told.get(event) ?? 0) >= 20]).toEqual([event, true]);
      }
    });

    it('rests at Spring Festival', () => {
      const on = countBy(complaints, (row) => row['received_at']?.slice(0, 10) ?? null);
      const atRest = [2024, 2025, 2026].flatMap((year) =>
        [0, 1, 2, 3, 4].map((day) => on.get(new Date(springFestival(year) + day * DAY).toISOString().slice(0, 10)) ?? 0)
      );
      const mean = atRest.reduce((sum, count) => sum + count, 0) / atRest.length;
      expect(mean).toBeLessThan(0.6 * (complaints.length / 1117));
    });

    if (name === 'service-industry')
      it.each([2024, 2025, 2026])('peaks in the summer of %i', (year) => {
        const perMonth = countBy(complaints, (row) => monthOfNumber(company, row));
        const month = (number: string) => perMonth.get(`${year}-${number}`) ?? 0;
        expect(month('07') + month('08')).toBeGreaterThan(1.2 * (month('02') + month('03')));
      });

    it('has customers who come back within a month for the same reason', () => {
      const last = new Map<string, number>();
      let returns = 0;
      for (const row of complaints) {
        const key = `${row['customer_id']} ${row['category']}`;
        const day = Date.parse(`${row['received_at']?.slice(0, 10)}T00:00:00Z`);
        if (row['customer_id'] === '-' || Number.isNaN(day)) continue;
        if (day - (last.get(key) ?? -Infinity) <= 30 * DAY && day !== last.get(key)) returns++;
        last.set(key, day);
      }
      expect(returns / complaints.length).toBeGreaterThan(0.02);
      expect(returns / complaints.length).toBeLessThan(0.13);
    });

    it('tells each case in its own words', () => {
      const texts = countBy(complaints, (row) => row['description'] ?? null);
      expect(texts.size).toBeGreaterThan(0.75 * complaints.length);
      expect([...texts.keys()].filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
    });

    it('names nobody in a case who is not on the list of staff', () => {
      const staff = new Set((tables.get('staff') ?? []).map((row) => row['staff'] ?? ''));
      const named = new Set(complaints.flatMap((row) => [row['handler'] ?? '', row['first_receiver'] ?? '']));
      expect([...named].filter((person) => person !== '' && !staff.has(person))).toEqual([]);
      expect((tables.get('staff') ?? []).filter((row) => row['until_at'] !== null).length).toBeGreaterThan(0);
      const departments = new Set((tables.get('department') ?? []).map((row) => row['department'] ?? ''));
      expect(complaints.filter((row) => !departments.has(row['department'] ?? ''))).toEqual([]);
    });
  });
}
