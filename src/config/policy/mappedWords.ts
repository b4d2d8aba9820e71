import type {Policy} from '../../../pipelines/policies/schema.ts';
import type {FieldMapping} from '../../contract/mapping.ts';
import type {Source} from '../../extract/source.ts';
import {suggestion} from '../nearest.ts';
import {shortPath} from '../yamlFile.ts';

/** The fields of a complaint whose words a policy lists. */
const LISTS = {
  category: 'categories',
  severity: 'severities',
  risk: 'risks',
  channel: 'channels',
  customer_segment: 'segments'
} as const;

/**
 * Words that the sources put in for theirs although no version of the policy lists them, as `file, path: what; remedy`.
 * Where some version lists none, every word is fine.
 */
export function mappedWordProblems(policy: Policy, sources: readonly Source[]): string[] {
  return sources.flatMap(({path, records}) =>
    records
      .filter(({mapping}) => mapping.contract.kind === 'complaint')
      .flatMap(({mapping}) => mapping.fields)
      .flatMap((mapping) => {
        const name = mapping.field.name;
        if (!(name in LISTS)) return [];
        const lists = policy.versions.map((version) => version[LISTS[name as keyof typeof LISTS]]);
        if (lists.some((list) => list.length === 0)) return [];
        const known = [...new Set(lists.flatMap((list) => list.map(({code}) => code)))];
        return wordsOf(mapping)
          .filter(({word}) => !known.includes(word))
          .map(
            ({at, word}) =>
              `${shortPath(path)}, records.complaint.${name}.${at}: the policy "${policy.id}" has no ${name} "${word}"${suggestion(word, known)}`
          );
      })
  );
}

function wordsOf({origin, values, otherwise}: FieldMapping): {at: string; word: string}[] {
  return [
    ...[...(values ?? [])].map(([theirs, word]) => ({at: `values.${theirs}`, word})),
    ...(otherwise === undefined ? [] : [{at: 'otherwise', word: otherwise}]),
    ...(origin.from === 'constant' && !values && otherwise === undefined
      ? [{at: 'constant', word: origin.constant}]
      : [])
  ];
}
