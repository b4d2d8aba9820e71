import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import {z} from 'zod';
import {benjaminiHochberg} from '../statistics/benjaminiHochberg.ts';
import {compareUnits} from './compareUnits.ts';
import {groupsOf} from './groups.ts';
import {defineMethod, type MethodRow} from './method.ts';

const share = z.number().gt(0).lt(1);
const options = z.strictObject({
  trim: z
    .number()
    .min(0)
    .lt(0.5)
    .describe('the share of units at each end whose distance counts no more than the next'),
  look: share.describe('outside these limits a unit is looked at'),
  investigate: share.describe('outside these limits a unit is investigated'),
  least_units: z.int().min(2).describe('how many units make a comparison'),
  widest: share.describe(
    'how far the inner limits of a unit may lie from the centre, so that it is told to be as expected'
  ),
  confidence: share
});

/** By what units are compared. */
export type ComparisonSettings = Readonly<z.output<typeof options>>;

const input = z.strictObject({
  kpi: z.string(),
  grain: z.string(),
  period_start: z.string(),
  period_end: z.string(),
  dimension: z.string(),
  /** The role in which people are compared; empty where all are peers. */
  role: z.string(),
  member: z.string(),
  /** ratio, or rate: what is counted by something else. Other kinds are told and not compared. */
  kind: z.string(),
  better: z.enum(['higher', 'lower', 'neither']),
  /** The number of cases under which a unit is not judged. */
  minimum: z.number(),
  count: z.number(),
  total: z.number(),
  /** The proportion of its peers; null without any. */
  reference: z.number().nullable(),
  /** How many its peers would have had with the same cases; null without peers. */
  expected: z.number().nullable()
});

/** What a unit had in a period, and what its peers had. */
export type Unit = Readonly<z.output<typeof input>>;

/**
 * Units beside their peers: the plain proportion with its interval, the one that allows for the cases that the unit had (indirect
 * standardisation), the one drawn towards the peers by how little is known of the unit (empirical Bayes), and where the unit lies in
 * a funnel of the adjusted ones. q is Benjamini and Hochberg's over all figures and units of a period.
 */
export const comparisons = defineMethod({
  options,
  input,
  columns: {
    kpi: 'varchar',
    grain: 'varchar',
    period_start: 'date',
    period_end: 'date',
    dimension: 'varchar',
    role: 'varchar',
    member: 'varchar',
    count: 'double',
    total: 'double',
    value: 'double',
    low: 'double',
    high: 'double',
    reference: 'double',
    expected: 'double',
    ratio: 'double',
    adjusted: 'double',
    shrunk: 'double',
    centre: 'double',
    low95: 'double',
    high95: 'double',
    low998: 'double',
    high998: 'double',
    dispersion: 'double',
    units: 'integer',
    z: 'double',
    q: 'double',
    verdict: 'varchar',
    direction: 'varchar'
  },
  run: (rows, settings) =>
    groupsOf(compareUnits(rows, settings), ['grain', 'period_start', 'dimension', 'role']).flatMap(withFalseDiscovery)
});

/** Many units times many figures are looked at in a period: q is the share of false ones among all that lie as far out. */
function withFalseDiscovery(together: readonly MethodRow[]): MethodRow[] {
  const judged = together.filter(({z}) => z !== null);
  const q = benjaminiHochberg(judged.map(({z}) => 2 * normalCdf(-Math.abs(Number(z)), 0, 1)));
  const own = new Map(judged.map((row, i) => [row, q[i]!]));
  return together.map((row) => ({...row, q: own.get(row) ?? null}));
}
