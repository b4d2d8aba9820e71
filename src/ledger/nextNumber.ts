/** The number of the next entry of a year: one more than the highest that is there, from 0001. */
export function nextNumber(entries: readonly {readonly entry: string}[], year: string): string {
  const numbers = entries.filter(({entry}) => entry.startsWith(`${year}-`)).map(({entry}) => Number(entry.slice(5)));
  return `${year}-${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`;
}
