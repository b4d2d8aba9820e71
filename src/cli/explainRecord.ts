import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {readCaseStory, type CaseStory, type StoryClock} from '../run/caseStory.ts';
import {openWarehouse, type PipelineOptions} from './options.ts';
import {table} from './table.ts';

/** Prints the story of a case under the policy: what happened, what rules did, which limits it was under, what counts it. */
export async function explainRecord(id: string, options: PipelineOptions, asJson: boolean): Promise<void> {
  const {database} = await openWarehouse(options);
  try {
    const story = await readCaseStory(id, database);
    if (!story) {
      const near = await database.query<{id: string}>(
        'select complaint_id as id from core.complaints order by levenshtein(complaint_id, $id), 1 limit 3',
        {id}
      );
      throw new UsageError(
        `there is no case "${id}" in this pipeline${suggestion(
          id,
          near.map((row) => row.id)
        )}`
      );
    }
    process.stdout.write(asJson ? `${JSON.stringify(story, null, 1)}\n` : `${tell(story)}\n`);
  } finally {
    database.close();
  }
}

function tell({record, run, timeline, clocks, escalations, closed_loop, counted}: CaseStory): string {
  const facts = [record.kind, record.category, record.severity, record.department, record.handler];
  const blocks = [
    [
      `${record.complaint_id} · ${facts.filter((fact) => fact !== null).join(' · ')}`,
      `as of ${run.as_of} (${run.time_zone}), under ${run.policy}`
    ].join('\n'),
    `What happened\n${table(timeline)}`,
    ...(escalations.length > 0 ? [`What the rules of escalation did\n${table(escalations)}`] : []),
    ...(clocks.length > 0 ? [`Limits\n${table(clocks.map(clockRow))}`] : ['Limits\nnone applies to this case']),
    ...(closed_loop ? [`Closed loop (clause ${closed_loop.clause ?? '–'})\n${loopLine(closed_loop)}`] : []),
    `Counted in\n${table(counted)}`
  ];
  return blocks.join('\n\n');
}

function clockRow(clock: StoryClock): Record<string, unknown> {
  const {limit, unit, from, to, source, clause} = clock;
  const length = limit === null ? 'set by the register' : `${limit} ${unitWord(unit, limit)}`;
  return {
    clock: clock.clock,
    limit: `${length}, ${from} → ${to}`,
    started: clock.started_at,
    due: clock.due_at,
    ...(clock.approved_due_at === clock.due_at ? {extended: ''} : {extended: clock.approved_due_at}),
    stopped: clock.stopped_at,
    verdict: clock.is_provisional ? `${clock.state}, provisional` : clock.state,
    clause: clause === null ? source : `${clause} (${source})`
  };
}

/** `working_days` as people say it: 1 working day, 3 working days. */
function unitWord(unit: string | null, count: number): string {
  const words = (unit ?? '').replace('_', ' ');
  return count === 1 ? words.replace(/s$/, '') : words;
}

function loopLine({steps, missing, is_out_of_order, is_complete}: NonNullable<CaseStory['closed_loop']>): string {
  if (is_complete) return `complete: ${steps.join(' → ')}`;
  const faults = [
    ...(missing.length > 0 ? [`missing ${missing.join(', ')}`] : []),
    ...(is_out_of_order ? ['not in order'] : [])
  ];
  return `not complete: ${faults.join('; ')} (asked for: ${steps.join(' → ')})`;
}
