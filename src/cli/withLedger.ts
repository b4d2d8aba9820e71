import {now} from '../clock.ts';
import {zonedTime} from '../calendar/zonedTime.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {appendToLedger} from '../ledger/appendToLedger.ts';
import type {Asked, Decided, LedgerEntry} from '../ledger/ledgerSpec.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {redactForms} from '../privacy/redactText.ts';
import {withLock} from '../run/lock.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {runLine} from './commandLine.ts';
import {openWarehouse, type PipelineOptions} from './options.ts';

/** The ledger of a pipeline, open to be added to. */
export interface OpenLedger {
  readonly pipeline: Pipeline;
  readonly entries: readonly LedgerEntry[];
  readonly database: Database;
  /** The present time, as the ledger writes it. */
  readonly at: string;
}

/** Adds to a ledger, while no run goes on, the item that `make` gives, and prints what was written. */
export async function addToLedger(
  options: PipelineOptions,
  make: (ledger: OpenLedger) => Promise<{readonly item: Asked | Decided; readonly told: string}>
): Promise<void> {
  const {path, state, database} = await openWarehouse(options);
  try {
    const pipeline = await readPipeline(path);
    const told = await withLock(state.lock, pipeline.name, async () => {
      const entries = await readLedger(state.ledger, pipeline.policy);
      const made = await make({pipeline, entries, database, at: zonedTime(now(), pipeline.timeZone)});
      await appendToLedger(state.ledger, made.item);
      return made.told;
    });
    process.stdout.write(
      `${told} (${shortPath(state.ledger)}); figures show it after the next run: ${runLine(path, options.data)}\n`
    );
  } finally {
    database.close();
  }
}

/** A text from the command line on one line, without what has the form of a contact. Throws a UsageError where it says nothing. */
export function readReason(text: string): string {
  return redactForms(readWords(text, '--reason', 'why'));
}

/** A name from the command line. Throws a UsageError where it is empty. */
export function readWords(text: string, option: string, expected: string): string {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '') throw new UsageError(`${option}: say ${expected}`);
  return words;
}
