import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {RandomStream} from './randomStream.ts';

/** A member of staff and where they work. */
export interface StaffMember {
  readonly department: string;
  readonly name: string;
}

const WORKERS_PER_DEPARTMENT = 14;

/** Whom the customer asked first: the hotline, or the department that they went to. */
export function firstReceiver({departments, profile}: Company, each: ComplaintCase): StaffMember {
  const stream = new RandomStream(profile.seed, 'first receiver', each.key);
  if (each.channel === profile.visit_channel) return {department: each.department, name: each.handler};
  return {department: departments.hotline.department, name: stream.pick(departments.hotline.staff)};
}

/** Whom the case is about, where the customer could say it. */
export function involvedStaff({people, profile}: Company, each: ComplaintCase): string | null {
  const stream = new RandomStream(profile.seed, 'involved', each.key);
  if (!stream.chance(0.55)) return null;
  const worker = new RandomStream(profile.seed, 'worker', each.department, stream.integer(1, WORKERS_PER_DEPARTMENT));
  return worker.weighted(people.surnames) + worker.pick(people.given_names);
}
