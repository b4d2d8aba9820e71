import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import type {Contract} from '../../contract/contract.ts';
import {suggestion} from '../nearest.ts';
import {doubled, type PolicyProblem} from './problem.ts';

/** The list of a version that holds the words of a condition. */
const LISTS = {
  category: 'categories',
  severity: 'severities',
  risk: 'risks',
  segment: 'segments',
  channel: 'channels'
} as const;

const CONDITIONS = [...(Object.keys(LISTS) as (keyof typeof LISTS)[]), 'kind', 'responsibility'] as const;
type Conditions = Partial<Record<(typeof CONDITIONS)[number], readonly string[] | undefined>>;

type Contracts = ReadonlyMap<string, Contract>;

/** Words that stand twice in a list, conditions on words that their list lacks, and fields that their record lacks. */
export function wordProblems(version: PolicyVersion, contracts: Contracts): PolicyProblem[] {
  return [
    ...Object.values(LISTS).flatMap((list) =>
      doubled<{readonly code: string}>(
        version[list],
        (i) => `${list}.${String(i)}.code`,
        ({code}) => code
      )
    ),
    ...doubled(
      version.validity,
      (i) => `validity.${String(i)}.reason`,
      ({reason}) => reason
    ),
    ...fieldProblems(version, contracts),
    ...version.clocks.flatMap(({when = {}}, i) => conditionProblems(`clocks.${String(i)}`, when, version, contracts)),
    ...version.escalation.flatMap(({when}, i) => conditionProblems(`escalation.${String(i)}`, when, version, contracts))
  ];
}

function fieldProblems({required_fields, retention}: PolicyVersion, contracts: Contracts): PolicyProblem[] {
  const archived = retention?.fields ?? [];
  return [
    ...required_fields.flatMap(({field, record}, i) =>
      unknownField(`required_fields.${String(i)}.field`, field, record, contracts)
    ),
    ...doubled(
      required_fields,
      (i) => `required_fields.${String(i)}.field`,
      ({field, record}) => `${record}.${field}`
    ),
    ...archived.flatMap((field, i) => unknownField(`retention.fields.${String(i)}`, field, 'complaint', contracts)),
    ...doubled(
      archived,
      (i) => `retention.fields.${String(i)}`,
      (field) => field
    )
  ];
}

function unknownField(at: string, field: string, record: string, contracts: Contracts): PolicyProblem[] {
  const known = contracts.get(record)?.fields.map(({name}) => name) ?? [];
  return known.includes(field) ? [] : [{at, what: `${record} has no field "${field}"${suggestion(field, known)}`}];
}

function conditionProblems(
  at: string,
  when: Conditions,
  version: PolicyVersion,
  contracts: Contracts
): PolicyProblem[] {
  return CONDITIONS.flatMap((condition) => {
    const known = wordsFor(condition, version, contracts);
    if (known.length === 0) return [];
    return (when[condition] ?? []).flatMap((word, i) =>
      known.includes(word)
        ? []
        : [
            {
              at: `${at}.when.${condition}.${String(i)}`,
              what: `the version has no ${condition} "${word}"${suggestion(word, known)}`
            }
          ]
    );
  });
}

/** The words that a condition may have: those of the version's list, else those of the contract; none for any word. */
function wordsFor(
  condition: (typeof CONDITIONS)[number],
  version: PolicyVersion,
  contracts: Contracts
): readonly string[] {
  const listed = condition in LISTS ? version[LISTS[condition as keyof typeof LISTS]].map(({code}) => code) : [];
  if (listed.length > 0) return listed;
  return contracts.get('complaint')?.fields.find(({name}) => name === condition)?.codes ?? [];
}
