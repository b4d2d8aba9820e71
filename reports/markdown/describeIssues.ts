import {closest} from 'fastest-levenshtein';
import {z} from 'zod';

/** Tells every fault in a component's options, one a line: where, what was expected, what came, what was meant. */
export function describeIssues(where: string, form: z.ZodType, error: z.ZodError): string {
  const known = form instanceof z.ZodObject ? Object.keys(form.shape) : [];
  return error.issues
    .map((issue) => {
      const place = [where, issue.path.join('.')].filter((part) => part !== '').join(', ');
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => `${place}: unknown option "${key}"${meant(key, known)}`).join('\n');
      }
      if (issue.code === 'invalid_value') {
        const values = issue.values.map(String);
        const given = typeof issue.input === 'string' ? issue.input : undefined;
        return `${place}: expected one of ${values.join(', ')}${given === undefined ? '' : `, got "${given}"${meant(given, values)}`}`;
      }
      return `${place}: ${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
    })
    .join('\n');
}

function meant(given: string, known: readonly string[]): string {
  return known.length === 0 ? '; it takes none' : `; did you mean "${closest(given, known)}"?`;
}
