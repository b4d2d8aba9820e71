import {now} from '../clock.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {ProblemsError} from '../config/problems.ts';
import {extractSource, type Extracted} from '../extract/extractSource.ts';
import type {Load} from '../extract/load.ts';
import {readKey} from '../privacy/key.ts';
import {normalContactMacro, pseudonymiser} from '../privacy/pseudonym.ts';
import {redactionMacros} from '../privacy/redactSql.ts';
import {openDatabase} from '../warehouse/duckdb.ts';
import type {SourceRun} from './journal.ts';
import type {State} from './state.ts';

export interface SourcesOptions {
  /** The loads that are in landing already. */
  readonly known: readonly Load[];
  readonly asOf: Date;
  /** Read everything again, known or not. */
  readonly full: boolean;
  /** Take nothing new in: only what is in landing, or lies where it came from, is read under the mapping of today. */
  readonly replay: boolean;
  readonly signal: AbortSignal;
  readonly report: (message: string) => void;
}

/** What became of a source: what was taken from it, or why it could not be read. */
export interface SourceOutcome extends Pick<SourceRun, 'source' | 'message' | 'seconds' | 'retries' | 'notes'> {
  readonly extracted?: Extracted;
}

/**
 * Extracts all sources of a pipeline. One that can't be read does not stop the others.
 * Throws a ProblemsError when none can be read, or landing was made with another key.
 */
export async function extractSources(
  pipeline: Pipeline,
  state: State,
  options: SourcesOptions
): Promise<SourceOutcome[]> {
  const {known, signal} = options;
  const privacy = pseudonymiser(await readKey());
  const stranger = known.find(({key}) => key !== privacy.fingerprint);
  if (stranger) {
    throw new ProblemsError([
      `${state.landing}: load ${stranger.load} was made with another pseudonym key; give that key by HUISHENG_KEY, or begin a new state folder`
    ]);
  }
  const database = await openDatabase(':memory:', {signal});
  const outcomes: SourceOutcome[] = [];
  let firstLoad = Math.max(0, ...known.map(({load}) => load)) + 1;
  try {
    await database.execute(
      `set temp_directory = '${state.scratch}/spill'; ${privacy.macro} ${normalContactMacro} ${redactionMacros()}`
    );
    for (const source of pipeline.sources) {
      const began = now();
      const retries = new Map<string, number>();
      const onRetry = (reason: string) => {
        retries.set(reason, (retries.get(reason) ?? 0) + 1);
        options.report(`${source.name}: ${reason}; trying again`);
      };
      const work = extractSource(source, {
        ...options,
        database,
        loads: options.full ? [] : known,
        firstLoad,
        pending: state.pending,
        scratch: state.scratch,
        pseudonymiser: privacy,
        onRetry
      });
      const end = await settled(work);
      signal.throwIfAborted();
      outcomes.push({
        source: source.name,
        message: end.message,
        seconds: (now().getTime() - began.getTime()) / 1000,
        retries: [...retries].map(([reason, times]) => ({reason, times})),
        notes: [...(end.extracted?.notes ?? [])],
        ...(end.extracted && {extracted: end.extracted})
      });
      firstLoad += end.extracted?.loads.length ?? 0;
    }
  } finally {
    database.close();
  }
  const failed = outcomes.flatMap(({message}) => message ?? []);
  if (failed.length === outcomes.length) throw new ProblemsError(failed);
  return outcomes;
}

async function settled(work: Promise<Extracted>): Promise<{extracted?: Extracted; message: string | null}> {
  try {
    return {extracted: await work, message: null};
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return {message: error.message};
  }
}
