import {z} from 'zod';
import {STEPS} from './processSchema.ts';

const weights = z.record(z.string(), z.number().min(0));
const words = z.array(z.string()).min(1);
const wordsBy = z.record(z.string(), words);
const share = z.number().min(0).max(1);

export const peopleSchema = z.strictObject({
  surnames: weights,
  given_names: words,
  mobile_prefixes: words,
  area_code: z.string(),
  email_names: words,
  email_domains: words,
  plate_prefix: z.string(),
  bank_prefixes: words,
  city: z.string(),
  roads: words,
  communities: words
});

export const narrativeSchema = z.strictObject({
  openings: words,
  descriptions: wordsBy,
  personal: z.strictObject({share, customer: words, anyone: words}),
  endings: words,
  demands: wordsBy,
  other_kinds: wordsBy,
  resolutions: wordsBy,
  notes: z.record(z.enum(STEPS), words),
  comments: z.strictObject({share, high: words, low: words})
});
