import {describe, expect, it} from 'vitest';
import {luhnCheck} from '../../../sources/demo/process/bankCard.ts';
import {identityCardCheck} from '../../../sources/demo/process/identityCard.ts';
import {NOW, type World} from './world.ts';

/** Personal data stands where people write it, and must be redacted. */
export function describePersonalData({company, tablesAt}: World): void {
  describe('its texts', () => {
    const tables = tablesAt(NOW);
    const complaints = tables.get('complaint') ?? [];
    const told = complaints.map((row) => row['description'] ?? '').join('\n');
    const isAbroad = company.people.customer_phone !== undefined;

    if (!isAbroad)
      it('has ID and bank card numbers with the right check digits, plates and mobile numbers', () => {
        const cards = told.match(/(?<!\d)\d{17}[\dX](?!\d)/g) ?? [];
        expect(cards.length).toBeGreaterThan(40);
        expect(cards.filter((number) => identityCardCheck(number.slice(0, 17)) !== number.slice(17))).toEqual([]);
        expect(cards.some((number) => number.endsWith('X'))).toBe(true);
        const bank = told.match(/(?<!\d)\d{19}(?!\d)/g) ?? [];
        expect(bank.length).toBeGreaterThan(25);
        expect(bank.filter((number) => luhnCheck(number.slice(0, 18)) !== number.slice(18))).toEqual([]);
        expect(told.match(/[\u4e00-\u9fff][A-Z]·?[A-Z]\d{4,5}/g)?.length).toBeGreaterThan(40);
        expect(told.match(/1\d{2}[- ]\d{4}[- ]\d{4}/g)?.length).toBeGreaterThan(40);
      });

    it('names the customer, the phone number, e-mail and address', () => {
      const holding = (field: string) =>
        complaints.filter((row) => row[field] && row['description']?.includes(row[field] ?? '')).length;
      for (const field of ['customer_name', 'customer_phone', 'customer_address'])
        expect(holding(field)).toBeGreaterThan(80);
      expect(told.match(/[\w]+@[\w.]+/g)?.length).toBeGreaterThan(60);
    });

    it('keeps customers out of notes and comments, where no name stands beside them', () => {
      const remarks = [
        ...(tables.get('complaint_event') ?? []).map((row) => row['note']),
        ...(tables.get('survey_response') ?? []).map((row) => row['comment'])
      ].filter(Boolean);
      expect(remarks.length).toBeGreaterThan(4000);
      expect(remarks.filter((text) => /[{}]/.test(text ?? ''))).toEqual([]);
      expect(remarks.some((text) => /1\d{10}/.test(text ?? ''))).toBe(true);
    });

    it('knows nothing about a customer who did not say a name', () => {
      const {name: nobody, number, phone} = company.profile.customers.anonymous;
      const anonymous = complaints.filter((row) => row['customer_name'] === nobody && row['complaint_id'] !== null);
      expect(anonymous.length).toBeGreaterThan(20);
      for (const row of anonymous) {
        const known = [row['customer_id'], row['customer_phone'], row['customer_email'], row['customer_address']];
        expect(known).toEqual([number, phone, null, null]);
      }
    });
  });
}
