import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {splitChange} from '../../src/statistics/splitChange.ts';
import {expectNear} from './expectNear.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('splitChange', () => {
  it('tells the shares of the groups from their mix', () => {
    const {change, within, mix} = splitChange([
      {before: {count: 5, total: 50}, after: {count: 8, total: 40}},
      {before: {count: 25, total: 50}, after: {count: 30, total: 60}}
    ])!;
    // ½(0.4 + 0.5) · (0.2 − 0.1) and ½(0.2 + 0.1) · (0.4 − 0.5); ½(0.5 + 0.5) · (0.6 − 0.5).
    expectNear([change, ...within, ...mix], [0.08, 0.045, 0, -0.015, 0.05], 1e-12);
  });

  it('is all mix where only the mix changed, as where every group gets better and the whole worse', () => {
    const {change, within, mix} = splitChange([
      {before: {count: 90, total: 100}, after: {count: 19, total: 20}},
      {before: {count: 5, total: 10}, after: {count: 50, total: 90}}
    ])!;
    expect(change).toBeLessThan(0);
    expect(within.every((part) => part > 0)).toBe(true);
    expect(total(mix)).toBeLessThan(change);
  });

  it('counts a group that comes or goes as mix', () => {
    const {change, within, mix} = splitChange([
      {before: {count: 5, total: 50}, after: {count: 5, total: 50}},
      {before: {count: 0, total: 0}, after: {count: 30, total: 50}},
      {before: {count: 10, total: 50}, after: {count: 0, total: 0}},
      {before: {count: 0, total: 0}, after: {count: 0, total: 0}}
    ])!;
    expectNear([change, ...within, ...mix], [0.2, 0, 0, 0, 0, 0, 0.3, -0.1, 0], 1e-12);
  });

  it('is not there where a period has nothing', () => {
    const nothing = {count: 0, total: 0};
    expect(splitChange([])).toBeUndefined();
    expect(splitChange([{before: nothing, after: {count: 1, total: 2}}])).toBeUndefined();
    expect(splitChange([{before: {count: 1, total: 2}, after: nothing}])).toBeUndefined();
  });

  it('adds up to the change, in any order, and turns its sign when the periods change places', () => {
    const share = fc.tuple(fc.nat(1_000_000), fc.nat(1_000_000)).map(([a, b]) => ({count: Math.min(a, b), total: b}));
    const group = fc.record({before: share, after: share});
    fc.assert(
      fc.property(fc.array(group, {minLength: 1, maxLength: 30}), (groups) => {
        const found = splitChange(groups);
        if (!found) return;
        expect(Math.abs(total(found.within) + total(found.mix) - found.change)).toBeLessThan(1e-12);
        const turned = splitChange(groups.map(({before, after}) => ({before: after, after: before})))!;
        expectNear(
          [turned.change, ...turned.within, ...turned.mix],
          [found.change, ...found.within, ...found.mix].map((part) => -part),
          1e-12
        );
        const reversed = splitChange([...groups].reverse())!;
        expectNear([...reversed.within].reverse(), found.within, 1e-12);
      }),
      {seed: 1, numRuns: 100}
    );
  });
});
