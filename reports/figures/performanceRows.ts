import type {
  CardDimension,
  SiteCard,
  SiteCardHead,
  SiteConduct,
  SiteEdition,
  SiteGuard,
  SiteLedgerEntry,
  SitePerformance,
  SiteRestatedCard,
  SiteRestatedCase,
  SiteRestatedFigure,
  SiteRestatedRecord
} from '../../src/publish/sitePerformance.ts';
import type {ReportGrain} from '../../src/publish/siteData.ts';
import {groupBy} from './groupBy.ts';
import {REPORT_GRAINS, periodOf, type Period} from './period.ts';

const NAMES = new Intl.Collator('zh-CN');

/** How names are put in order: as a reader looks them up, never by what they have reached. */
export function byName(a: string, b: string): number {
  return NAMES.compare(a, b);
}

/** Finds the cards of departments and people and what is read beside them. It computes nothing. */
export class PerformanceRows {
  readonly #rows: SitePerformance;
  readonly #cards: ReadonlyMap<string, SiteCard[]>;
  readonly #heads: ReadonlyMap<string, SiteCardHead[]>;
  readonly #guards: ReadonlyMap<string, SiteGuard>;

  /** The periods that have cards or were signed off, oldest first, months before quarters before years. */
  readonly periods: readonly Period[];
  /** The departments that have a card in any period. */
  readonly departments: readonly string[];

  constructor(rows: SitePerformance) {
    this.#rows = rows;
    this.#cards = groupBy(rows.cards, (row) => `${periodKey(row)}|${row.dimension}`);
    this.#heads = groupBy(rows.heads, unitKey);
    this.periods = periodsOf([...rows.cards, ...rows.editions]);
    const names = rows.cards.flatMap(({dimension, member}) => (dimension === 'department' ? [member] : []));
    this.departments = [...new Set(names)].sort(byName);
    this.#guards = new Map(rows.guards.map((row) => [`${unitKey(row)}|${row.kpi}`, row]));
  }

  /** The cards of a period in the order of their names. */
  cards(period: Period, dimension: CardDimension): readonly SiteCard[] {
    return (this.#cards.get(`${keyOf(period)}|${dimension}`) ?? []).toSorted((a, b) => byName(a.member, b.member));
  }

  /** The cards of one department or person, oldest first. */
  cardsOf(dimension: CardDimension, member: string): readonly SiteCard[] {
    return this.#rows.cards.filter((card) => card.dimension === dimension && card.member === member);
  }

  /** The figures of which heads are made, in the order of the policy. */
  get figures(): readonly string[] {
    return [...new Set(this.#rows.heads.toSorted((a, b) => a.position - b.position).map(({kpi}) => kpi))];
  }

  /** The heads of a card in the order of the policy. */
  heads(card: SiteCard): readonly SiteCardHead[] {
    return this.#heads.get(unitKey(card)) ?? [];
  }

  /** A figure that is read beside a head, of the unit of a card or of all together. */
  guard(card: SiteCard, kpi: string, whose: 'own' | 'all'): SiteGuard | undefined {
    const unit = whose === 'own' ? unitKey(card) : `${periodKey(card)}|all|all`;
    return this.#guards.get(`${unit}|${kpi}`);
  }

  conduct(period: Period, dimension: CardDimension): readonly SiteConduct[] {
    const key = keyOf(period);
    return this.#rows.conduct
      .filter((row) => row.dimension === dimension && periodKey(row) === key)
      .toSorted((a, b) => byName(a.member, b.member));
  }

  /** The entries of the ledger that are about the cards of a period, in the order of their numbers. */
  ledger(period: Period): readonly SiteLedgerEntry[] {
    return this.#of(this.#rows.ledger, period).toSorted((a, b) => (a.entry < b.entry ? -1 : 1));
  }

  /** The editions of a period, the latest one last. */
  editions(period: Period): readonly SiteEdition[] {
    return this.#of(this.#rows.editions, period).toSorted((a, b) => a.number - b.number);
  }

  /** Whether anything that was signed off would be another figure today. */
  isRestated(period: Period): boolean {
    return this.restatedFigures(period).length + this.restatedCards(period).length > 0;
  }

  restatedFigures(period: Period): readonly SiteRestatedFigure[] {
    return this.#of(this.#rows.restated_figures, period);
  }

  restatedCards(period: Period): readonly SiteRestatedCard[] {
    return this.#of(this.#rows.restated_cards, period);
  }

  restatedRecords(period: Period): readonly SiteRestatedRecord[] {
    return this.#of(this.#rows.restated_records, period);
  }

  restatedEvidence(period: Period): readonly SiteRestatedCase[] {
    return this.#of(this.#rows.restated_evidence, period);
  }

  #of<Row extends {grain: string; period_start: string}>(rows: readonly Row[], period: Period): Row[] {
    const key = keyOf(period);
    return rows.filter((row) => periodKey(row) === key);
  }
}

function keyOf({grain, start}: Period): string {
  return `${grain}|${start}`;
}

function periodKey({grain, period_start}: {grain: string; period_start: string}): string {
  return `${grain}|${period_start}`;
}

function unitKey(row: {grain: string; period_start: string; dimension: string; member: string}): string {
  return `${periodKey(row)}|${row.dimension}|${row.member}`;
}

function periodsOf(rows: readonly {grain: ReportGrain; period_start: string}[]): Period[] {
  const periods = new Map(
    rows.map(({grain, period_start}) => {
      const period = periodOf(grain, period_start);
      return [period.id, period];
    })
  );
  const rank = ({grain}: Period) => REPORT_GRAINS.indexOf(grain);
  return [...periods.values()].sort((a, b) => rank(a) - rank(b) || (a.start < b.start ? -1 : 1));
}
