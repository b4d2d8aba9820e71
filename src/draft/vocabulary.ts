import {join} from 'node:path';
import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {readYamlFile} from '../config/yamlFile.ts';
import {projectRoot} from '../project.ts';
import {plainHeader} from './headerScore.ts';

/** Words, as one text with bars between them; read in their plain form (see plainHeader), in which they are compared. */
const words = z.string().transform((text) => text.split('|').map(plainHeader));

/** sources/headers.yaml */
const headersSpec = z.record(z.string(), z.record(z.string(), words));

/** sources/words.yaml */
const wordsSpec = strict({
  nulls: z.array(z.string()),
  totals: z.array(z.string()),
  alike: z.record(z.string(), words),
  dates: z.array(z.string()),
  values: z.record(z.string(), z.record(z.string(), z.record(z.string(), words))),
  opposites: z.record(z.string(), z.record(z.string(), words)),
  kinds: z.record(z.string(), words),
  family_names: z.string()
});

/** What columns are called and what stands in their cells, in Chinese and English; names and words in their plain form. */
export interface Vocabulary {
  /** By record kind, or `shared`, and field: names of columns, the most telling first. */
  readonly headers: z.output<typeof headersSpec>;
  /** By record kind and field: our words, each with theirs. */
  readonly values: z.output<typeof wordsSpec>['values'];
  /** By record kind and field: words in the name of a column that asks the opposite. */
  readonly opposites: z.output<typeof wordsSpec>['opposites'];
  /** By record kind: words in the titles of what holds them. */
  readonly kinds: z.output<typeof wordsSpec>['kinds'];
  readonly nulls: readonly string[];
  /** What stands in the first cell of a row of sums. */
  readonly totals: readonly string[];
  /** Date formats, in the order in which they are tried. */
  readonly dates: readonly string[];
  /** Each a sign. */
  readonly familyNames: string;
}

export async function readVocabulary(folder = join(projectRoot, 'sources')): Promise<Vocabulary> {
  const headers = await readYamlFile(join(folder, 'headers.yaml'), headersSpec);
  const {family_names: familyNames, alike, ...rest} = await readYamlFile(join(folder, 'words.yaml'), wordsSpec);
  const varied = Object.entries(headers).map(([kind, fields]) => [
    kind,
    Object.fromEntries(Object.entries(fields).map(([field, names]) => [field, withVariants(names, alike)]))
  ]);
  return {headers: Object.fromEntries(varied) as Vocabulary['headers'], ...rest, familyNames};
}

/** Names of columns and, after them, the same with words that stand for those in them. */
function withVariants(names: readonly string[], alike: Readonly<Record<string, readonly string[]>>): string[] {
  const variants = names.flatMap((name) =>
    Object.entries(alike).flatMap(([word, others]) =>
      name.includes(word) ? others.map((other) => name.replace(word, other)) : []
    )
  );
  return [...new Set([...names, ...variants])];
}

/** The names under which a column of a field goes, the most telling first. */
export function headersOf({headers}: Vocabulary, kind: string, field: string): readonly string[] {
  return [...(headers[kind]?.[field] ?? []), ...(headers['shared']?.[field] ?? [])];
}
