import fc from 'fast-check';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {SmallWorld} from './smallWorld.ts';

const SEED = 20260705;
const QUANTILES = [0.5, 0.25, 0.9];
const HEADER = `kind: duration\nunit: minutes\nquantiles: [${QUANTILES.join(', ')}]`;

interface Case {
  readonly group: string;
  readonly minutes: number;
  readonly isOpen: boolean;
}

let world: SmallWorld;
beforeAll(async () => {
  world = await SmallWorld.open();
});
afterAll(() => {
  world.close();
});

/** The quantiles of each group over the year, by the engine. */
async function quantilesOf(cases: readonly Case[]): Promise<Map<string, (number | null)[]>> {
  const values = cases
    .map(({group, minutes, isOpen}, i) => `('c${i}', '${group}', ${minutes * 60}, ${isOpen})`)
    .join(', ');
  await world.database.execute(`
    create or replace table core.complaints as
    select complaint_id, department, seconds, is_open from (values ${values}) as t(complaint_id, department, seconds, is_open)`);
  const rows = await world.figures(
    HEADER,
    `select complaint_id as record_id, timestamptz '2026-03-03T12:00:00Z' as at, seconds, is_open from core.complaints`
  );
  const found = new Map<string, (number | null)[]>();
  for (const {grain, dimension, member, kpi, value} of rows) {
    if (grain !== 'year' || dimension !== 'department') continue;
    const quantiles = found.get(member as string) ?? QUANTILES.map(() => null);
    quantiles[['figure', 'figure_p25', 'figure_p90'].indexOf(kpi as string)] = value as number | null;
    found.set(member as string, quantiles);
  }
  return found;
}

/** Kaplan–Meier, word for word: at each time, the share that ended of those still there takes that share off the curve. */
function slowQuantile(cases: readonly Case[], quantile: number): number | null {
  const times = [...new Set(cases.map(({minutes}) => minutes))].sort((a, b) => a - b);
  let stillOpen = 1;
  for (const time of times) {
    const atRisk = cases.filter(({minutes}) => minutes >= time).length;
    const ended = cases.filter(({minutes, isOpen}) => minutes === time && !isOpen).length;
    stillOpen *= 1 - ended / atRisk;
    if (stillOpen <= 1 - quantile + 1e-12) return time;
  }
  return null;
}

// R. G. Miller (1997), Survival Analysis: maintenance of acute myelogenous leukaemia; data `aml` of R's survival, whose test
// output (tests/doaml.Rout.save) gives the medians 31 and 23. A 0 after a time says that the case was censored.
const AML = {
  maintained: '9 13 13/0 18 23 28/0 31 34 45/0 48 161/0',
  nonmaintained: '5 5 8 8 12 16/0 23 27 30 33 43 45'
};

function amlCases(): Case[] {
  return Object.entries(AML).flatMap(([group, times]) =>
    times.split(' ').map((time) => ({group, minutes: parseInt(time), isOpen: time.endsWith('/0')}))
  );
}

describe('quantiles of a duration', () => {
  it('are those of R for the leukaemia data', async () => {
    const found = await quantilesOf(amlCases());
    // The curve of the maintained group falls to 0.716 at 18 and to 0.184 at 48 and ends there: it has no 90th percentile.
    expect(found.get('maintained')).toEqual([31, 18, null]);
    expect(found.get('nonmaintained')).toEqual([23, 8, 43]);
  });

  it('counts those that ended, of all', async () => {
    await quantilesOf(amlCases());
    const rows = await world.database.query(`
      select kpi, numerator, denominator, value from marts.kpi_values where grain = 'month' and dimension = 'all' order by kpi`);
    expect(rows).toEqual([
      {kpi: 'figure', numerator: 18, denominator: 23, value: slowQuantile(amlCases(), 0.5)},
      {kpi: 'figure_p25', numerator: 18, denominator: 23, value: slowQuantile(amlCases(), 0.25)},
      {kpi: 'figure_p90', numerator: 18, denominator: 23, value: slowQuantile(amlCases(), 0.9)}
    ]);
  });

  it('are not there while too many are still open', async () => {
    const found = await quantilesOf([1, 2, 3].map((minutes) => ({group: 'open', minutes, isOpen: true})));
    expect(found.get('open')).toEqual([null, null, null]);
  });

  it('are those of Kaplan and Meier, worked out slowly, for any cases', async () => {
    const one = fc.record({minutes: fc.integer({min: 0, max: 12}), isOpen: fc.boolean()});
    const groups = fc.sample(fc.array(one, {minLength: 1, maxLength: 15}), {seed: SEED, numRuns: 400});
    const cases = groups.flatMap((group, i) => group.map((item) => ({...item, group: `g${i}`})));
    const found = await quantilesOf(cases);
    const differing = groups.flatMap((group, i) => {
      const slow = QUANTILES.map((quantile) =>
        slowQuantile(
          group.map((item) => ({...item, group: ''})),
          quantile
        )
      );
      const quick = found.get(`g${i}`);
      return JSON.stringify(slow) === JSON.stringify(quick) ? [] : [JSON.stringify({group, slow, quick})];
    });
    expect(differing.slice(0, 3), `seed ${SEED}`).toEqual([]);
  });
});
