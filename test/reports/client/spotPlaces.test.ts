import fc from 'fast-check';
import {expect, test} from 'vitest';
import {heatTable} from '../../../reports/client/heatTable.ts';
import type {Spot} from '../../../reports/client/hotSpots.ts';
import {crossPlaces, singlePlaces} from '../../../reports/client/spotPlaces.ts';
import {allRows, exampleTable} from './exampleCases.ts';

test('hours and weekdays are those of the local time, from Monday on', () => {
  const times = ['2026-11-01T00:05:00Z', '2026-11-02T23:59:00Z', '2026-11-02T09:00:00Z'].map((time) =>
    Date.parse(time)
  );
  const cases = exampleTable({received_at: times}, {received_at: 'time'});
  const places = crossPlaces(cases, allRows(cases), 'weekday_hour', ['weekday', 'hour']);
  const seen = places.filter(({observed}) => observed > 0).map((place) => [place.first_member, place.second_member]);
  expect(seen).toEqual([
    ['1', '09'],
    ['1', '23'],
    ['7', '00']
  ]);
  expect(places).toHaveLength(6);
});

test('what is expected of pairs adds up to what was counted, by rows and by columns; cases without a member are left out', () => {
  const member = fc.constantFrom('甲', '乙', '丙', '');
  fc.assert(
    fc.property(fc.array(fc.tuple(member, member), {minLength: 1, maxLength: 80}), (pairs) => {
      const cases = exampleTable({
        product: pairs.map(([product]) => product),
        region: pairs.map(([, region]) => region)
      });
      const places = crossPlaces(cases, allRows(cases), 'product_region', ['product', 'region']);
      const known = pairs.filter((pair) => pair.every((name) => name !== ''));
      const sum = (pick: 'observed' | 'expected', name: string) =>
        places.filter(({first_member}) => first_member === name).reduce((total, place) => total + place[pick], 0);
      for (const name of ['甲', '乙', '丙']) {
        expect(sum('observed', name)).toBe(known.filter(([product]) => product === name).length);
        expect(sum('expected', name)).toBeCloseTo(sum('observed', name), 9);
      }
      expect(places.some((place) => place.first_member === '' || place.second_member === '')).toBe(false);
    }),
    {seed: 5, numRuns: 40}
  );
});

test('one dimension is expected to have its share of the time before', () => {
  const cases = exampleTable({region: ['东', '东', '西', '西', '东', '东', '东', '西']});
  const [now, before] = [Int32Array.of(0, 1, 2, 3), Int32Array.of(4, 5, 6, 7)];
  const places = singlePlaces(cases, {now, before}, 'region', 'region');
  expect(places.map(({first_member, observed, expected}) => [first_member, observed, expected])).toEqual([
    ['东', 2, 3],
    ['西', 2, 1]
  ]);
  expect(singlePlaces(cases, {now, before: Int32Array.of()}, 'region', 'region')).toEqual([]);
});

test('a heat table has every hour between the first and the last, and tells what stands out without colour', () => {
  const spot = (hour: string, observed: number, verdict: Spot['verdict']): Spot => ({
    first_member: '1',
    second_member: hour,
    observed,
    expected: 4,
    ratio: observed / 4,
    low: null,
    high: null,
    q: 0.01,
    tested: 2,
    verdict
  });
  const {text} = heatTable([spot('07', 12, 'act'), spot('10', 1, 'look'), spot('08', 4, 'none')], {
    label: '时段',
    corner: '时',
    first: () => '周一',
    second: (hour) => String(Number(hour)),
    tell: ({observed}) => `<${String(observed)}>`
  });
  expect(text.match(/<th scope="col">(\d+)<\/th>/g)).toHaveLength(4);
  expect(text).toContain('▲12');
  expect(text).toContain('▽1<');
  expect(text).toContain('title="&lt;12&gt;"');
});
