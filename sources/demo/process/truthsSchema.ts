import {z} from 'zod';

const weights = z.record(z.string(), z.number().min(0));
const calendarMonth = z.int().min(1).max(12);
const yearModulo4 = z.int().min(0).max(3);
const dirt = z.strictObject({share: z.number().min(0).max(1), faults: z.array(z.string()).min(1)});

/** What is planted in the data of a company, so that figures can be held against it. */
export const truthsSchema = z.strictObject({
  cause_outbreaks: z.array(
    z.strictObject({
      year_modulo_4: yearModulo4,
      month: calendarMonth,
      months: z.int().min(1),
      extra_per_day: z.number().positive(),
      root: z.string(),
      service: z.string(),
      category: z.string()
    })
  ),
  slow_department: z.strictObject({
    department: z.string(),
    factor: z.number().min(1),
    costs_satisfaction: z.number().min(0)
  }),
  hard_case_mix: z.strictObject({department: z.string(), severities: weights, categories: weights}),
  tiny_department: z.strictObject({department: z.string(), fewer_than_per_month: z.number()}),
  two_case_handlers: z.array(
    z.strictObject({
      year_modulo_4: yearModulo4,
      month: calendarMonth,
      department: z.string(),
      handler: z.string()
    })
  ),
  category_rename: z.strictObject({
    category: z.string(),
    from: z.string().regex(/^\d{4}-\d\d$/),
    every_months: z.int().positive(),
    words: z.array(z.string()).min(1)
  }),
  dirty_rows: z.strictObject({complaints: dirt, events: dirt, surveys: dirt})
});
