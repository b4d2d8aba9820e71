/** What JSON holds, with each number as the text that was written. */
export type Json = string | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

const stringOrNumber = /"[^"\\]*(?:\\.[^"\\]*)*"|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/g;

/**
 * Parses JSON with each number as its text: identifiers above 2^53 keep their digits, and 1.10 its zero. Outside of
 * strings, digits stand in numbers only, so that putting them in quotation marks is enough. Throws a SyntaxError.
 *
 * @example parseJson('{"id": 9007199254740993}') // {id: '9007199254740993'}
 */
export function parseJson(text: string): Json {
  return JSON.parse(text.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`))) as Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The value at a path such as `meta.after_cursor`, `sort.0` or, as a JSON pointer (RFC 6901), `/meta/after_cursor`;
 * undefined where there is none. The empty path is the value itself.
 */
export function valueAt(value: Json, path: string): Json | undefined {
  const steps = path.startsWith('/')
    ? path
        .slice(1)
        .split('/')
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    : path.split('.').filter((step) => step !== '');
  let at: Json | undefined = value;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.prototype.propertyIsEnumerable.call(at, step))
      return undefined;
    at = (at as JsonObject)[step];
  }
  return at;
}
