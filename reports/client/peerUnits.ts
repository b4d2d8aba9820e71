import type {Unit} from '../../src/methods/comparisons.ts';
import type {CountedCases} from './countedCases.ts';
import type {DataTable} from './dataTable.ts';

/** How many of how many. */
interface Count {
  n: number;
  d: number;
}

/**
 * Departments with what their peers would have had with the same cases, as marts.unit_comparisons expects it: by category, severity and
 * channel; where peers had few cases of a kind, those of the same category and severity count with the weight of `priorCases`, and all
 * cases behind them.
 */
export function peerUnits(
  cases: DataTable,
  {rows, numerators}: CountedCases,
  priorCases: number
): Pick<Unit, 'member' | 'count' | 'total' | 'reference' | 'expected'>[] {
  const units = cases.texts('department');
  const [category, severity, channel] = (['category', 'severity', 'channel'] as const).map((name) => cases.texts(name));
  const all = {n: 0, d: 0};
  const [alike, kindred, own, ownKindred, strata] = Array.from({length: 5}, () => new Counts());
  const many = units.members.length;
  for (const row of rows) {
    const unit = units.codes[row]!;
    if (unit < 0 || units.members[unit] === '') continue;
    const n = numerators[row]!;
    const kin = category!.codes[row]! * severity!.members.length + severity!.codes[row]!;
    const kind = kin * channel!.members.length + channel!.codes[row]!;
    all.n += n;
    all.d++;
    alike!.add(kind, n);
    kindred!.add(kin, n);
    own!.add(unit, n);
    ownKindred!.add(kin * many + unit, n);
    strata!.add(kind * many + unit, n);
  }
  const expected = new Map<number, number>();
  for (const [stratum, mine] of strata!.entries()) {
    const unit = stratum % many;
    const kind = (stratum - unit) / many;
    const kin = Math.floor(kind / channel!.members.length);
    const others = without(all, own!.of(unit));
    const near = without(kindred!.of(kin), ownKindred!.of(kin * many + unit));
    const same = without(alike!.of(kind), mine);
    const prior = (near.n + (priorCases * others.n) / others.d) / (near.d + priorCases);
    const rate = (same.n + priorCases * prior) / (same.d + priorCases);
    expected.set(unit, (expected.get(unit) ?? 0) + mine.d * rate);
  }
  return [...expected].map(([unit, sum]) => {
    const {n, d} = own!.of(unit);
    const others = without(all, {n, d});
    const hasPeers = others.d > 0;
    return {
      member: units.members[unit]!,
      count: n,
      total: d,
      reference: hasPeers ? others.n / others.d : null,
      expected: hasPeers ? sum : null
    };
  });
}

class Counts {
  readonly #counts = new Map<number, Count>();

  add(key: number, n: number): void {
    let count = this.#counts.get(key);
    if (count === undefined) this.#counts.set(key, (count = {n: 0, d: 0}));
    count.n += n;
    count.d++;
  }

  of(key: number): Count {
    return this.#counts.get(key) ?? {n: 0, d: 0};
  }

  entries(): IterableIterator<[number, Count]> {
    return this.#counts.entries();
  }
}

function without(whole: Count, part: Count): Count {
  return {n: whole.n - part.n, d: whole.d - part.d};
}
