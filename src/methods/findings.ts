import {z} from 'zod';
import {groupsOf} from './groups.ts';
import {defineMethod, type MethodRow} from './method.ts';

const options = z.strictObject({
  most: z.int().min(2).describe('how many findings a period has at most'),
  first: z.string().describe('the kind that always stands first'),
  last: z.string().describe('the kind that always stands last'),
  quiet: z.string().describe('the kind that is said where there is nothing else to say'),
  follows: z
    .record(z.string(), z.string())
    .describe('kinds that only follow one of another kind that is of the same figure'),
  at_most: z
    .record(z.string(), z.int().min(1))
    .describe('how many of a kind are said; of what is equally urgent, the kind that is named first comes first')
});

const input = z.strictObject({
  grain: z.string(),
  period_start: z.string(),
  kind: z.string(),
  kpi: z.string().nullable(),
  dimension: z.string().nullable(),
  member: z.string().nullable(),
  month: z.string().nullable(),
  compared: z.string().nullable(),
  measure_id: z.string().nullable(),
  review: z.int().nullable(),
  clause: z.int().nullable(),
  others: z.int(),
  urgency: z.int(),
  size: z.number()
});
type Candidate = z.output<typeof input>;
type Options = z.output<typeof options>;

/**
 * What is to be said of a period first: of everything that its statistics let be said, the most urgent, not too much of one kind, and where nothing
 * is left, that it was quiet.
 */
export const findings = defineMethod({
  options,
  input,
  columns: {
    grain: 'varchar',
    period_start: 'date',
    position: 'integer',
    kind: 'varchar',
    kpi: 'varchar',
    dimension: 'varchar',
    member: 'varchar',
    month: 'date',
    compared: 'varchar',
    measure_id: 'varchar',
    review: 'integer',
    clause: 'integer',
    others: 'integer',
    urgency: 'integer'
  },
  run: (rows, settings) => groupsOf(rows, ['grain', 'period_start']).flatMap((period) => choose(period, settings))
});

function choose(period: readonly Candidate[], settings: Options): MethodRow[] {
  const {most, first, last, quiet, follows, at_most} = settings;
  const leading = period.filter(({kind}) => kind === first);
  const closing = period.filter(({kind}) => kind === last);
  const kinds = Object.keys(at_most);
  const others = kinds
    .flatMap((kind) => inTurns(period, kind).slice(0, at_most[kind]))
    .toSorted((a, b) => b.candidate.urgency - a.candidate.urgency || a.turn - b.turn)
    .slice(0, most - leading.length - closing.length)
    .map(({candidate}) => candidate);
  const {grain, period_start} = period[0]!;
  const said = others.length > 0 ? others : [{...NOTHING, grain, period_start, kind: quiet}];
  return [...leading, ...said, ...closing]
    .flatMap((one) => [one, ...period.filter(({kind, kpi}) => follows[kind] === one.kind && kpi === one.kpi)])
    .map((row, i) => ({...row, position: i + 1}));
}

/** The candidates of a kind, the most urgent and the largest first. Among those as urgent, one of each kind comes before the second of any. */
function inTurns(period: readonly Candidate[], wanted: string): {candidate: Candidate; turn: number}[] {
  const candidates = period
    .filter(({kind}) => kind === wanted)
    .toSorted((a, b) => b.urgency - a.urgency || b.size - a.size);
  return candidates.map((candidate) => ({
    candidate,
    turn: candidates.filter(({urgency}) => urgency === candidate.urgency).indexOf(candidate)
  }));
}

const NOTHING = {
  ...{
    kpi: null,
    dimension: null,
    member: null,
    month: null,
    compared: null,
    measure_id: null,
    review: null,
    clause: null
  },
  ...{others: 0, urgency: 0, size: 0}
};
