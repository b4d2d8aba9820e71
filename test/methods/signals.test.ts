import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {signals} from '../../src/methods/signals.ts';
import {months} from './monthly.ts';

const OPTIONS = {window: {month: 36}, provisional_from: 12, firm_from: 20, widen_below: 0.05, rules: 'anhoej'};

interface Given {
  readonly family?: string;
  readonly better?: string;
  readonly target?: number;
  readonly unfinished?: boolean;
}

/** A series of shares of 200, or of counts over 30 days. */
function series(
  numbers: readonly number[],
  {family = 'proportion', better = 'higher', target, unfinished}: Given = {}
) {
  const exposure = family === 'proportion' ? 200 : 30;
  return months(numbers.length).map((period_start, i) => ({
    kpi: 'figure',
    grain: 'month',
    dimension: 'all',
    member: 'all',
    period_start,
    family,
    numerator: numbers[i]!,
    denominator: exposure,
    value: family === 'proportion' ? numbers[i]! / exposure : numbers[i]!,
    better,
    target: target ?? null,
    rebased_on: null,
    is_over: !(unfinished === true && i === numbers.length - 1)
  }));
}

const STEADY = [
  181, 184, 178, 182, 186, 179, 183, 177, 185, 180, 182, 178, 184, 181, 179, 183, 180, 186, 178, 182, 181, 179
];

describe('signals', () => {
  it('calls noise noise', () => {
    const rows = signals.run(series(STEADY), OPTIONS);
    expect(rows.every(({verdict}) => verdict === 'ordinary')).toBe(true);
    expect(rows[0]).toMatchObject({chart: 'p', limits: 'firm', points: 22, rules: '', series_rules: '', since: null});
  });

  it('names the rule, the direction and the month since which a figure left its limits', () => {
    const rows = signals.run(series([...STEADY, 150, 148]), OPTIONS);
    const last = rows.at(-1)!;
    expect(last).toMatchObject({rules: 'outside_limits', side: 'below', verdict: 'worse', since: '2026-09-01'});
    expect(last['value']).toBeLessThan(last['lower'] as number);
    expect(signals.run(series([...STEADY, 150, 148], {better: 'lower'}), OPTIONS).at(-1)!['verdict']).toBe('better');
  });

  it('finds a shift that stays within the limits by its run, from its beginning on', () => {
    const shifted = [...STEADY.slice(0, 14), ...STEADY.slice(0, 9).map((count) => count + 8)];
    const last = signals.run(series(shifted), OPTIONS).at(-1)!;
    expect(last).toMatchObject({rules: 'long_run', since: '2026-02-01', side: 'above', verdict: 'better'});
  });

  it('does not judge an unfinished month, nor too few', () => {
    const rows = signals.run(series([...STEADY, 20], {unfinished: true}), OPTIONS);
    expect(rows.at(-1)).toMatchObject({verdict: 'unfinished', limits: 'none', centre: null});
    expect(rows.at(-2)).toMatchObject({verdict: 'ordinary', points: 22});
    expect(signals.run(series(STEADY.slice(0, 11)), OPTIONS)[0]).toMatchObject({verdict: 'too_few', limits: 'none'});
    expect(signals.run(series(STEADY.slice(0, 12)), OPTIONS)[0]).toMatchObject({limits: 'provisional'});
  });

  it('widens the limits where the spread is more than chance', () => {
    const wild = STEADY.map((count, i) => count - (i % 3) * 18);
    expect(signals.run(series(wild), OPTIONS)[0]).toMatchObject({chart: 'p_prime'});
    expect(Number(signals.run(series(wild), OPTIONS)[0]!['dispersion'])).toBeGreaterThan(1);
  });

  it('compares a count per day of its month, and draws it as a count', () => {
    const counts = Array.from({length: 24}, (_, i) => (i % 2 === 0 ? 62 : 58));
    const given = series(counts, {family: 'count', better: 'neither'}).map((row, i) =>
      i === 5 ? {...row, denominator: 15} : row
    );
    const rows = signals.run(given, OPTIONS);
    expect(rows[0]!['centre']).toBeCloseTo(2 * Number(rows[5]!['centre']), 10);
    expect(rows[5]).toMatchObject({verdict: 'changed', side: 'above'});
  });

  it.each([
    [0.7, 'met'],
    [0.9, 'unsure'],
    [0.995, 'missed']
  ])('of a target of %d says that it is %s', (target, assurance) => {
    expect(signals.run(series(STEADY, {target}), OPTIONS).at(-1)!['assurance']).toBe(assurance);
  });

  it('begins anew where a change of the work is recorded, and nowhere else', () => {
    const moved = [...STEADY.slice(0, 14), ...STEADY.slice(0, 14).map((count) => count - 30)];
    const given = series(moved);
    expect(signals.run(given, OPTIONS).at(-1)!['verdict']).toBe('worse');
    const recorded = given.map((row, i) => ({...row, rebased_on: i < 14 ? null : given[14]!.period_start}));
    const rows = signals.run(recorded, OPTIONS);
    expect(rows.map(({verdict}) => verdict)).toEqual(given.map(() => 'ordinary'));
    expect(rows[0]!['centre']).toBeGreaterThan(rows[27]!['centre'] as number);
    expect(rows[27]).toMatchObject({points: 14, limits: 'provisional', rebased_on: given[14]!.period_start});
    expect(signals.run(recorded.slice(0, 20), OPTIONS).at(-1)!['verdict']).toBe('too_few');
  });

  it('does not depend on the order of its rows', () => {
    const rows = series([...STEADY, 150]);
    const ordered = JSON.stringify(signals.run(rows, OPTIONS));
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, {minLength: rows.length}), (shuffled) => {
        expect(JSON.stringify(signals.run(shuffled, OPTIONS))).toBe(ordered);
      }),
      {numRuns: 5, seed: 1}
    );
  });
});
