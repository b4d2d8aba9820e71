import {z} from 'zod';

const SECONDS = {millisecond: 0.001, second: 1, minute: 60, hour: 3600, day: 86_400} as const;

/** A length of time as written, such as `10 minutes`; read as seconds. */
export const duration = z
  .string()
  .regex(/^\d+ (?:millisecond|second|minute|hour|day)s?$/, {
    error: 'expected a length of time such as "10 minutes" or "2 days"'
  })
  .transform((text) => {
    const [count, unit = ''] = text.split(' ');
    return Number(count) * SECONDS[unit.replace(/s$/, '') as keyof typeof SECONDS];
  });
