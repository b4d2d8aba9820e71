import {readFile, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {hashFile} from '../extract/inputFile.ts';
import type {Journal} from '../run/journal.ts';
import type {State} from '../run/state.ts';
import {MANIFEST_FILE, numberText, readEditionName, readManifest, sha256Of, type EditionManifest} from './manifest.ts';
import {pendingEdition} from './settleEditions.ts';

/** An edition as it lies in the state folder. */
export interface Edition {
  readonly name: string;
  readonly folder: string;
  /** Of its edition.json. */
  readonly sha256: string;
  readonly manifest: EditionManifest;
  /** There is none of its period after it, not even one that is damaged or lost. */
  readonly isLatest: boolean;
}

/** What is not as it was frozen. */
export interface Finding {
  readonly edition: string;
  /** In the folder of the edition; null where all of it is meant. */
  readonly file: string | null;
  /** What was expected and what was found. */
  readonly problem: string;
}

/** The editions of a pipeline, in their order. */
export interface EditionsRead {
  /** Those whose edition.json can be read, whole or not. */
  readonly editions: readonly Edition[];
  /** Those of which nothing is found to have been touched. */
  readonly whole: readonly Edition[];
  readonly findings: readonly Finding[];
}

/** Where it was said which hash an edition has. */
interface Witness {
  readonly who: string;
  readonly sha256: string;
}

/**
 * Reads all editions of a pipeline and checks every byte of them: their files against edition.json, that against the journal and the
 * edition after it, and that none is missing. Changes nothing.
 */
export async function readEditions(state: State, journal: Pick<Journal, 'freezes'>): Promise<EditionsRead> {
  const {freezes} = journal;
  const found = (await entriesOf(state.editions)).filter((name) => join(state.editions, name) !== state.pendingEdition);
  const names = found.filter((name) => readEditionName(name) !== undefined);
  const findings: Finding[] = found
    .filter((name) => !names.includes(name))
    .map((name) => ({edition: name, file: null, problem: 'it is no edition; move it away'}));
  const editions: Edition[] = [];
  const told = freezes.map(({edition}) => edition);
  for (const name of names.sort(byNumber)) {
    const {period} = readEditionName(name)!;
    const isLatest = ![...names, ...told].some(
      (other) => readEditionName(other)?.period === period && byNumber(name, other) < 0
    );
    const read = await readEdition(join(state.editions, name), {name, isLatest});
    findings.push(...read.findings, ...(await fileFindings(read)));
    if (read.edition) editions.push(read.edition);
  }
  findings.push(...chainFindings(editions, freezes), ...gapFindings(names, editions, freezes));
  const pending = await pendingEdition(state, journal);
  const settled = findings.map((finding) =>
    finding.edition === pending && finding.file === null
      ? {...finding, problem: 'its freeze was cut off at the last step; the next run puts it into its place'}
      : finding
  );
  const touched = new Set(settled.map(({edition}) => edition));
  return {editions, whole: editions.filter(({name}) => !touched.has(name)), findings: settled.sort(byEdition)};
}

interface EditionRead {
  readonly name: string;
  readonly folder: string;
  readonly edition?: Edition;
  readonly findings: readonly Finding[];
}

async function readEdition(
  folder: string,
  {name, isLatest}: {readonly name: string; readonly isLatest: boolean}
): Promise<EditionRead> {
  const problem = (text: string) => ({name, folder, findings: [{edition: name, file: MANIFEST_FILE, problem: text}]});
  let text: string;
  try {
    text = await readFile(join(folder, MANIFEST_FILE), 'utf8');
  } catch {
    return problem('it is missing');
  }
  const manifest = readManifest(text);
  if (!manifest) return problem('it can not be read: it is damaged, or was written by another version');
  const edition = {name, folder, sha256: sha256Of(text), manifest, isLatest};
  if (manifest.edition === name) return {name, folder, edition, findings: []};
  return {...problem(`expected edition "${name}", the name of its folder, found "${manifest.edition}"`), edition};
}

/** The files of an edition against its edition.json. */
async function fileFindings({edition, folder}: EditionRead): Promise<Finding[]> {
  if (!edition) return [];
  const {name, manifest} = edition;
  const found = await entriesOf(folder);
  const findings: Finding[] = [];
  const add = (file: string, problem: string) => findings.push({edition: name, file, problem});
  for (const {name: file, sha256, bytes} of manifest.files) {
    if (!found.includes(file)) {
      add(file, 'it is missing');
      continue;
    }
    const path = join(folder, file);
    const {size} = await stat(path);
    if (size !== bytes) add(file, `expected ${bytes} bytes, found ${size}`);
    const hash = await hashFile(path);
    if (hash !== sha256) add(file, `expected SHA-256 ${sha256}, found ${hash}`);
  }
  const known = [MANIFEST_FILE, ...manifest.files.map(({name: file}) => file)];
  for (const file of found.filter((one) => !known.includes(one))) add(file, 'it was not there when this was frozen');
  return findings;
}

/** Each edition.json against those who have noted its hash: the journal, and the edition after it. */
function chainFindings(editions: readonly Edition[], freezes: Journal['freezes']): Finding[] {
  const noted = new Map(freezes.map(({edition, sha256}) => [edition, sha256]));
  const findings: Finding[] = [];
  for (const [i, {name, sha256, manifest}] of editions.entries()) {
    const add = (problem: string) => findings.push({edition: name, file: MANIFEST_FILE, problem});
    const witnesses: Witness[] = [];
    const inJournal = noted.get(name);
    if (inJournal === undefined) add('the journal does not tell that it was frozen');
    else witnesses.push({who: 'the journal', sha256: inJournal});
    const next = editions[i + 1];
    // An edition that was itself rewritten is no witness.
    if (next?.manifest.previous?.edition === name && next.sha256 === (noted.get(next.name) ?? next.sha256))
      witnesses.push({who: `${next.name}, the edition after it,`, sha256: next.manifest.previous.sha256});
    for (const witness of witnesses.filter((one) => one.sha256 !== sha256))
      add(`${witness.who} says SHA-256 ${witness.sha256}, found ${sha256}`);
    const before = manifest.previous === null ? 0 : readEditionName(manifest.previous.edition)!.number;
    if (before !== manifest.number - 1)
      add(`expected an edition with the number ${manifest.number - 1} before it, found ${before}`);
  }
  return findings;
}

/** The editions that someone has told of, or whose number is left out, and that are not there. */
function gapFindings(names: readonly string[], editions: readonly Edition[], freezes: Journal['freezes']): Finding[] {
  const lost = new Map<string, string>();
  for (const {edition, at, by} of freezes) {
    if (!names.includes(edition))
      lost.set(edition, `it is missing; the journal tells that ${by} has frozen it at ${at}`);
  }
  for (const {name, manifest} of editions) {
    const before = manifest.previous?.edition;
    if (before !== undefined && !names.includes(before) && !lost.has(before))
      lost.set(before, `it is missing; ${name} names it as the edition before it`);
  }
  const numbers = new Set([...names, ...lost.keys()].map((name) => readEditionName(name)!.number));
  for (let number = 1; number < Math.max(0, ...numbers); number++) {
    if (!numbers.has(number))
      lost.set(numberText(number), 'there is no edition of this number, although there are later ones');
  }
  return [...lost].map(([edition, problem]) => ({edition, file: null, problem}));
}

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function byNumber(one: string, other: string): number {
  return (readEditionName(one)?.number ?? 0) - (readEditionName(other)?.number ?? 0);
}

function byEdition(one: Finding, other: Finding): number {
  const keys = [one, other].map(({edition, file}) => `${edition}\0${file ?? ''}`) as [string, string];
  return keys[0] < keys[1] ? -1 : keys[0] > keys[1] ? 1 : 0;
}
