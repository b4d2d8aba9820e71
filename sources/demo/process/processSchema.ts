import {z} from 'zod';
import {amount, factor, logNormal, share, span, weights} from './schemaParts.ts';

const costs = z.record(z.string(), z.number());

export const processSchema = z.strictObject({
  brief_kinds: z.array(z.string()),
  brief_days: amount,
  spread: amount,
  longest_days: amount,
  slower_by_month: z.array(amount).length(12),
  register_minutes: logNormal,
  answers_first: z.enum(['handler', 'hotline']),
  contacts: z.strictObject({share_silent: share, first_hours: logNormal, every_days: factor, at_most: z.int()}),
  share_investigated: share,
  share_transferred: share,
  transfer_slows_by: amount,
  stuck: z.strictObject({share, days: span}).optional(),
  validity: z.strictObject({share_invalid: share, reasons: weights, share_judged_by_hotline: share}),
  escalation: z.strictObject({share, share_when_late: share}),
  extension: z.strictObject({
    share_when_late: share,
    share_asked_too_late: share,
    share_approved: share,
    days: z.array(z.int()).min(1)
  }),
  inform_hours: logNormal,
  callback: z.strictObject({share_reached: share, days: amount}),
  close_days: amount,
  archive: z.strictObject({share, days: logNormal}).optional(),
  reopened: z.strictObject({share, days: amount, resolve_days: amount}),
  outcomes: weights,
  responsibilities: weights,
  compensation: z.strictObject({share, median: amount, spread: amount, share_zero_noted: share.default(0)}),
  suggestions: z
    .strictObject({
      share_decided: share,
      days: logNormal,
      share_adopted: share,
      share_rewarded: share,
      reward: logNormal
    })
    .optional(),
  reach: z.strictObject({share_known: share, usual: logNormal, share_wide: share, share_leader: share}).optional(),
  satisfaction: z.strictObject({start: amount, spread: amount, late: amount, reopened: amount, outcomes: costs})
});
