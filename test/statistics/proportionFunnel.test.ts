import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {proportionFunnel} from '../../src/statistics/proportionFunnel.ts';
import {winsorise} from '../../src/statistics/winsorise.ts';
import {expectNear} from './expectNear.ts';

// R package FunnelPlotR, dev/workingout_binom.R, by its own functions.
describe('proportionFunnel of over-dispersed units', () => {
  const counts = [12, 30, 26, 50, 42, 71, 4, 29, 48, 36];
  const totals = [82, 98, 100, 125, 162, 151, 12, 100, 82, 99];
  const units = counts.map((count, i) => ({count, total: totals[i]!}));
  const sizes = [12, 82, 82, 98, 99, 100, 100, 125, 151, 162];
  const funnel = proportionFunnel(units, {trim: 0.1})!;
  /** FunnelPlotR rounds the quantiles of the normal distribution to 1.959964 and 3.090232. */
  const limits = (z: number) => sizes.map((size) => funnel.limits(size, 2 * normalCdf(z, 0, 1) - 1));

  it('has the target, φ and τ²', () => {
    expectNear(
      [funnel.target, funnel.phi, funnel.tauSquared],
      [0.344213649851632, 4.00905291702055, 0.00868825971002332],
      1e-9
    );
    expect(funnel.isOverdispersed).toBe(true);
  });

  it('has the limits', () => {
    expectNear(
      limits(1.959964).map(({low}) => low),
      [
        0.08188723836735, 0.162293963893268, 0.162293963893268, 0.165664244152215, 0.165841493479651, 0.166015469299151,
        0.166015469299151, 0.169516870426071, 0.171993653946566, 0.172814221348723
      ],
      1e-9
    );
    expectNear(
      limits(1.959964).map(({high}) => high),
      [
        0.674577140804983, 0.553809587628152, 0.553809587628152, 0.549282523277586, 0.549045349294465,
        0.548812643430825, 0.548812643430825, 0.544147595986061, 0.540868484027339, 0.539785843017487
      ],
      1e-9
    );
    expectNear(
      limits(3.090232).map(({low}) => low),
      [
        0.00919064991108147, 0.0829706175587042, 0.0829706175587042, 0.0869722452807642, 0.0871841404869845,
        0.0873922607233585, 0.0873922607233585, 0.0916096183443572, 0.0946252817308382, 0.0956301763261012
      ],
      1e-9
    );
    expectNear(
      limits(3.090232).map(({high}) => high),
      [
        0.839011747378479, 0.672730083539392, 0.672730083539392, 0.665978343512606, 0.665623836798722,
        0.665275933909211, 0.665275933909211, 0.658286111482254, 0.653355650614436, 0.65172473919564
      ],
      1e-9
    );
    expectNear(
      sizes.map((size) => funnel.limits(size, 0.998).high),
      [
        0.839011747378479, 0.672730083539392, 0.672730083539392, 0.665978343512606, 0.665623836798722,
        0.665275933909211, 0.665275933909211, 0.658286111482254, 0.653355650614436, 0.65172473919564
      ],
      1e-7
    );
  });

  it('has the residuals, widened and winsorised', () => {
    const scale = [
      0.0552157630374233, 0.0505076272276105, 0.05, 0.0447213595499958, 0.0392837100659193, 0.040689422938558,
      0.144337567297406, 0.05, 0.0552157630374233, 0.0502518907629606
    ];
    const angles = [
      0.392550360690547, 0.586300713144127, 0.535070807195154, 0.684719203002283, 0.534226044567914, 0.75557916588001,
      0.615479708670387, 0.568675503362505, 0.871184279438678, 0.647284848015653
    ];
    const residuals = [
      -4.24559861722561, -0.805296486486441, -1.83807041392268, 1.2912146610042, -2.36098584292928, 3.16064541350016,
      -0.0796370580170333, -1.16597649057566, 4.42283033165498, 0.404174247296873
    ];
    expectNear(
      angles.map((angle, i) => (angle - Math.asin(Math.sqrt(funnel.target))) / scale[i]!),
      residuals,
      1e-9
    );
    expectNear(
      winsorise(residuals, 0.1),
      [
        -2.54944712035891, -0.805296486486441, -1.83807041392268, 1.2912146610042, -2.36098584292928, 3.16064541350016,
        -0.0796370580170333, -1.16597649057566, 3.28686390531564, 0.404174247296873
      ],
      1e-9
    );
    const widened = residuals.map((z, i) => (z * scale[i]!) / Math.hypot(scale[i]!, Math.sqrt(funnel.tauSquared)));
    expectNear(funnel.z, widened, 1e-9);
  });
});

