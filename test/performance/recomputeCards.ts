import {groupBy} from '../../reports/figures/groupBy.ts';
import type {Kpi} from '../../src/transform/model.ts';
import type {Database} from '../../src/warehouse/duckdb.ts';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';

/** A case behind a head, as its list prints it. */
interface Case {
  readonly unit: string;
  readonly kpi: string;
  readonly count: number;
  readonly total: number;
  readonly peer_rate: number | null;
}

/** What a card says of a head. */
interface Head {
  readonly unit: string;
  readonly kpi: string;
  readonly count: number;
  readonly total: number;
  readonly reference: number | null;
  readonly centre: number | null;
  readonly verdict: string | null;
  readonly points: number | null;
}

interface Card {
  readonly unit: string;
  readonly points: number | null;
}

export interface Differences {
  /** How many heads and cards were recomputed. */
  readonly heads: number;
  readonly cards: number;
  /** What came out otherwise, in words. */
  readonly wrong: readonly string[];
}

/**
 * Computes every card anew from the list of its cases, as a reader with a pencil would: sums of shares, what peers would have had, the
 * figure that earns points, points by the printed rule. Of the mart it takes what a reader can't know of one card alone: what peers have
 * (reference, centre) and what the funnel says (verdict).
 */
export async function recomputeCards(
  {scorecard, appraisal}: PolicyVersion,
  kpis: readonly Kpi[],
  database: Database
): Promise<Differences> {
  const unit = `grain || ' ' || period_start::varchar || ' ' || dimension || ' ' || member as unit`;
  const cases = await database.query<Case>(
    `select ${unit}, kpi, "count", total, peer_rate from marts.card_evidence where counted = 'in_figure'`
  );
  const heads = await database.query<Head>(
    `select ${unit}, kpi, "count", total, reference, centre, verdict, points from marts.card_heads order by 1, position`
  );
  const cards = await database.query<Card>(`select ${unit}, points from marts.cards`);
  const byHead = groupBy(cases, (row) => `${row.unit} ${row.kpi}`);
  const headerOf = (id: string) => kpis.find((kpi) => kpi.id === id)!.header;
  const wrong: string[] = [];
  for (const {unit: name, points} of cards) {
    const own = heads.filter((head) => head.unit === name);
    const recomputed = scorecard.map((rule) => {
      const listed = byHead.get(`${name} ${rule.kpi}`) ?? [];
      const [count, total] = [sum(listed.map((row) => row.count)), sum(listed.map((row) => row.total))];
      return {rule, listed, count, total, isCounted: total >= (rule.minimum ?? headerOf(rule.kpi).minimum)};
    });
    const weight = sum(recomputed.filter(({isCounted}) => isCounted).map(({rule}) => rule.weight));
    let so = 0;
    for (const {rule, listed, count, total, isCounted} of recomputed) {
      const head = own.find(({kpi}) => kpi === rule.kpi)!;
      if (!near(head.count, count) || !near(head.total, total)) {
        wrong.push(`${name} ${rule.kpi}: ${head.count}/${head.total}, by hand ${count}/${total}`);
      }
      const expected = isCounted
        ? round(
            ((appraisal.full_points * rule.weight) / weight) *
              clamp(
                (scored(listed, {count, total}, head, headerOf(rule.kpi), appraisal.charged_from) - rule.floor) /
                  (rule.target - rule.floor)
              ),
            appraisal.point_digits
          )
        : null;
      if (head.points !== expected)
        wrong.push(`${name} ${rule.kpi}: ${String(head.points)} points, by hand ${String(expected)}`);
      so += expected ?? 0;
    }
    const all =
      weight + 1e-9 >= appraisal.least_weight
        ? Math.min(appraisal.full_points, round(so, appraisal.point_digits))
        : null;
    if (points !== all) wrong.push(`${name}: ${String(points)} points, by hand ${String(all)}`);
  }
  return {heads: heads.length, cards: cards.length, wrong};
}

/** The value that earns points. */
function scored(
  listed: readonly Case[],
  {count, total}: {count: number; total: number},
  {reference, centre, verdict}: Head,
  {better, kind}: Kpi['header'],
  chargedFrom: string
): number {
  const value = count / total;
  const expected = listed.reduce((so, row) => so + row.total * (row.peer_rate ?? 0), 0);
  const own = kind === 'ratio' && reference !== null ? standardise(count, total, expected, reference) : value;
  if (centre === null) return own;
  const isWorse = better === 'higher' ? own < centre : own > centre;
  const isCharged =
    chargedFrom === 'always' || verdict === 'investigate' || (verdict === 'look' && chargedFrom === 'look');
  return isWorse && !isCharged ? centre : own;
}

/** Indirect standardisation of the rarer outcome. */
function standardise(count: number, total: number, expected: number, reference: number): number {
  if (expected <= 0 || expected >= total) return count / total;
  return clamp(
    reference <= 0.5 ? (reference * count) / expected : 1 - ((1 - reference) * (total - count)) / (total - expected)
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((so, number) => so + Math.round(number * 1e6), 0) / 1e6;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}

function round(value: number, digits: number): number {
  // Halves go up, and what binary fractions add decides nothing.
  return Math.round(Number((value * 10 ** digits).toFixed(7))) / 10 ** digits;
}
