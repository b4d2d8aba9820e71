import {describe, expect, it} from 'vitest';
import {trends} from '../../src/methods/trends.ts';
import {months, poissonDraws} from './monthly.ts';

const OPTIONS = {
  baseline: 12,
  recent: [1, 3],
  window: 36,
  season_from: 24,
  looked_at: 1,
  least_cases: 5,
  look: 0.1,
  act: 0.05,
  change_point: 0.05
};

/** Months of causes that bring six cases each, as chance has it. */
function causes(seed: number, members = 20, count = 36) {
  const draw = poissonDraws(seed);
  return Array.from({length: members}, (_, i) =>
    months(count).map((period_start) => ({
      dimension: 'cause',
      member: `cause ${String(i)}`,
      period_start,
      count: draw(6),
      exposure: 30
    }))
  );
}

const found = (rows: readonly object[], options: object = {}) => trends.run(rows, {...OPTIONS, ...options});

describe('trends', () => {
  it('finds an outbreak in its first month and tells when it began', () => {
    const all = causes(1);
    all[3]!.slice(-2).forEach((month) => (month.count += 20));
    const rows = found(all.flat(), {looked_at: 2});
    const acting = rows.filter(({verdict}) => verdict === 'act');
    expect(acting.map(({member, period_start, direction}) => [member, period_start, direction])).toEqual([
      ['cause 3', '2026-09-01', 'rising'],
      ['cause 3', '2026-10-01', 'rising']
    ]);
    expect(acting.at(-1)).toMatchObject({change_point: '2026-09-01', causes: 20, tests: 60});
    expect(Number(acting.at(-1)!['low'])).toBeGreaterThan(1.5);
  });

  it('finds a slow rise that no single month shows', () => {
    const all = causes(2);
    const draw = poissonDraws(3);
    all[5]!.forEach((month, i) => (month.count = draw(4 * 1.5 ** (i / 12))));
    const rising = found(all.flat()).find(({member}) => member === 'cause 5')!;
    expect(rising).toMatchObject({verdict: 'act', direction: 'rising'});
    expect(Number(rising['trend_low'])).toBeLessThan(1.5);
    expect(Number(rising['trend_high'])).toBeGreaterThan(1.5);
  });

  it('lets at most one run in ten act where nothing is', () => {
    let alarms = 0;
    for (let seed = 0; seed < 200; seed++) {
      if (found(causes(1000 + seed, 9).flat()).some(({verdict}) => verdict === 'act')) alarms++;
    }
    expect(alarms).toBeLessThanOrEqual(20);
  });

  it('allows for what all causes vary more than chance', () => {
    const all = causes(4);
    // Storms: every month brings all causes three times as much, or a third.
    all.forEach((series, i) => {
      series.forEach((month, j) => (month.count *= (i + j) % 2 === 0 ? 3 : 1));
    });
    const rows = found(all.flat());
    expect(Number(rows[0]!['dispersion'])).toBeGreaterThan(3);
    expect(rows.filter(({verdict}) => verdict === 'act')).toEqual([]);
  });

  it('takes a new word for an old one as a change of the list', () => {
    const all = causes(5);
    const renamed = all[0]!.map((month, i) => ({...month, member: 'new word', count: i < 26 ? 0 : month.count}));
    const old = all[0]!.map((month, i) => (i < 26 ? month : {...month, count: 0}));
    const rows = found([...all.slice(1), old, renamed].flat());
    const verdicts = new Map(rows.map(({member, verdict}) => [member, verdict]));
    expect([verdicts.get('cause 0'), verdicts.get('new word')]).toEqual(['list_changed', 'list_changed']);
  });

  it('tests no complaints without a cause, nor causes with too few', () => {
    const all = causes(8, 3);
    all[0]!.forEach((month) => (month.member = ''));
    all[1]!.forEach((month, i) => (month.count = i % 12 === 0 ? 1 : 0));
    const rows = found(all.flat());
    expect(rows.map(({member, verdict}) => [member, verdict])).toEqual([
      ['cause 1', 'too_few'],
      ['cause 2', 'none']
    ]);
  });

  it('says nothing before there is a year to compare with', () => {
    expect(found(causes(7, 3, 12).flat())).toEqual([]);
    expect(found([])).toEqual([]);
  });
});
