import type {ContractField} from '../contract/contract.ts';
import {FALSE_WORDS, NUMBER, TRUE_WORDS} from '../contract/typedValue.ts';
import {headerScore, plainHeader} from './headerScore.ts';
import {isShowable} from './personal.ts';
import type {Vocabulary} from './vocabulary.ts';

/** What becomes of the words of a column in a field of codes, flags or numbers. */
export interface MappedWords {
  /** Their words to ours. */
  readonly values: Readonly<Record<string, string>>;
  /** Their words, with how many rows have each, of which ours is not known. */
  readonly unknown: ReadonlyMap<string, number>;
  /** The share of the rows whose word is known. */
  readonly share: number;
}

/** Finds our word for each word of a column: those of the contract as they are, others by the vocabulary. */
export function mapWords(
  kind: string,
  field: ContractField,
  column: {readonly name: string; readonly texts: readonly string[]},
  vocabulary: Vocabulary
): MappedWords {
  const ours = Object.entries(vocabulary.values[kind]?.[field.name] ?? {});
  const isOpposite = (vocabulary.opposites[kind]?.[field.name] ?? []).some((word) =>
    plainHeader(column.name).includes(word)
  );
  const values: Record<string, string> = {};
  const unknown = new Map<string, number>();
  for (const [word, count] of countWords(column.texts)) {
    const plain = readPlain(field, word);
    const mapped =
      isOpposite && plain !== undefined
        ? String(plain !== 'true')
        : (plain ?? nearestOf(word, count, ours, vocabulary.familyNames));
    if (mapped === undefined) unknown.set(word, count);
    else if (mapped !== plain) values[word] = mapped;
  }
  const missed = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  return {values, unknown, share: column.texts.length === 0 ? 0 : 1 - missed / column.texts.length};
}

/** The words of a column with how many rows have each, the most frequent first. */
export function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

/** A word that needs no mapping, as it will be read. */
function readPlain({type, codes}: ContractField, word: string): string | undefined {
  switch (type) {
    case 'code':
      return codes?.includes(word) === true ? word : undefined;
    case 'flag':
      if (TRUE_WORDS.includes(word.toLowerCase())) return 'true';
      return FALSE_WORDS.includes(word.toLowerCase()) ? 'false' : undefined;
    case 'number':
    case 'integer':
      return new RegExp(`^${NUMBER}$`).test(word) ? word : undefined;
    case 'text':
    case 'instant':
      return word;
  }
}

function nearestOf(
  word: string,
  count: number,
  ours: readonly (readonly [string, readonly string[]])[],
  familyNames: string
): string | undefined {
  const plain = plainHeader(word);
  const exact = ours.find(([, theirs]) => theirs.includes(plain));
  if (exact) return exact[0];
  // 不满意 holds 满意, and 张三来电 holds 来电: a word that denies or names somebody is not what it holds.
  if (!isShowable(word, count, familyNames) || /[不未非无]|\b(?:not|non|un|in)/i.test(word)) return undefined;
  const scores = ours.flatMap(([own, theirs]) =>
    theirs.filter((one) => !/[0-9]/.test(plain.replace(one, ''))).map((one) => ({own, score: headerScore(word, [one])}))
  );
  return scores.reduce<{own?: string; score: number}>((most, one) => (one.score > most.score ? one : most), {
    score: 0.6
  }).own;
}
