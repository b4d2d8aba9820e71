import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import {readProjectModels} from '../transform/modelsOnDemand.ts';
import {complaint, event, type SmallWorld, type StagedRow} from '../transform/smallWorld.ts';
import {recomputeCards} from './recomputeCards.ts';
import {scoredWorld} from './scoredWorld.ts';

const RULES = `
    scorecard:
      - {kpi: resolution_on_time, weight: 0.6, target: 0.95, floor: 0.55, minimum: 8, attribution: deadline}
      - {kpi: satisfaction, weight: 0.3, target: 0.9, floor: 0.5, minimum: 8, attribution: time}
      - {kpi: escalation_rate, weight: 0.1, target: 0.02, floor: 0.1, minimum: 12, attribution: time}
    appraisal: {people: [quarter], departments: [quarter]}
`;

const day = (number: number, hour = 9) => new Date(Date.UTC(2026, 3, number, hour)).toISOString();

/** A case of a category that was solved in so many days and scored so. */
function caseOf(
  id: string,
  handler: string,
  category: string,
  days: number,
  score: number
): {row: StagedRow; steps: StagedRow[]} {
  return {
    row: complaint(id, {
      received_at: day(1),
      category,
      severity: 'general',
      channel: 'phone',
      callback_score: score,
      called_back_at: day(20)
    }),
    steps: [
      event(id, day(1, 10), 'dispatched', {department: 'Service', handler}),
      event(id, day(1 + days), 'resolved', {department: 'Service', handler})
    ]
  };
}

/** Lin has hard cases (leaks), of which one came from Chen after four days; the others have easy ones as well. */
function cases(): {row: StagedRow; steps: StagedRow[]}[] {
  const lin = [2, 3, 4, 9, 3, 8, 2, 4, 5].map((days, i) =>
    caseOf(`L${String(i + 1)}`, 'Lin', i < 7 ? 'leak' : 'noise', days, [5, 4, 2, 3, 5, 4, 4, 5, 2][i]!)
  );
  const passedOn = caseOf('L10', 'Lin', 'leak', 9, 3);
  passedOn.steps = [
    event('L10', day(1, 10), 'dispatched', {department: 'Service', handler: 'Chen'}),
    event('L10', day(5, 10), 'transferred', {department: 'Service', handler: 'Lin'}),
    event('L10', day(11, 10), 'resolved', {department: 'Service', handler: 'Lin'})
  ];
  const others = ['Chen', 'Gao', 'Wu'].flatMap((name, which) =>
    Array.from({length: 24}, (_, i) =>
      caseOf(
        `${name}${String(i + 1)}`,
        name,
        i < 6 ? 'leak' : 'noise',
        (i + which) % (i < 6 ? 3 : 8) === 0 ? 9 : 3,
        (i + which) % 5 === 0 ? 3 : 5
      )
    )
  );
  return [...lin, passedOn, ...others];
}

let world: SmallWorld;

beforeAll(async () => {
  const all = cases();
  const rows = {complaint: all.map(({row}) => row), complaint_event: all.flatMap(({steps}) => steps)};
  world = await scoredWorld(RULES, rows, '2026-07-31T00:00:00Z');
});
afterAll(() => {
  world.close();
});

const number = (value: number | null, digits: number) => (value === null ? '' : value.toFixed(digits));

/** The card of Lin with its cases, as the READMEs print it. */
async function workedText(): Promise<string> {
  const of = "dimension = 'handler' and member = 'Lin' and grain = 'quarter'";
  const rows = await world.database.query<{
    kpi: string;
    record_id: string;
    share: number;
    count: number;
    peer_rate: number;
  }>(
    `select kpi, record_id, share, "count", peer_rate from marts.card_evidence where ${of} and counted = 'in_figure'
     order by kpi, length(record_id), record_id`
  );
  const heads = await world.database.query<
    Record<string, number | null> & {kpi: string; basis: string | null; verdict: string | null}
  >(
    `select kpi, weight, used_weight, minimum, "count", total, "value", reference, expected, adjusted, centre, verdict, basis, scored, achieved, points
     from marts.card_heads where ${of} order by position`
  );
  const lines = heads.flatMap((head) => [
    head.kpi,
    ...rows
      .filter(({kpi}) => kpi === head.kpi && head.basis !== null)
      .map(
        (row) =>
          `  ${row.record_id.padEnd(4)} share ${number(row.share, 4)}  in numerator ${number(row.count, 4)}  peers ${number(row.peer_rate, 6)}`
      ),
    `  sum  total ${number(head['total']!, 4)}  count ${number(head['count']!, 4)}  expected ${number(head['expected']!, 6)}  minimum ${number(head['minimum']!, 0)}`,
    ...(head.basis === null
      ? ['  left out']
      : [
          `  value ${number(head['value']!, 6)}  all cases of peers ${number(head['reference']!, 6)}  adjusted ${number(head['adjusted']!, 6)}  all ${number(head['centre']!, 6)}`,
          `  ${head.verdict!}: scored by ${head.basis} ${number(head['scored']!, 6)}, achieved ${number(head['achieved']!, 6)}, weight ${number(head['used_weight']!, 6)}, points ${number(head['points']!, 1)}`
        ])
  ]);
  const [card] = await world.database.query<{points: number}>(`select points from marts.cards where ${of}`);
  return [...lines, `points ${number(card!.points, 1)}`].join('\n');
}

it.each(['README.md', 'README.zh-CN.md'])('the worked example of %s is what the cards say', async (file) => {
  const text = await workedText();
  const readme = await readFile(join(projectRoot, file), 'utf8');
  expect(readme).toContain(text);
});

it('is the same by hand, for everybody in it', async () => {
  const {kpis} = await readProjectModels();
  const {cards, wrong} = await recomputeCards(world.policy.versions[0]!, kpis, world.database);
  expect(wrong).toEqual([]);
  expect(cards).toBe(5);
});
