import {readFile} from 'node:fs/promises';
import {relative} from 'node:path';
import {parseDocument} from 'yaml';
import type {z} from 'zod';
import {suggestion} from './nearest.ts';
import {ProblemsError, messageOf} from './problems.ts';

/** A path as people read it: relative to where they stand, if it lies below. */
export function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}

/**
 * Reads a YAML file and checks it. Throws a ProblemsError that lists every mistake as
 * `file, path: what was expected, got value; remedy`.
 */
export async function readYamlFile<T extends z.ZodType>(path: string, schema: T): Promise<z.output<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ProblemsError([`${shortPath(path)}: ${missing ? 'there is no such file' : messageOf(cause)}`]);
  }
  return checkYaml(text, schema, shortPath(path));
}

/** Checks YAML text that came from `place`. See readYamlFile. */
export function checkYaml<T extends z.ZodType>(text: string, schema: T, place: string): z.output<T> {
  const document = parseDocument(text, {prettyErrors: true});
  if (document.errors.length > 0) {
    throw new ProblemsError(document.errors.map((error) => `${place}: not YAML: ${error.message.trim()}`));
  }
  return checkValue(document.toJS(), schema, place);
}

/** Checks a value that was read from YAML and stands at `place`. See readYamlFile. */
export function checkValue<T extends z.ZodType>(value: unknown, schema: T, place: string): z.output<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ProblemsError(result.error.issues.flatMap((issue) => describe(issue, value, place)));
}

function describe(issue: z.core.$ZodIssue, value: unknown, place: string): string[] {
  const where = (path: readonly PropertyKey[]) =>
    path.length === 0 ? place : `${place}, ${path.map(String).join('.')}`;
  if (issue.code === 'unrecognized_keys') {
    const known = (issue as {known?: string[]}).known ?? [];
    return issue.keys.map((key) => `${where([...issue.path, key])}: unknown setting${suggestion(key, known)}`);
  }
  if (issue.code === 'invalid_key') return issue.issues.map(({message}) => `${where(issue.path)}: ${message}`);
  const got = valueAt(value, issue.path);
  if (issue.code === 'invalid_union' && 'options' in issue) {
    const options = issue.options.map(String);
    if (got === undefined) return [`${where(issue.path)}: missing; expected ${options.join(' or ')}`];
    const word = typeof got === 'string' ? got : JSON.stringify(got);
    return [`${where(issue.path)}: got "${word}"${suggestion(word, options)}`];
  }
  if (issue.code === 'invalid_value' && typeof got === 'string') {
    return [`${where(issue.path)}: got "${got}"${suggestion(got, issue.values.map(String))}`];
  }
  if (issue.code === 'invalid_type' && got === undefined)
    return [`${where(issue.path)}: missing; expected ${issue.expected}`];
  const shown = got === undefined || typeof got === 'object' ? '' : `, got ${JSON.stringify(got)}`;
  return [`${where(issue.path)}: ${issue.message.replace(/^Invalid input: /, '')}${shown}`];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);
}
