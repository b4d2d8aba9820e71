import {z} from 'zod';
import {amount, factor, month, monthOfYear, share, weights, words} from './schemaParts.ts';

const yearModulo4 = z.int().min(0).max(3);
const yearModulo3 = z.int().min(0).max(2);
const dirt = z.strictObject({share, faults: words});
const measure = z.strictObject({root: z.string(), from: month, every_months: z.int().positive()});

/** What is planted in the data of a company, so that figures can be held against it. */
export const truthsSchema = z.strictObject({
  cause_outbreaks: z.array(
    z.strictObject({
      year_modulo_4: yearModulo4,
      month: monthOfYear,
      months: z.int().min(1),
      extra_per_day: factor,
      root: z.string(),
      service: z.string(),
      category: z.string()
    })
  ),
  working_measure: measure.extend({lasts_months: z.int().positive(), lowers: share}),
  vain_measure: measure,
  slow_department: z.strictObject({department: z.string(), factor: z.number().min(1), costs_satisfaction: amount}),
  hard_case_mix: z.strictObject({department: z.string(), severities: weights, categories: weights}),
  tiny_department: z.strictObject({department: z.string(), fewer_than_per_month: z.number()}),
  two_case_handlers: z.array(
    z.strictObject({year_modulo_4: yearModulo4, month: monthOfYear, department: z.string(), handler: z.string()})
  ),
  category_rename: z.strictObject({
    category: z.string(),
    from: month,
    every_months: z.int().positive(),
    words
  }),
  forgotten_survey: z.strictObject({year_modulo_3: yearModulo3}).optional(),
  low_survey_items: z
    .array(
      z.strictObject({
        year_modulo_3: yearModulo3,
        month: monthOfYear,
        item: z.string(),
        costs: factor,
        measure: z.enum(['none', 'proposed', 'approved', 'told'])
      })
    )
    .default([]),
  sheet_number_faults: z.strictObject({share_left_out: share, share_used_twice: share}).optional(),
  dirty_rows: z.record(z.string(), dirt)
});
