import {appendFile, mkdir, open, readFile, truncate} from 'node:fs/promises';
import {dirname} from 'node:path';
import {z} from 'zod';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {CHANNELS} from '../deliver/deliverSpec.ts';
import {isLocked} from './lock.ts';
import type {State} from './state.ts';

const count = z.int().min(0);
const at = z.iso.datetime();

/** What a run did with one record kind of one source. */
const intakeRow = z.object({
  source: z.string(),
  record: z.string(),
  files: count.describe('files and fetched streams that were landed'),
  known_files: count.describe('those that were in landing already'),
  rows_read: count,
  loaded: count,
  unchanged: count,
  quarantined: count,
  deleted: count.describe('records that the source does not have any more')
});

/** What became of one source in one run. */
const sourceRun = z.object({
  source: z.string(),
  state: z.enum(['read', 'unchanged', 'failed']),
  message: z.string().nullable().describe('why it failed'),
  seconds: z.number().min(0),
  retries: z.array(z.object({reason: z.string(), times: count})).readonly(),
  read_at: at.nullable().describe('when it was last read without failure: the age of its data'),
  counts: z
    .array(z.object({record: z.string(), theirs: count, ours: count}))
    .describe('records by its count and by ours'),
  notes: z.array(z.string()).readonly().describe('what has changed in its shape, and the like')
});

/** What made a run begin. */
const trigger = z.enum(['hand', 'schedule', 'catch_up']);

/** How a run ended. */
const endState = z.enum(['done', 'unchanged', 'failed']);

/** One report for one reader; no address and no secret. */
const delivery = {
  at,
  reader: z.string(),
  report: z.string().describe('its period, such as 2026-10'),
  run_id: z.int().positive().describe('the run whose figures it tells'),
  channel: z.enum(CHANNELS)
} as const;

const event = z.discriminatedUnion('event', [
  z.object({event: z.literal('started'), at, run_id: z.int().positive(), as_of: at, trigger}),
  z.object({
    event: z.literal('finished'),
    at,
    run_id: z.int().positive(),
    state: endState,
    as_of: at.describe('of the figures, which an unchanged run leaves as they are'),
    message: z.string().nullable(),
    intake: z.array(intakeRow).readonly(),
    sources: z.array(sourceRun).readonly()
  }),
  z.object({event: z.literal('missed'), at, times: z.array(at).readonly()}),
  z.object({event: z.literal('published'), at, run_id: z.int().positive(), release: z.string()}),
  z.object({event: z.literal('rolled_back'), at, release: z.string()}),
  z.object({
    event: z.literal('frozen'),
    at,
    edition: z.string(),
    period: z.string(),
    by: z.string().nullable().describe('who signs; null where nobody was named'),
    sha256: z.string().describe('of its edition.json')
  }),
  z.object({
    event: z.literal('delivered'),
    ...delivery,
    sha256: z.string().describe('of what was sent, the signature of a robot left out'),
    refused: count.describe('recipients that the mail server refused')
  }),
  z.object({event: z.literal('not_delivered'), ...delivery, message: z.string()}),
  z.object({
    event: z.literal('reader_added'),
    at: at.describe('when the service first knew of a reader with a schedule'),
    reader: z.string()
  })
]);

export type IntakeRow = z.output<typeof intakeRow>;
export type SourceRun = z.output<typeof sourceRun>;
export type EndState = z.output<typeof endState>;
export type Trigger = z.output<typeof trigger>;
export type JournalEvent = z.output<typeof event>;
type EventOf<T extends JournalEvent['event']> = Extract<JournalEvent, {event: T}>;

export interface RunRecord {
  readonly run_id: number;
  readonly started_at: string;
  readonly finished_at: string | null;
  readonly as_of: string;
  readonly trigger: Trigger;
  readonly state: EndState | 'running' | 'interrupted';
  readonly message: string | null;
  readonly intake: readonly IntakeRow[];
  readonly sources: readonly SourceRun[];
}

export interface Journal {
  /** By number. */
  readonly runs: readonly RunRecord[];
  readonly missed: readonly EventOf<'missed'>[];
  readonly publications: readonly (EventOf<'published'> | EventOf<'rolled_back'>)[];
  readonly deliveries: readonly (EventOf<'delivered'> | EventOf<'not_delivered'>)[];
  readonly readers: readonly EventOf<'reader_added'>[];
  readonly freezes: readonly EventOf<'frozen'>[];
}

/** Reads what happened to a pipeline. A last line that was cut off while it was written is passed over. */
export async function readJournal(state: State): Promise<Journal> {
  const events = await readEvents(state.journal);
  const ended = new Map(events.flatMap((one) => (one.event === 'finished' ? [[one.run_id, one]] : [])));
  const last = events.findLast((one) => one.event === 'started')?.run_id;
  const isRunning = last !== undefined && !ended.has(last) && (await isLocked(state.lock));
  const runs = events.flatMap((one): RunRecord[] => {
    if (one.event !== 'started') return [];
    const {run_id, trigger: begun, at: started_at} = one;
    const end = ended.get(run_id);
    return [
      {
        run_id,
        started_at,
        finished_at: end?.at ?? null,
        as_of: end?.as_of ?? one.as_of,
        trigger: begun,
        state: end?.state ?? (isRunning && run_id === last ? 'running' : 'interrupted'),
        message: end?.message ?? null,
        intake: end?.intake ?? [],
        sources: end?.sources ?? []
      }
    ];
  });
  return {
    runs,
    missed: events.filter((one) => one.event === 'missed'),
    publications: events.filter((one) => one.event === 'published' || one.event === 'rolled_back'),
    deliveries: events.filter((one) => one.event === 'delivered' || one.event === 'not_delivered'),
    readers: events.filter((one) => one.event === 'reader_added'),
    freezes: events.filter((one) => one.event === 'frozen')
  };
}

/** Adds an event to the journal, on a line of its own even where the line before was cut off. */
export async function appendEvent(state: State, added: JournalEvent): Promise<void> {
  await mkdir(dirname(state.journal), {recursive: true});
  await dropTornLine(state.journal);
  await appendFile(state.journal, `${JSON.stringify(added)}\n`);
}

async function readEvents(path: string): Promise<JournalEvent[]> {
  const lines = (await readText(path)).split('\n');
  return lines.slice(0, -1).map((line, i) => {
    try {
      return event.parse(JSON.parse(line));
    } catch {
      throw new ProblemsError([
        `${shortPath(path)}, line ${i + 1}: it is damaged; restore the file, or take the line out`
      ]);
    }
  });
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Takes off what stands behind the last line end. */
async function dropTornLine(path: string): Promise<void> {
  const handle = await open(path, 'a+');
  try {
    const {size} = await handle.stat();
    const {bytesRead, buffer} = await handle.read({buffer: Buffer.alloc(1), position: Math.max(0, size - 1)});
    if (bytesRead === 0 || buffer[0] === 0x0a) return;
  } finally {
    await handle.close();
  }
  await truncate(path, Buffer.from(await readText(path)).lastIndexOf('\n') + 1);
}
