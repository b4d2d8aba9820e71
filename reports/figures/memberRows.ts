import type {KpiValue} from '../../src/publish/siteData.ts';
import type {Figures} from './figures.ts';
import type {Period} from './period.ts';

/** One member of a dimension: its figure of a KPI and its volume. */
export interface MemberRow {
  member: string;
  figure: KpiValue | undefined;
  volume: number;
}

/** The members of a dimension in a period, the largest volume first, those without a name last. */
export function memberRows(
  figures: Figures,
  period: Period,
  {dimension, kpi, volume}: {dimension: string; kpi: string; volume: string}
): MemberRow[] {
  const volumes = new Map(figures.members(volume, period, dimension).map(({member, value}) => [member, value ?? 0]));
  const values = new Map(figures.members(kpi, period, dimension).map((figure) => [figure.member, figure]));
  const members = [...new Set([...volumes.keys(), ...values.keys()])];
  return members
    .map((member) => ({member, figure: values.get(member), volume: volumes.get(member) ?? 0}))
    .sort(
      (a, b) =>
        Number(a.member === '') - Number(b.member === '') || b.volume - a.volume || (a.member < b.member ? -1 : 1)
    );
}
