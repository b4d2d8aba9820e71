/** Quotes a name for SQL: `投诉"日期` → `"投诉""日期"`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a text for SQL: `it's` → `'it''s'`. A NUL can't stand in a literal and is refused. */
export function literal(value: string): string {
  if (value.includes('\0')) throw new Error(`a NUL character can't stand in an SQL literal: ${JSON.stringify(value)}`);
  return `'${value.replaceAll("'", "''")}'`;
}

/** A list of texts as an SQL list: `['a', 'b']`. */
export function literalList(values: readonly string[]): string {
  return `[${values.map(literal).join(', ')}]`;
}
