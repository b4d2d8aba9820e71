import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {overdispersion, standardisedProportions} from '../../src/statistics/overdispersion.ts';
import {proportionChart} from '../../src/statistics/proportionChart.ts';
import {runsTest} from '../../src/statistics/runsTest.ts';
import {findSignals} from '../../src/statistics/signalRules.ts';
import {expectNear} from './expectNear.ts';
import {JUICE_CANS} from './series/juiceCans.ts';

// D. C. Montgomery, Introduction to Statistical Quality Control, example 7.1, as in qicharts2, tests/testthat/ex_7.1_5.rds.
describe('proportionChart of nonconforming cans', () => {
  const shares = (counts: readonly number[]) => counts.map((count) => count / 50);
  const sizes = (counts: readonly number[]) => counts.map(() => 50);

  it('of the first 30 samples without two that have a cause', () => {
    const counts = JUICE_CANS.slice(0, 30);
    const excluded = counts.map((_, i) => i === 14 || i === 22);
    const chart = proportionChart(counts, sizes(counts), {excluded});
    expectNear([chart.centre, chart.upper[0]!, chart.lower[29]!], [0.215, 0.38929716004571, 0.0407028399542896], 1e-9);
    const kept = shares(counts).filter((_, i) => !excluded[i]);
    expect(runsTest(kept, chart.centre)).toMatchObject({
      useful: 28,
      longestRun: 5,
      longestRunLimit: 8,
      crossings: 13,
      crossingsLimit: 9,
      isSignal: false
    });
    const {points} = findSignals(shares(counts), chart);
    expect(points.flatMap((names, i) => (names.includes('outside_limits') ? [i + 1] : []))).toEqual([15, 21, 23]);
  });

  it('of all samples after the machine was adjusted', () => {
    const counts = JUICE_CANS.slice(30);
    const chart = proportionChart(counts, sizes(counts));
    expectNear([chart.centre, chart.upper[0]!, chart.lower[0]!], [0.1096875, 0.2422699551812, 0], 1e-9);
    expect(runsTest(shares(counts), chart.centre)).toMatchObject({
      useful: 64,
      longestRun: 7,
      longestRunLimit: 9,
      crossings: 30,
      crossingsLimit: 25,
      isSignal: false
    });
    expect(findSignals(shares(counts), chart)).toEqual({points: counts.map(() => []), series: []});
  });
});

// M. A. Mohammed et al. (2013), BMJ Quality and Safety 22, 362–368: emergency patients seen within four hours, by week; limits
// by qicharts2 (data nhs_accidents, R/helper.functions.R qic.pp and qic.p).
describe('proportionChart of four-hour waits', () => {
  const seen = [
    266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320, 267923, 271478, 255353, 256820,
    261835, 259144, 255910, 260863, 264465, 260989
  ];
  const all = [
    280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529, 279618, 283932, 266629, 268091,
    276803, 271578, 266005, 273520, 278574, 273772
  ];
  const outside = (chart: ReturnType<typeof proportionChart>) =>
    findSignals(
      seen.map((count, i) => count / all[i]!),
      chart
    ).points.filter((names) => names.includes('outside_limits')).length;

  it('is far too narrow without widening', () => {
    const chart = proportionChart(seen, all);
    expect(chart.centre).toBeCloseTo(0.952899711344191, 12);
    expectNear(
      chart.upper,
      [
        0.954099858042367, 0.95410767968266, 0.95407651109201, 0.954067588334943, 0.954095813090097, 0.954109724887728,
        0.954092598006534, 0.954069374872333, 0.954091337225094, 0.954095419304764, 0.954101627227067,
        0.954092461456108, 0.954130555151239, 0.954127194438486, 0.954107723321873, 0.954119288677018,
        0.954131997974943, 0.954114951447323, 0.954103877305573, 0.954114392020117
      ],
      1e-9
    );
    expectNear(
      chart.lower,
      [
        0.951699564646015, 0.951691743005722, 0.951722911596372, 0.95173183435344, 0.951703609598285, 0.951689697800654,
        0.951706824681848, 0.95173004781605, 0.951708085463288, 0.951704003383619, 0.951697795461315, 0.951706961232274,
        0.951668867537143, 0.951672228249896, 0.951691699366509, 0.951680134011364, 0.95166742471344, 0.951684471241059,
        0.95169554538281, 0.951685030668265
      ],
      1e-9
    );
    expect(outside(chart)).toBe(16);
    expect(overdispersion(standardisedProportions(seen, all)).p).toBeLessThan(1e-12);
  });

  it('has no signal with the limits of Laney', () => {
    const chart = proportionChart(seen, all, {isWidened: true});
    expect(chart.dispersion).toBeCloseTo(10.6404218634965, 9);
    expectNear(
      chart.upper,
      [
        0.965669778510868, 0.965753004063246, 0.965421357109842, 0.965326415210459, 0.965626738512293,
        0.965774765907971, 0.965592528666857, 0.965345424721964, 0.96557911342046, 0.965622548470224, 0.965688603382429,
        0.965591075712717, 0.965996408699257, 0.965960649297802, 0.965753468402887, 0.965876528660626,
        0.966011760952133, 0.965830378706951, 0.965712545166953, 0.965824426165478
      ],
      1e-9
    );
    expectNear(
      chart.lower,
      [
        0.940129644177514, 0.940046418625136, 0.94037806557854, 0.940473007477924, 0.94017268417609, 0.940024656780411,
        0.940206894021525, 0.940453997966418, 0.940220309267922, 0.940176874218159, 0.940110819305953,
        0.940208346975665, 0.939803013989125, 0.93983877339058, 0.940045954285496, 0.939922894027757, 0.939787661736249,
        0.939969043981431, 0.940086877521429, 0.939974996522904
      ],
      1e-9
    );
    expect(outside(chart)).toBe(0);
  });
});

