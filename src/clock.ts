/** The only place that reads the wall clock. Everything else is told what time it is. */
export function now(): Date {
  return new Date();
}
