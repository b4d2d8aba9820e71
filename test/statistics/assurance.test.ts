import {describe, expect, it} from 'vitest';
import {assurance} from '../../src/statistics/assurance.ts';

describe('assurance', () => {
  const limits = {lower: 0.84, upper: 0.93};

  it.each([
    [0.8, 'higher', 'met'],
    [0.84, 'higher', 'met'],
    [0.9, 'higher', 'unsure'],
    [0.93, 'higher', 'unsure'],
    [0.95, 'higher', 'missed'],
    [0.95, 'lower', 'met'],
    [0.93, 'lower', 'met'],
    [0.9, 'lower', 'unsure'],
    [0.8, 'lower', 'missed']
  ] as const)('of the target %f where %s is better is %s', (target, better, verdict) => {
    expect(assurance(target, limits, better)).toBe(verdict);
  });

  it('is met by a process that is always at its target', () => {
    expect(assurance(1, {lower: 1, upper: 1}, 'higher')).toBe('met');
  });
});
