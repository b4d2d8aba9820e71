import {suggestion} from '../nearest.ts';

/** A mistake in a policy: the setting that has it, and `what, got value; remedy`. */
export interface PolicyProblem {
  readonly at: string;
  readonly what: string;
}

/** A problem at each entry of a list whose key an earlier entry has. */
export function doubled<T>(
  entries: readonly T[],
  at: (index: number) => string,
  keyOf: (entry: T) => string
): PolicyProblem[] {
  const keys = entries.map(keyOf);
  return keys.flatMap((key, i) =>
    keys.indexOf(key) < i ? [{at: at(i), what: `"${key}" stands twice; take one out`}] : []
  );
}

/** A problem where a name is none of those that there are. */
export function unknownName(at: string, what: string, name: string, known: readonly string[]): PolicyProblem[] {
  return known.includes(name) ? [] : [{at, what: `there is no ${what} "${name}"${suggestion(name, known)}`}];
}
