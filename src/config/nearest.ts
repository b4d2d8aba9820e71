import {distance} from 'fastest-levenshtein';

/** The known word that is nearest to a mistyped one, if any is near: at most a third of its letters differ, or two of four. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const apart = distance(word.trim().toLowerCase(), candidate.toLowerCase());
    if (apart < fewest) {
      best = candidate;
      fewest = apart;
    }
  }
  return best;
}

/** `; did you mean "x"?`, or the list of what there is; empty where nothing is known. */
export function suggestion(word: string, known: Iterable<string>): string {
  const words = [...known];
  const best = nearest(word, words);
  if (best !== undefined) return `; did you mean "${best}"?`;
  return words.length === 0 ? '' : `; there is ${words.slice(0, 40).join(', ')}${words.length > 40 ? ', …' : ''}`;
}
