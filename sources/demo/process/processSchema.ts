import {z} from 'zod';

const weights = z.record(z.string(), z.number().min(0));
const share = z.number().min(0).max(1);
const amount = z.number().min(0);
const items = z.record(z.string(), z.number());

/** The steps of a case, by the names of the record kind complaint_event. */
export const STEPS = [
  'registered',
  'dispatched',
  'responded',
  'contacted',
  'transferred',
  'escalated',
  'extension_requested',
  'extension_approved',
  'investigated',
  'invalidated',
  'resolved',
  'informed',
  'called_back',
  'closed',
  'reopened'
] as const;

export const processSchema = z.strictObject({
  steps: z.record(z.enum(STEPS), z.string()),
  brief_kinds: z.array(z.string()),
  brief_days: amount,
  spread: amount,
  longest_days: amount,
  slower_by_month: z.array(amount).length(12),
  register_minutes: amount,
  share_contacted: share,
  share_investigated: share,
  share_transferred: share,
  transfer_slows_by: amount,
  share_invalid: share,
  invalid_outcome: z.string(),
  invalid_reasons: weights,
  escalation: z.strictObject({share, share_when_late: share}),
  extension: z.strictObject({
    share_when_late: share,
    share_asked_too_late: share,
    share_approved: share,
    days: z.array(z.int()).min(1)
  }),
  inform_hours: amount,
  callback: z.strictObject({share_reached: share, days: amount}),
  close_days: amount,
  reopened: z.strictObject({share, days: amount, resolve_days: amount}),
  outcomes: weights,
  responsibilities: weights,
  compensation: z.strictObject({share, median: amount, spread: amount}),
  satisfaction: z.strictObject({start: amount, spread: amount, late: amount, reopened: amount, outcomes: items}),
  case_survey: z.strictObject({name: z.string(), share, days: amount, items, methods: weights}),
  periodic_survey: z.strictObject({
    name: z.string(),
    months: z.array(z.int()),
    from_day: z.int(),
    days: z.int(),
    answers: z.int(),
    start: amount,
    items,
    recommend_item: z.string(),
    methods: weights
  })
});
