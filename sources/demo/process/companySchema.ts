import {z} from 'zod';
import {narrativeSchema, peopleSchema} from './narrativeSchema.ts';
import {processSchema} from './processSchema.ts';
import {truthsSchema} from './truthsSchema.ts';

const weights = z.record(z.string(), z.number().min(0));
const share = z.number().min(0).max(1);
const words = z.array(z.string()).min(1);
const monthDay = z.string().regex(/^\d\d-\d\d$/);
const factor = z.number().positive();

const profileSchema = z.strictObject({
  name: z.string(),
  seed: z.string(),
  months: z.int().positive(),
  utc_offset_hours: z.number(),
  case_number_prefix: z.string(),
  customer_number_prefix: z.string(),
  volume: z.strictObject({
    cases_per_day: factor,
    year_spread: share,
    weekday: z.array(factor).length(7),
    hour: z.array(factor).length(24),
    fixed_holidays: z.array(z.strictObject({from: monthDay, to: monthDay, factor})),
    spring_festival: z.array(z.strictObject({from: z.int(), to: z.int(), factor})),
    storms: z.strictObject({months: z.array(z.int()), share_of_days: share, factor})
  }),
  business_hours: z.strictObject({open: z.number(), close: z.number()}),
  complaint_kind: z.string(),
  kinds: weights,
  segments: weights,
  visit_channel: z.string(),
  channels: weights,
  unknown_channels: words,
  customers: z.strictObject({
    count: z.int().positive(),
    regulars: z.int().positive(),
    share_of_regulars: share,
    share_anonymous: share,
    anonymous_name: z.string(),
    share_without_number: share
  }),
  returning: z.strictObject({share, median_days: factor, spread: factor, longest_days: factor}),
  severities: z.record(
    z.string(),
    z.strictObject({
      weight: factor,
      due_days: z.int(),
      median_share_of_limit: factor,
      response_minutes: factor,
      dispatch_minutes: factor
    })
  ),
  urgent: z.string(),
  risks: z.record(z.string(), weights)
});

const departmentsSchema = z.strictObject({
  departments: z.record(z.string(), z.strictObject({staff: words, writes_slash_dates: z.boolean().default(false)})),
  hotline: z.strictObject({department: z.string(), staff: words}),
  approvers: words,
  escalation_levels: words,
  districts: z.record(z.string(), z.strictObject({weight: factor, department: z.string(), code: z.string()}))
});

const serviceSchema = z.strictObject({
  weight: factor,
  months: z.array(factor).length(12),
  department: z.string().optional(),
  worker: z.string(),
  faults: words
});

const causesSchema = z.strictObject({
  not_coded: share,
  chains: z.array(
    z.strictObject({direct: z.string(), indirect: z.string(), root: z.string(), weight: factor, categories: words})
  )
});

export const companySchema = z.strictObject({
  profile: profileSchema,
  departments: departmentsSchema,
  services: z.record(z.string(), serviceSchema),
  categories: z.record(z.string(), z.strictObject({weight: factor, effort: factor, subcategories: weights})),
  causes: causesSchema,
  people: peopleSchema,
  narrative: narrativeSchema,
  process: processSchema,
  truths: truthsSchema
});
