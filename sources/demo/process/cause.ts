import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {monthsInto} from './cycle.ts';
import {monthOf} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

export type Cause = Company['causes']['chains'][number];

/** Why it came to a case of a category; an outbreak says the root. Throws when no chain fits. */
export function causeOf({causes}: Company, category: string, stream: RandomStream, outbreakRoot?: string): Cause {
  const drawn = stream.pickByWeight(causes.chains, ({weight, categories}) =>
    categories.includes(category) ? weight : 0
  );
  const ofOutbreak = causes.chains.find(({root}) => root === outbreakRoot);
  return ofOutbreak ?? drawn;
}

/** Whether the measure that works kept a case from happening. */
export function isPrevented({profile, truths}: Company, {key, receivedAt, cause}: ComplaintCase): boolean {
  const {working_measure: measure} = truths;
  if (cause.root !== measure.root || monthsInto(measure, monthOf(receivedAt)) >= measure.lasts_months) return false;
  return new RandomStream(profile.seed, 'prevented', key).chance(measure.lowers);
}
