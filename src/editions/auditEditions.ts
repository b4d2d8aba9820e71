import {readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {Pipeline} from '../config/pipeline.ts';
import {ProblemsError} from '../config/problems.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {readJournal} from '../run/journal.ts';
import type {State} from '../run/state.ts';
import {LEDGER_FILE, ledgerProblems} from './frozenLedger.ts';
import {readEditions, type EditionsRead, type Finding} from './readEditions.ts';

/** An edition, or what is left of it, and what was touched. */
export interface Audited {
  readonly edition: string;
  readonly frozen_at: string | null;
  readonly by: string | null;
  /** Of its edition.json as it is now, to be held against the paper that was signed. */
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Checks every edition of a pipeline against its own hashes, the journal and the chain, and the ledger against the latest edition that
 * is whole. Changes nothing.
 *
 * @returns one for each edition that is there or should be; none where no period has been frozen yet
 */
export async function auditEditions(pipeline: Pipeline, state: State): Promise<Audited[]> {
  const read = await readEditions(state, await readJournal(state));
  const findings = [...read.findings, ...(await ledgerFindings(pipeline, state, read))];
  const names = new Set([...read.editions.map(({name}) => name), ...findings.map(({edition}) => edition)]);
  return [...names].sort().map((name) => {
    const edition = read.editions.find((one) => one.name === name);
    return {
      edition: name,
      frozen_at: edition?.manifest.frozen_at ?? null,
      by: edition?.manifest.by ?? null,
      sha256: edition?.sha256 ?? null,
      findings: findings.filter((finding) => finding.edition === name)
    };
  });
}

/** What stood in the ledger when the latest edition was frozen must stand there still. */
async function ledgerFindings({policy}: Pipeline, {ledger}: State, {whole}: EditionsRead): Promise<Finding[]> {
  const latest = whole.at(-1);
  if (!latest) return [];
  const finding = (problem: string): Finding => ({edition: basename(ledger), file: null, problem});
  const frozen = await readFile(join(latest.folder, LEDGER_FILE), 'utf8');
  try {
    return ledgerProblems(frozen, await readLedger(ledger, policy)).map((problem) =>
      finding(`${problem} since ${latest.name} was frozen; what it said stands in ${latest.name}/${LEDGER_FILE}`)
    );
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return error.problems.map(finding);
  }
}
