import {distance} from 'fastest-levenshtein';

/** The letters and digits of a header alone, small and narrow, without what stands in brackets, such as a unit. */
export function plainHeader(header: string): string {
  const narrow = header.normalize('NFKC').toLowerCase();
  const bare = narrow.replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|<[^<>]*>/g, '');
  return (/[\p{L}\p{N}]/u.test(bare) ? bare : narrow).replace(/[^\p{L}\p{N}]/gu, '');
}

/** How well a header fits one of the plain names, the most telling of which stands first: 1 where it is that, 0 for none. */
export function headerScore(header: string, names: readonly string[]): number {
  const plain = plainHeader(header);
  if (plain === '') return 0;
  return Math.max(0, ...names.map((name, i) => oneScore(plain, name) * (1 - Math.min(i, 40) * 0.003)));
}

function oneScore(header: string, name: string): number {
  if (header === name) return 1;
  if (header.includes(name) && isTelling(name)) return 0.5 + (0.3 * name.length) / header.length;
  if (name.includes(header) && isTelling(header)) return 0.4 + (0.2 * header.length) / name.length;
  // Of Chinese names two that differ in one sign mean different things.
  const isNear = /^[a-z0-9]{5,}$/.test(header) && /^[a-z0-9]{5,}$/.test(name) && distance(header, name) === 1;
  return isNear ? 0.7 : 0;
}

/** Whether a part of a name tells enough: two Chinese signs, or five Latin letters. */
function isTelling(part: string): boolean {
  return part.length >= (/^[\p{Script=Latin}\p{N}]+$/u.test(part) ? 5 : 2);
}
