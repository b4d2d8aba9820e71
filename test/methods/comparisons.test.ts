import {describe, expect, it} from 'vitest';
import {comparisons} from '../../src/methods/comparisons.ts';
import {seededRandom} from '../../src/statistics/seededRandom.ts';

const OPTIONS = {trim: 0.1, look: 0.95, investigate: 0.998, least_units: 3, widest: 0.2, confidence: 0.95};

const unit = (member: string, count: number, total: number, expected: number | null = null) => ({
  kpi: 'on_time',
  grain: 'year',
  period_start: '2026-01-01',
  period_end: '2027-01-01',
  dimension: 'department',
  role: '',
  kind: 'ratio',
  member,
  better: 'higher',
  minimum: 10,
  count,
  total,
  reference: 0.9,
  expected: expected ?? total * 0.9
});

const PEERS = [unit('a', 181, 200), unit('b', 178, 200), unit('c', 184, 200), unit('d', 135, 150), unit('e', 272, 300)];

const verdicts = (units: readonly object[]) =>
  Object.fromEntries(comparisons.run(units, OPTIONS).map(({member, verdict}) => [member, verdict])) as Record<
    string,
    unknown
  >;

describe('comparisons', () => {
  it('tells the really worse unit apart, and nobody else', () => {
    expect(verdicts([...PEERS, unit('slow', 140, 200)])).toEqual({
      ...{a: 'as_expected', b: 'as_expected', c: 'as_expected', d: 'as_expected', e: 'as_expected'},
      slow: 'investigate'
    });
    const slow = comparisons.run([...PEERS, unit('slow', 140, 200)], OPTIONS).find(({member}) => member === 'slow')!;
    expect(slow['direction']).toBe('worse');
    expect(slow['adjusted'] as number).toBeLessThan(slow['low998'] as number);
    expect(slow['adjusted']).toBeCloseTo(0.7, 12);
  });

  it('does not punish a unit for the cases that it had', () => {
    const hard = comparisons
      .run([...PEERS, unit('hard', 150, 200, 149)], OPTIONS)
      .find(({member}) => member === 'hard')!;
    expect(hard).toMatchObject({value: 0.75, verdict: 'as_expected'});
    expect(hard['adjusted'] as number).toBeGreaterThan(0.85);
  });

  it('says of a tiny unit, and of one without peers, that they can’t be told apart', () => {
    expect(verdicts([...PEERS, unit('tiny', 0, 2)])['tiny']).toBe('cannot_tell');
    expect(verdicts([unit('alone', 50, 100), unit('other', 99, 100)])).toEqual({
      alone: 'cannot_tell',
      other: 'cannot_tell'
    });
    expect(verdicts([unit('x', 20, 20), unit('y', 30, 30), unit('z', 40, 40)])).toEqual({
      ...{x: 'cannot_tell', y: 'cannot_tell', z: 'cannot_tell'}
    });
  });

  it('says so too of a unit within limits so wide that they say nothing', () => {
    const units = [...PEERS, unit('small', 21, 24)];
    expect(verdicts(units)['small']).toBe('as_expected');
    const narrow = comparisons.run(units, {...OPTIONS, widest: 0.1});
    expect(narrow.find(({member}) => member === 'small')!['verdict']).toBe('cannot_tell');
    expect(narrow.find(({member}) => member === 'a')!['verdict']).toBe('as_expected');
  });

  it('does not let one that is far out widen the limits that are to show it', () => {
    const few = [unit('a', 54, 60), unit('b', 53, 60), unit('c', 55, 60), unit('far', 40, 60)];
    const far = comparisons.run(few, OPTIONS).find(({member}) => member === 'far')!;
    expect(far).toMatchObject({verdict: 'investigate'});
    expect(far['centre']).toBeCloseTo(0.9, 12);
  });

  it('investigates hardly anybody where all are alike', () => {
    const random = seededRandom(5);
    let investigated = 0;
    for (let run = 0; run < 500; run++) {
      const alike = Array.from({length: 8}, (_, i) => {
        const count = Array.from({length: 80}, () => random() < 0.85).filter(Boolean).length;
        return {...unit(`unit ${String(i)}`, count, 80, 68), reference: 0.85};
      });
      if (Object.values(verdicts(alike)).includes('investigate')) investigated++;
    }
    expect(investigated / 500).toBeLessThan(0.05);
  });

  it('draws small units towards their peers, where there are ten', () => {
    const many = Array.from({length: 12}, (_, i) => unit(`unit ${String(i)}`, 80 + (i % 5), 100));
    const rows = comparisons.run([...many, unit('small', 5, 12)], OPTIONS);
    const small = rows.find(({member}) => member === 'small')!;
    expect(small['shrunk'] as number).toBeGreaterThan(5 / 12);
    expect(small['shrunk'] as number).toBeLessThan(0.82);
    expect(comparisons.run(PEERS, OPTIONS).every(({shrunk}) => shrunk === null)).toBe(true);
  });

  it('calls a figure of which less is better the other way round', () => {
    const lower = [...PEERS, unit('often', 200, 200)].map((one) => ({
      ...one,
      better: 'lower',
      count: one.total - one.count,
      reference: 0.1,
      expected: one.total * 0.1
    }));
    const often = comparisons.run(lower, OPTIONS).find(({member}) => member === 'often')!;
    expect(often).toMatchObject({verdict: 'investigate', direction: 'better'});
  });
});
