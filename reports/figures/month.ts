/**
 * Months as whole numbers, so that rows are compared without texts: the months since year 0.
 *
 * @example monthOfText('2026-03') // 24314
 */
export function monthOfText(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/** The month of a time in milliseconds since 1970, read as local time. */
export function monthOfTime(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** A month as it stands in addresses and tables: 2026-03. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** How many days a month has. */
export function daysOfMonth(month: number): number {
  return new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
}
