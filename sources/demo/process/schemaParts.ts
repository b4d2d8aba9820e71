import {z} from 'zod';

/** What the sections of a company are written in. */
export const weights = z.record(z.string(), z.number().min(0));
export const share = z.number().min(0).max(1);
export const amount = z.number().min(0);
export const factor = z.number().positive();
export const words = z.array(z.string()).min(1);
export const wordsBy = z.record(z.string(), words);
export const span = z.tuple([z.number(), z.number()]);
export const monthDay = z.string().regex(/^\d\d-\d\d$/);
export const monthOfYear = z.int().min(1).max(12);
export const month = z.string().regex(/^\d{4}-\d\d$/);
/** A log-normal: the median and the standard deviation of its logarithm. */
export const logNormal = z.strictObject({median: factor, spread: amount});
