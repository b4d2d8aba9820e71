import type {Contract} from '../contract/contract.ts';
import type {DraftColumn, DraftTable} from './draftTable.ts';
import {plainHeader} from './headerScore.ts';
import {SURE_NAME, matchColumns, type Matches} from './matchColumns.ts';
import type {Vocabulary} from './vocabulary.ts';

/** What a title and a missing required field weigh beside a column that one kind alone has. */
const WEIGHTS = {title: 2, missing: -3} as const;

/** A record kind that a table may hold. */
export interface KindMatch {
  readonly contract: Contract;
  readonly matches: Matches;
  readonly score: number;
}

/**
 * The record kinds by how well a table fits each, the best first; of equals the one that the vocabulary names first. A column
 * that many kinds have tells little of which it is.
 */
export function rankKinds(
  contracts: ReadonlyMap<string, Contract>,
  table: DraftTable,
  vocabulary: Vocabulary
): readonly KindMatch[] {
  const all = Object.keys(vocabulary.kinds)
    .flatMap((kind) => contracts.get(kind) ?? [])
    .map((contract) => ({contract, matches: matchColumns(contract, table.columns, vocabulary)}));
  const kindsWith = (column: DraftColumn) =>
    all.filter(({matches}) => matches.chosen.some((one) => one.column === column && one.nameScore >= SURE_NAME)).length;
  const rarity = new Map(table.columns.map((column) => [column, 1 / Math.max(1, kindsWith(column))]));
  const titles = table.titles.map(plainHeader).join(' ');
  return all
    .map(({contract, matches}) => {
      const fits = matches.chosen.map(({column, score}) => score * rarity.get(column)!);
      const missing = contract.fields.filter(
        ({name, required}) =>
          required &&
          !(contract.key.length === 1 && contract.key[0] === name) &&
          !matches.chosen.some(({field}) => field.name === name)
      );
      const isTitled = vocabulary.kinds[contract.kind]!.some((word) => titles.includes(word));
      const score =
        fits.reduce((sum, one) => sum + one, 0) + missing.length * WEIGHTS.missing + (isTitled ? WEIGHTS.title : 0);
      return {contract, matches, score};
    })
    .sort((a, b) => b.score - a.score);
}
