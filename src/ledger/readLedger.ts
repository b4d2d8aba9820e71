import {readFile} from 'node:fs/promises';
import {parseDocument} from 'yaml';
import type {z} from 'zod';
import type {Policy} from '../../pipelines/policies/schema.ts';
import {suggestion} from '../config/nearest.ts';
import {ProblemsError} from '../config/problems.ts';
import {checkValue, shortPath} from '../config/yamlFile.ts';
import {redactForms} from '../privacy/redactText.ts';
import {askedSpec, decidedSpec, type Asked, type Decided, type LedgerEntry} from './ledgerSpec.ts';
import {personKey} from './personKey.ts';
import {scorecardFigures} from './scorecardFigures.ts';

/**
 * Reads the ledger of a pipeline: what was asked, with what was decided on it, in the order of the file; nothing where there is no
 * file. Everything that has the form of a contact is blotted out of the reasons.
 *
 * Throws a ProblemsError that lists every mistake as `file, entry, field: what was expected, got value; remedy`.
 */
export async function readLedger(path: string, policy: Policy): Promise<LedgerEntry[]> {
  return parseLedger(await readText(path), shortPath(path), scorecardFigures(policy));
}

/** The text of a ledger; empty where there is none. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/**
 * Reads the text of a ledger that came from `place`. See readLedger.
 *
 * @param figures the KPIs that may be asked about
 */
export function parseLedger(text: string, place: string, figures: readonly string[]): LedgerEntry[] {
  const problems: string[] = [];
  const asked = new Map<string, LedgerEntry>();
  for (const [i, item] of itemsOf(text, place).entries()) {
    const where = placeOf(item, i, place);
    const told = (found: readonly string[]) => problems.push(...found.map((what) => `${where}, ${what}`));
    if (isDecision(item)) {
      const decided = checked(item, decidedSpec, where, problems);
      if (!decided) continue;
      const on = asked.get(decided.entry);
      told(decisionProblems(decided, on, [...asked.keys()]));
      if (on) asked.set(on.entry, {...on, decisions: [...on.decisions, redacted(decided)]});
    } else {
      const one = checked(item, askedSpec, where, problems);
      if (!one) continue;
      told(askedProblems(one, asked, figures));
      asked.set(one.entry, {...redacted(one), decisions: []});
    }
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return [...asked.values()];
}

/** An item that has its form; else what is wrong with it is added to `problems`, free of what it may tell of customers. */
function checked<T extends z.ZodType>(item: unknown, spec: T, where: string, problems: string[]) {
  try {
    return checkValue(item, spec, where);
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    problems.push(...error.problems.map(redactForms));
    return undefined;
  }
}

/** The items of a ledger as they are written. Throws a ProblemsError when the text is no list. */
export function itemsOf(text: string, place: string): unknown[] {
  const document = parseDocument(text, {prettyErrors: true});
  if (document.errors.length > 0) {
    throw new ProblemsError(document.errors.map((error) => `${place}: not YAML: ${error.message.trim()}`));
  }
  const items: unknown = document.toJS() ?? [];
  if (!Array.isArray(items)) {
    throw new ProblemsError([`${place}: expected a list; begin each entry with a dash, such as "- entry: 2026-0001"`]);
  }
  return items;
}

/** What is wrong with a decision on an entry that was asked before: `field: what; remedy`. */
export function decisionProblems(
  {entry, at, by}: Pick<Decided, 'entry' | 'at' | 'by'>,
  on: Asked | undefined,
  known: readonly string[]
): string[] {
  if (!on) return [`entry: got "${entry}", which was not asked above${suggestion(entry, known)}`];
  const problems: string[] = [];
  if (personKey(by) === personKey(on.by)) {
    problems.push('by: who decided is who asked for it; somebody else must decide');
  }
  if (Date.parse(at) < Date.parse(on.at)) {
    problems.push(`at: got "${at}", before it was asked (${on.at}); put the times right`);
  }
  return problems;
}

function askedProblems(
  {entry, figure}: Asked,
  before: ReadonlyMap<string, Asked>,
  figures: readonly string[]
): string[] {
  return [
    ...(before.has(entry) ? [`entry: got "${entry}" a second time; give it the next number`] : []),
    ...(figures.includes(figure) ? [] : [`figure: ${unknownFigure(figure, figures)}`])
  ];
}

/** Why a figure can't be asked about. */
export function unknownFigure(figure: string, figures: readonly string[]): string {
  if (figures.length === 0) return `got "${figure}", but the policy has no scorecard; see "scorecard" in README.md`;
  return `got "${figure}", which is not in the scorecard of the policy${suggestion(figure, figures)}`;
}

function redacted<T extends {readonly reason: string}>(item: T): T {
  return {...item, reason: redactForms(item.reason)};
}

function isDecision(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'decided' in item;
}

/** `ledger.yaml, 2026-0001`, or the place in the list of an item without a number. */
function placeOf(item: unknown, position: number, place: string): string {
  const entry = typeof item === 'object' && item !== null && 'entry' in item ? item.entry : undefined;
  return `${place}, ${typeof entry === 'string' ? entry : `item ${position + 1}`}`;
}