describe('proportionFunnel', () => {
  it('is not widened where units vary as chance makes them', () => {
    const funnel = proportionFunnel([10, 12, 9, 11, 10].map((count) => ({count, total: 40})))!;
    expect(funnel).toMatchObject({target: 0.26, tauSquared: 0, isOverdispersed: false});
    const {low, high} = funnel.limits(40, 0.95);
    const half = 1.959963984540054 / (2 * Math.sqrt(40));
    expectNear(
      [low, high],
      [-half, half].map((step) => Math.sin(Math.asin(Math.sqrt(0.26)) + step) ** 2),
      1e-12
    );
  });

  it('passes over empty units, takes what is above its total as all, and is not there without cases', () => {
    const funnel = proportionFunnel([
      {count: 2, total: 4},
      {count: 0, total: 0},
      {count: 5, total: 4}
    ])!;
    expect(funnel.z[1]).toBe(0);
    expect(funnel.z.every(Number.isFinite)).toBe(true);
    expect(proportionFunnel([{count: 0, total: 0}])).toBeUndefined();
    expect(proportionFunnel([])).toBeUndefined();
  });

  it('holds at 0 and 1', () => {
    for (const share of [0, 1]) {
      const funnel = proportionFunnel([5, 50, 500].map((total) => ({count: share * total, total})))!;
      expect(funnel).toMatchObject({target: share, phi: 0, z: [0, 0, 0]});
      const {low, high} = funnel.limits(50, 0.95);
      expect(low).toBeLessThanOrEqual(share);
      expect(high).toBeGreaterThanOrEqual(share);
    }
  });

  it('contains its target, is wider for smaller units and more confidence, and is the same in any order', () => {
    const unit = fc.tuple(fc.nat(20), fc.integer({min: 20, max: 400})).map(([count, total]) => ({count, total}));
    fc.assert(
      fc.property(fc.array(unit, {minLength: 3, maxLength: 20}), (units) => {
        const funnel = proportionFunnel(units)!;
        const [small, large] = [10, 1000].map((total) => funnel.limits(total, 0.95));
        const far = funnel.limits(10, 0.998);
        expect(large!.low).toBeLessThanOrEqual(funnel.target + 1e-12);
        expect(large!.high).toBeGreaterThanOrEqual(funnel.target - 1e-12);
        expect(small!.low).toBeLessThanOrEqual(large!.low);
        expect(small!.high).toBeGreaterThanOrEqual(large!.high);
        expect(far.low).toBeLessThanOrEqual(small!.low);
        expect(far.high).toBeGreaterThanOrEqual(small!.high);
        const turned = proportionFunnel([...units].reverse())!;
        expectNear([...turned.z].reverse(), funnel.z, 1e-9);
      }),
      {seed: 1, numRuns: 50}
    );
  });
});

describe('winsorise', () => {
  it('draws the ends in', () => {
    expect(winsorise([0, 1, 2, 3, 100], 0.25)).toEqual([1, 1, 2, 3, 3]);
    expect(winsorise([5, 1], 0)).toEqual([5, 1]);
    expect(winsorise([7], 0.1)).toEqual([7]);
  });
});
