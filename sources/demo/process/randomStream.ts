/** The keys and weights of records that were drawn from before. */
const tables = new WeakMap<object, {readonly keys: string[]; readonly weights: number[]}>();

/**
 * Numbers that look random and follow from a key alone: the same key gives the same numbers on every machine. Each
 * matter of a case has a stream of its own, so that one more draw here changes nothing there.
 *
 * The key is hashed as cyrb53 does it (bryc) and drives sfc32 (Chris Doty-Humphrey, PractRand), both in the public domain.
 * Not for secrets.
 */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter: number;

  constructor(...key: readonly (string | number)[]) {
    const text = key.join('/');
    let low = 0xdeadbeef;
    let high = 0x41c6ce57;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = Math.imul(low ^ unit, 2654435761);
      high = Math.imul(high ^ unit, 1597334677);
    }
    this.#a = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
    this.#b = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
    this.#c = low ^ high;
    this.#counter = 1;
    for (let i = 0; i < 12; i++) this.uniform();
  }

  /** A number from 0 up to, not including, 1. */
  uniform(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }

  /** A whole number between both ends, which are included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low + 1));
  }

  chance(share: number): boolean {
    return this.uniform() < share;
  }

  /** One of a list. Throws when the list is empty. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('pick: the list is empty');
    return list[Math.floor(this.uniform() * list.length)] as T;
  }

  /** One of the keys, as often as its weight says. */
  weighted(weights: Readonly<Record<string, number>>): string {
    const table = tables.get(weights) ?? {keys: Object.keys(weights), weights: Object.values(weights)};
    tables.set(weights, table);
    return table.keys[this.weightedIndex(table.weights)] as string;
  }

  /** One of a list, as often as its weight says. */
  pickByWeight<T>(list: readonly T[], weightOf: (member: T) => number): T {
    return list[this.weightedIndex(list.map(weightOf))] as T;
  }

  /** The place of one of the weights, as often as it says. Throws when no weight is above zero. */
  weightedIndex(weights: readonly number[]): number {
    let total = 0;
    for (const weight of weights) total += weight;
    if (total <= 0) throw new Error('weightedIndex: no weight is above zero');
    let rest = this.uniform() * total;
    for (let i = 0; i < weights.length; i++) {
      rest -= weights[i] ?? 0;
      if (rest < 0) return i;
    }
    return weights.findLastIndex((weight) => weight > 0);
  }

  /** Standard normal (Box–Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Log-normal by its median and the standard deviation of its logarithm. */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** Poisson, for means up to some dozens (Knuth's product of uniforms). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let count = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) count++;
    return count;
  }

  /** A string of decimal digits. */
  digits(length: number): string {
    const count = Math.min(length, 8);
    const digits = String(Math.floor(this.uniform() * 10 ** count)).padStart(count, '0');
    return length > count ? digits + this.digits(length - count) : digits;
  }
}
