import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {type LocalTime, monthOf, parseMonth, startOfMonth} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/** A member of staff and where they work. */
export interface StaffMember {
  readonly department: string;
  readonly name: string;
}

const WORKERS_PER_DEPARTMENT = 14;

/** Who handles cases in a department at a moment: who has always been there, and who has moved to it by then. */
export function staffOf({departments}: Company, department: string, at: LocalTime): readonly string[] {
  const own = departments.departments[department]?.staff ?? [''];
  if (departments.moves.length === 0) return own;
  const moved = departments.moves.filter(({from}) => monthOf(at) >= parseMonth(from));
  const left = new Set(moved.filter(({to}) => to !== department).map(({staff}) => staff));
  const come = moved.filter(({to}) => to === department).map(({staff}) => staff);
  return [...own.filter((name) => !left.has(name)), ...come];
}

/** Whom the customer asked first: somebody at the hotline, or else the one who went on to handle the case. */
export function firstReceiver({departments, profile}: Company, each: ComplaintCase): StaffMember {
  const {first_receiver: kept, hotline} = departments;
  const stream = new RandomStream(profile.seed, 'first receiver', each.key);
  const isKept = stream.chance(kept.share_kept) || each.channel === kept.channel;
  if (isKept) return {department: each.department, name: each.handler};
  return {department: hotline.department, name: stream.pick(hotline.staff)};
}

/** Whom the case is about, where the customer could say it. */
export function involvedStaff({people, profile}: Company, each: ComplaintCase): string | null {
  const stream = new RandomStream(profile.seed, 'involved', each.key);
  if (!stream.chance(0.55)) return null;
  const worker = new RandomStream(profile.seed, 'worker', each.department, stream.integer(1, WORKERS_PER_DEPARTMENT));
  return worker.weighted(people.surnames) + worker.pick(people.given_names);
}

/** `总经理办公室 严国华`: the office, then the name. */
export function approver(officeAndName: string): StaffMember {
  const [department = '', name = ''] = officeAndName.split(' ');
  return {department, name};
}

/** The first moment of a month such as `2025-03`. */
export function startOf(month: string): LocalTime {
  return startOfMonth(parseMonth(month));
}
