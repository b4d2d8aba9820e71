import {z} from 'zod';
import {share, weights, words, wordsBy} from './schemaParts.ts';

/** What the names, numbers and addresses of customers are made of. `name` and `address` have slots such as {surname}. */
export const peopleSchema = z.strictObject({
  name: z.string(),
  surnames: weights,
  given_names: words,
  mobile_prefixes: words,
  customer_phone: z.strictObject({prefixes: words, digits: z.int()}).optional(),
  area_code: z.string(),
  email_names: words,
  email_domains: words,
  plate_prefix: z.string(),
  bank_prefixes: words,
  address: z.string(),
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
  plans: words.optional(),
  resolutions: wordsBy,
  notes: wordsBy,
  comments: z.strictObject({share, high: words, low: words}),
  measures: z.strictObject({description: z.string(), survey_title: z.string(), survey_description: z.string()})
});
