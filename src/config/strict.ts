import {z} from 'zod';

/** A zod object that refuses settings it does not know and, in its errors, knows those that there are. */
export function strict<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys') Object.assign(issue, {known: Object.keys(shape)});
      return undefined;
    }
  });
}

/** A text in Chinese and English; a plain text serves for both. */
export const localText = z
  .union([z.string().min(1), z.strictObject({'zh-CN': z.string().min(1), en: z.string().min(1)})])
  .transform((text) => (typeof text === 'string' ? {'zh-CN': text, en: text} : text));
