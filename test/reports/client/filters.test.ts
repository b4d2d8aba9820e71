import {assert, constantFrom, option, property, record} from 'fast-check';
import {expect, test} from 'vitest';
import {isFiltered, readFilters, writeFilters, type Filters} from '../../../reports/client/filters.ts';

const month = option(constantFrom('2025-01', '2025-12', '2026-07'), {nil: undefined});
const member = option(constantFrom('客服部', '', 'a&b=c'), {nil: undefined});

test('what is written into an address is read back; other parameters stay', () => {
  assert(
    property(record({from: month, department: member, category: member, channel: member}), (given) => {
      const filters = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Filters;
      const address = new URLSearchParams('figure=complaints&to=2024-01');
      writeFilters(filters, address);
      const read = new URLSearchParams(address.toString());
      expect(readFilters(read)).toEqual(filters);
      expect(read.get('figure')).toBe('complaints');
    }),
    {seed: 5}
  );
});

test('an address that somebody has changed by hand filters by what it can', () => {
  expect(readFilters(new URLSearchParams('from=2026-13&to=soon&department=客服部'))).toEqual({department: '客服部'});
  expect(readFilters(new URLSearchParams('from=2026-05&to=2026-02'))).toEqual({from: '2026-02', to: '2026-05'});
  expect(isFiltered(readFilters(new URLSearchParams('figure=complaints')))).toBe(false);
});
