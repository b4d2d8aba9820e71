import {stat} from 'node:fs/promises';
import {join} from 'node:path';
import {shiftPeriod, type Period} from '../../reports/figures/period.ts';
import {now} from '../clock.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {readContracts} from '../contract/catalog.ts';
import {hashFile} from '../extract/inputFile.ts';
import type {LedgerEntry} from '../ledger/ledgerSpec.ts';
import {redactForms} from '../privacy/redactText.ts';
import type {BuildFacts} from '../run/buildFacts.ts';
import {countedRecords} from '../transform/counted.ts';
import type {Kpi} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {DEFINITIONS_FILE, definitionsText, type Definitions} from './definitions.ts';
import {LEDGER_FILE, ledgerText, openEntries} from './frozenLedger.ts';
import {frozenTables} from './frozenTables.ts';
import {EDITION_FORM, MANIFEST_FILE, editionName, manifestText, sha256Of, type EditionManifest} from './manifest.ts';
import {sync, writeSynced} from './wholeFolder.ts';

/** What an edition is made of, besides the warehouse. */
export interface EditionFacts {
  readonly pipeline: Pipeline;
  readonly period: Period;
  readonly number: number;
  readonly previous: EditionManifest['previous'];
  readonly by: string | null;
  readonly reason?: string | undefined;
  readonly build: BuildFacts;
  readonly definitions: Definitions;
  readonly kpis: readonly Kpi[];
  readonly ledger: readonly LedgerEntry[];
}

/** What was frozen. */
export interface Frozen {
  readonly manifest: EditionManifest;
  /** Of its edition.json: the one to be written on paper. */
  readonly sha256: string;
  /** The undecided entries of the ledger about cases that its figures count. */
  readonly open: readonly string[];
}

/** Writes all files of an edition into an empty folder, its edition.json last. The same warehouse and the same facts give the same bytes. */
export async function writeEdition(folder: string, facts: EditionFacts, database: Database): Promise<Frozen> {
  const {pipeline, period, number, build, ledger} = facts;
  const files = await writeTables(folder, facts, database);
  const open = await openEntries(ledger, join(folder, 'records.parquet'), database);
  const definitions = definitionsText(facts.definitions);
  files.push(await writeText(folder, LEDGER_FILE, ledgerText(ledger), ledger.length));
  files.push(await writeText(folder, DEFINITIONS_FILE, definitions, null));
  const manifest: EditionManifest = {
    form: EDITION_FORM,
    pipeline: pipeline.name,
    edition: editionName(number, period.id),
    number,
    period: period.id,
    grain: period.grain,
    period_start: period.start,
    frozen_at: now().toISOString(),
    by: facts.by,
    reason: facts.reason === undefined ? null : redactForms(facts.reason),
    as_of: build.as_of.toISOString(),
    run_id: build.run.run_id,
    policy: policyFacts(pipeline, period),
    code: build.code,
    definitions: sha256Of(definitions),
    open_objections: open.length,
    files: files.sort((a, b) => (a.name < b.name ? -1 : 1)),
    previous: facts.previous
  };
  const text = manifestText(manifest);
  await writeSynced(join(folder, MANIFEST_FILE), text);
  return {manifest, sha256: sha256Of(text), open};
}

/** The policy, and which of its versions was in force at the end of a period. */
function policyFacts({policy}: Pipeline, period: Period): EditionManifest['policy'] {
  const days = policy.versions.map(({effective_from: day}) => day).sort();
  const effective = days.findLast((day) => day < shiftPeriod(period, 1).start) ?? days[0]!;
  return {id: policy.id, effective_from: effective, sha256: sha256Of(JSON.stringify(policy))};
}

type FrozenFile = EditionManifest['files'][number];

async function writeTables(
  folder: string,
  {pipeline: {timeZone}, period, kpis, definitions: {dimensions}}: EditionFacts,
  database: Database
): Promise<FrozenFile[]> {
  const contracts = await readContracts();
  const counted = await countedRecords(kpis, {contracts, dimensions, timeZone}, database);
  const files: FrozenFile[] = [];
  for (const [table, sql] of await frozenTables(period, {counted, dimensions}, database)) {
    const name = `${table}.parquet`;
    const path = join(folder, name);
    // One thread writes the same bytes for the same rows.
    await database.execute(`
      create or replace temp table frozen as ${sql};
      set threads = 1;
      copy (from frozen order by all) to ${literal(path)} (format parquet, compression zstd);
      reset threads;`);
    const [row] = await database.query<{rows: number}>('select count(*)::integer as rows from frozen');
    await sync(path);
    files.push(await fileFacts(path, name, row!.rows));
  }
  return files;
}

async function writeText(folder: string, name: string, text: string, rows: number | null): Promise<FrozenFile> {
  const path = join(folder, name);
  await writeSynced(path, text);
  return fileFacts(path, name, rows);
}

async function fileFacts(path: string, name: string, rows: number | null): Promise<FrozenFile> {
  return {name, sha256: await hashFile(path), bytes: (await stat(path)).size, rows};
}
