import {curveQuantile, kaplanMeier, type CurveQuantile, type SurvivalCurve} from '../../src/statistics/kaplanMeier.ts';
import type {DataTable} from './dataTable.ts';

/** The time to resolve of a group of cases, in days. */
export interface SurvivalGroup {
  /** Undefined of what is no single member: everything, or the rest. */
  member: string | undefined;
  /** How many members it stands for. */
  members: number;
  cases: number;
  open: number;
  curve: SurvivalCurve;
  median: CurveQuantile;
  ninety: CurveQuantile;
}

const HOURS = 24;
const MINUTES = 60;

/** The time to resolve of some cases; those whose time is not counted are left out. */
export function survivalOf(cases: DataTable, rows: Int32Array, member?: string, members = 1): SurvivalGroup {
  const hours = cases.numbers('hours_to_resolve');
  const isOpen = cases.numbers('is_open');
  // Cases that took the same minutes are told together, so that a curve of many cases is drawn at once.
  const [ended, open] = [new Map<number, number>(), new Map<number, number>()];
  for (const row of rows) {
    if (Number.isNaN(hours[row]!)) continue;
    const minutes = Math.round(hours[row]! * MINUTES);
    const counts = isOpen[row] === 0 ? ended : open;
    counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  const all = [...ended, ...open];
  const curve = kaplanMeier(
    all.map(([minutes]) => minutes / MINUTES / HOURS),
    all.map((_, index) => index < ended.size),
    {weights: all.map(([, cases]) => cases)}
  );
  const sum = (counts: Map<number, number>) => [...counts.values()].reduce((total, cases) => total + cases, 0);
  return {
    member,
    members,
    cases: sum(ended) + sum(open),
    open: sum(open),
    curve,
    median: curveQuantile(curve, 0.5),
    ninety: curveQuantile(curve, 0.9)
  };
}

/**
 * The groups of a dimension, those with the most cases first, and the rest together.
 *
 * @param most how many stand for themselves
 * @param least how many cases such a group has at least
 */
export function survivalGroups(
  cases: DataTable,
  rows: Int32Array,
  dimension: string,
  {most, least}: {most: number; least: number}
): {groups: SurvivalGroup[]; rest: SurvivalGroup | undefined} {
  const {codes, members} = cases.texts(dimension);
  const hours = cases.numbers('hours_to_resolve');
  const lists = new Map<number, number[]>();
  for (const row of rows) {
    if (Number.isNaN(hours[row]!)) continue;
    const code = codes[row]!;
    const list = lists.get(code);
    if (list) list.push(row);
    else lists.set(code, [row]);
  }
  const sorted = [...lists].sort(([a, some], [b, others]) => others.length - some.length || a - b);
  const large = sorted.filter(([, list]) => list.length >= least);
  const shown = large.slice(0, sorted.length > most ? most : large.length);
  const others = sorted.filter((each) => !shown.includes(each));
  return {
    groups: shown.map(([code, list]) => survivalOf(cases, Int32Array.from(list), members[code] ?? '')),
    rest:
      others.length === 0
        ? undefined
        : survivalOf(cases, Int32Array.from(others.flatMap(([, list]) => list)), undefined, others.length)
  };
}
