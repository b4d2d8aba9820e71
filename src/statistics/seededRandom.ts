/**
 * A small generator of pseudo-random numbers (mulberry32), so that what is drawn is the same each time.
 *
 * @param seed a whole number
 * @returns a function that returns the next number in [0, 1)
 * @example seededRandom(1)() // 0.62707
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
