/** The number of a month since the year 0, from its first day, YYYY-MM-DD. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The regressors of a yearly season with one wave, for a month counted as by `monthOf`. */
export function seasonTerms(month: number): [number, number] {
  const angle = (2 * Math.PI * month) / 12;
  return [Math.sin(angle), Math.cos(angle)];
}
