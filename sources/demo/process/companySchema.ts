import {z} from 'zod';
import {narrativeSchema, peopleSchema} from './narrativeSchema.ts';
import {processSchema} from './processSchema.ts';
import {
  exposureSchema,
  measuresSchema,
  nonconformancesSchema,
  serviceOrdersSchema,
  surveysSchema,
  violationsSchema
} from './registersSchema.ts';
import {amount, factor, month, monthDay, share, span, weights, words} from './schemaParts.ts';
import {truthsSchema} from './truthsSchema.ts';

const profileSchema = z.strictObject({
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
    storms: z.strictObject({months: z.array(z.int()), share_of_days: share, factor}).optional()
  }),
  business_hours: z.strictObject({open: z.number(), close: z.number()}),
  holidays: z.strictObject({fixed: z.array(monthDay), spring_festival: span}),
  kinds: weights,
  segments: weights,
  channels: weights,
  unknown_channels: words,
  slips: z.strictObject({amount: z.string(), score: z.string()}),
  customers: z.strictObject({
    count: z.int().positive(),
    regulars: z.int().positive(),
    share_of_regulars: share,
    share_anonymous: share,
    anonymous: z.strictObject({name: z.string(), number: z.string(), phone: z.string()}),
    share_without_number: share
  }),
  returning: z.strictObject({share, median_days: factor, spread: factor, longest_days: factor}),
  severities: z.record(
    z.string(),
    z.strictObject({
      weight: factor,
      due_workdays: z.int().positive(),
      median_share_of_limit: factor,
      response_minutes: factor,
      dispatch_minutes: factor,
      is_round_the_clock: z.boolean().default(false)
    })
  ),
  risks: z.record(z.string(), weights),
  sheet_numbers: z.record(z.string(), words).optional()
});

const departmentsSchema = z.strictObject({
  departments: z.record(
    z.string(),
    z.strictObject({
      staff: words,
      region: z.string().optional(),
      writes_slash_dates: z.boolean().default(false)
    })
  ),
  hotline: z.strictObject({department: z.string(), staff: words, is_round_the_clock: z.boolean().default(false)}),
  quality: z.strictObject({department: z.string(), staff: words}).optional(),
  head_office: z.string(),
  roles: z.strictObject({handler: z.string(), hotline: z.string(), approver: z.string(), quality: z.string()}),
  share_commended: share,
  moves: z.array(z.strictObject({staff: z.string(), to: z.string(), from: month})),
  first_receiver: z.strictObject({channel: z.string(), share_kept: share}),
  approvers: weights,
  escalation_levels: words,
  districts: z.record(z.string(), z.strictObject({weight: factor, department: z.string(), code: z.string()}))
});

const serviceSchema = z.strictObject({
  weight: factor,
  months: z.array(factor).length(12).default(Array<number>(12).fill(1)),
  department: z.string().optional(),
  maker: z.string().optional(),
  worker: z.string(),
  faults: words
});

const causesSchema = z.strictObject({
  not_coded: share,
  chains: z.array(
    z.strictObject({
      direct: z.string(),
      indirect: z.string(),
      root: z.string(),
      measure: z.string(),
      weight: factor,
      categories: words
    })
  )
});

const categorySchema = z.strictObject({weight: factor, effort: amount, subcategories: weights});

/** What a company folder holds: a file of this name each. A company without one of the optional ones has no such records. */
export const companySchema = z.strictObject({
  profile: profileSchema,
  departments: departmentsSchema,
  services: z.record(z.string(), serviceSchema),
  categories: z.record(z.string(), categorySchema),
  causes: causesSchema,
  people: peopleSchema,
  narrative: narrativeSchema,
  process: processSchema,
  surveys: surveysSchema.optional(),
  measures: measuresSchema.optional(),
  nonconformances: nonconformancesSchema.optional(),
  violations: violationsSchema.optional(),
  exposure: exposureSchema.optional(),
  service_orders: serviceOrdersSchema.optional(),
  truths: truthsSchema
});
