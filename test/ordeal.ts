/** Whether this is `npm run ordeal`, which takes the time that `npm test` has not. */
export const isOrdeal = process.env['HUISHENG_KILLS'] !== undefined;

/** Says on the console what waits for `npm run ordeal`. */
export function leaveToOrdeal(what: string): void {
  if (!isOrdeal) console.log(`left to npm run ordeal, for the time that it takes: ${what}`);
}
