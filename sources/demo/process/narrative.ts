import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {mobile} from './customer.ts';
import {filled} from './filledText.ts';
import {RandomStream} from './randomStream.ts';

/** What the customer says, with personal data in many a text. */
export function description(company: Company, each: ComplaintCase, isAnonymous: boolean): string {
  const {narrative, profile} = company;
  const stream = new RandomStream(profile.seed, 'description', each.key);
  const plain = narrative.other_kinds[each.kind];
  const body = stream.pick(plain ?? narrative.descriptions[each.category] ?? ['']);
  const personal = isAnonymous ? narrative.personal.anyone : narrative.personal.customer;
  const sentences = [stream.pick(narrative.openings) + body];
  if (stream.chance(narrative.personal.share)) sentences.push(stream.pick(personal));
  if (stream.chance(narrative.personal.share / 6)) sentences.push(stream.pick(narrative.personal.anyone));
  sentences.push(plain ? '' : stream.pick(narrative.endings));
  return filled(company, each, sentences.join(''), stream);
}

/** What the customer asks for. */
export function demand({narrative, profile}: Company, each: ComplaintCase): string | null {
  if (each.kind !== 'complaint') return null;
  return new RandomStream(profile.seed, 'demand', each.key).pick(narrative.demands[each.category] ?? ['']);
}

/** What is going to be done: by whom, what, until when; some never write it down. */
export function plan(company: Company, each: ComplaintCase): string | null {
  const {narrative, profile} = company;
  const stream = new RandomStream(profile.seed, 'plan', each.key);
  if (!narrative.plans || each.kind !== 'complaint' || !stream.chance(0.94)) return null;
  return filled(company, each, stream.pick(narrative.plans), stream);
}

/** What was done about it. */
export function resolution(company: Company, each: ComplaintCase, outcome: string, isAnonymous: boolean): string {
  const stream = new RandomStream(company.profile.seed, 'resolution', each.key);
  const texts = company.narrative.resolutions[outcome] ?? [''];
  const sayable = isAnonymous ? texts.filter((text) => !text.includes('{name}')) : texts;
  return filled(company, each, stream.pick(sayable), stream);
}

/** A note or comment: names nobody, but may hold somebody's number. */
export function remark(company: Company, texts: readonly string[], stream: RandomStream): string | null {
  const text = stream.pick(texts).replaceAll('{other_phone}', () => mobile(company, stream));
  return text === '' ? null : text;
}
