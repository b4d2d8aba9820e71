import type {Printable} from '../drawing/markup.ts';

/** Puts something printable between the parts of a list. */
export function joined(parts: readonly Printable[], between: Printable): Printable[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