describe('proportionChart', () => {
  it('never narrows the limits', () => {
    const even = [
      [50, 50, 50, 50],
      [100, 100, 100, 100]
    ] as const;
    expect(proportionChart(...even, {isWidened: true})).toEqual(proportionChart(...even));
  });

  it('says nothing of a point without cases, and can’t be drawn of nothing', () => {
    const chart = proportionChart([1, 0, 3], [4, 0, 4], {isWidened: true});
    expect([chart.centre, chart.lower[1], chart.upper[1]]).toEqual([0.5, 0, 1]);
    expect(findSignals([1 / 4, 0 / 0, 3 / 4], chart)).toEqual({points: [[], [], []], series: []});
    expect(() => proportionChart([0], [0])).toThrow(RangeError);
    expect(() => proportionChart([], [])).toThrow(RangeError);
  });

  it('has no width where none or all have the property', () => {
    expect(proportionChart([0, 0], [5, 9], {isWidened: true})).toEqual({
      centre: 0,
      lower: [0, 0],
      upper: [0, 0],
      dispersion: 1
    });
    expect(proportionChart([5, 9], [5, 9], {isWidened: true})).toEqual({
      centre: 1,
      lower: [1, 1],
      upper: [1, 1],
      dispersion: 1
    });
  });

  it('has limits about the centre within 0 and 1, wider with fewer cases and when widened', () => {
    const point = fc.tuple(fc.nat(50), fc.integer({min: 50, max: 500}));
    fc.assert(
      fc.property(fc.array(point, {minLength: 2, maxLength: 24}), (points) => {
        const counts = points.map(([count]) => count);
        const totals = points.map(([, total]) => total);
        const [plain, widened] = [false, true].map((isWidened) => proportionChart(counts, totals, {isWidened}));
        totals.forEach((total, i) => {
          expect(plain!.lower[i]).toBeGreaterThanOrEqual(0);
          expect(plain!.lower[i]).toBeLessThanOrEqual(plain!.centre);
          expect(plain!.upper[i]).toBeGreaterThanOrEqual(plain!.centre);
          expect(plain!.upper[i]).toBeLessThanOrEqual(1);
          expect(widened!.upper[i]).toBeGreaterThanOrEqual(plain!.upper[i]!);
          const least = totals.indexOf(Math.min(...totals));
          if (total > totals[least]!) expect(plain!.upper[i]).toBeLessThanOrEqual(plain!.upper[least]!);
        });
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
