import {z} from 'zod';
import {amount, factor, logNormal, monthOfYear, share, span, weights, words, wordsBy} from './schemaParts.ts';

const shifts = z.record(z.string(), z.number());

/** Surveys after a case, and among all customers in some months of the year. */
export const surveysSchema = z.strictObject({
  after_case: z.strictObject({name: z.string(), share, days: amount, items: shifts, methods: weights}).optional(),
  periodic: z
    .strictObject({
      name: z.string(),
      months: z.array(monthOfYear).min(1),
      from_day: z.int(),
      days: z.int(),
      methods: z.record(
        z.string(),
        z.strictObject({asked: z.int(), share_answered: share, share_blank: share.default(0), days: logNormal})
      ),
      start: amount,
      items: shifts,
      recommend_item: z.string().optional()
    })
    .optional()
});

/** Improvement measures against causes, beside those that truths.yaml plants. */
export const measuresSchema = z.strictObject({
  prefix: z.string(),
  per_month: factor,
  approve_days: logNormal,
  share_approved: share,
  due_days: span,
  share_of_limit: logNormal,
  evaluate_after_days: factor,
  share_evaluated: share,
  share_effective: share,
  origins: weights
});

/** Sheets that quality sends to the unit which made the goods. */
export const nonconformancesSchema = z.strictObject({
  prefix: z.string(),
  categories: words,
  share,
  issue_days: logNormal,
  due_days: z.int().positive(),
  share_of_limit: logNormal,
  verify_days: logNormal,
  close_days: logNormal,
  quantity: logNormal,
  corrective: words
});

/** Violations by members of staff. */
export const violationsSchema = z.strictObject({
  prefix: z.string(),
  share,
  share_by_category: weights,
  kinds: weights,
  decide_days: logNormal,
  penalties: z.record(z.string(), weights),
  fine: logNormal,
  texts: wordsBy
});

/** How much there is that can give rise to complaints; counted from the service orders where there are some. */
export const exposureSchema = z.strictObject({
  prefix: z.string(),
  measure: z.string(),
  per_month: factor.optional(),
  spread: share.default(0),
  is_seasonal: z.boolean().default(true)
});

const orderKind = z.strictObject({
  weight: factor,
  arrive_hours: logNormal,
  work_hours: logNormal,
  share_paid: share,
  charge: logNormal,
  share_parts_missing: share
});

/** Sheets of work at the customer's. */
export const serviceOrdersSchema = z.strictObject({
  prefix: z.string(),
  per_day: factor,
  kinds: z.record(z.string(), orderKind),
  vehicles: z.int().positive(),
  share_emergency: share,
  emergency_factor: factor,
  approve_minutes: logNormal,
  approvers: words,
  share_sent_before_approval: share,
  dispatch_minutes: logNormal,
  parts_days: logNormal,
  partners: words,
  share_partner: share,
  share_partner_emergency: share,
  share_cancelled: share,
  repeat: z.strictObject({share, days: logNormal}),
  share_recorded: z.record(z.string(), share),
  hand_in_days: logNormal,
  contacts: words,
  descriptions: wordsBy
});
