import {isDeepStrictEqual} from 'node:util';
import {isSeq, parseDocument, stringify} from 'yaml';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {writeWhole} from '../export/writeWhole.ts';
import type {Asked, Decided} from './ledgerSpec.ts';
import {itemsOf, readText} from './readLedger.ts';

const HEAD =
  '# Adjustments and objections, and what was decided on them. Entries are added, never changed or taken out: see README.md.\n';

/**
 * Adds an item to the end of a ledger, which is made where there is none. What stands there stays as it is, to the byte. Throws a
 * ProblemsError when the file is written in a way that nothing can be added to.
 */
export async function appendToLedger(path: string, item: Asked | Decided): Promise<void> {
  const before = await readText(path);
  const whole = withItem(before, item);
  const place = shortPath(path);
  if (!isDeepStrictEqual(readItems(whole, place), [...itemsOf(before, place), item])) {
    throw new ProblemsError([
      `${place}: nothing can be added to its end; write it as one list with a dash before each entry, and nothing behind it`
    ]);
  }
  await writeWhole(path, Buffer.from(whole));
}

function withItem(before: string, item: Asked | Decided): string {
  const added = stringify([item], {lineWidth: 0})
    .split('\n')
    .map((line) => (line === '' ? '' : `${' '.repeat(indentOf(before))}${line}`))
    .join('\n');
  if (before === '') return `${HEAD}${added}`;
  return `${before}${before.endsWith('\n') ? '' : '\n'}${added}`;
}

/** How far the dashes of a list are indented. */
function indentOf(text: string): number {
  const {contents} = parseDocument(text);
  const start = isSeq(contents) ? contents.range[0] : undefined;
  return start === undefined ? 0 : start - (text.lastIndexOf('\n', start - 1) + 1);
}

/** The items of a text; none where it is no YAML any more. */
function readItems(text: string, place: string): unknown[] {
  try {
    return itemsOf(text, place);
  } catch (error) {
    if (error instanceof ProblemsError) return [];
    throw error;
  }
}
