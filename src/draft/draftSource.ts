import {escapePath} from 'tinyglobby';
import {suggestion} from '../config/nearest.ts';
import {ProblemsError, UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Contract, ContractField} from '../contract/contract.ts';
import {isData} from '../extract/checkColumns.ts';
import {rankKinds} from './chooseKind.ts';
import type {DraftColumn, DraftTable} from './draftTable.ts';
import type {GuessedDates} from './guessDates.ts';
import {countWords, mapWords} from './mapWords.ts';
import {SURE_NAME, type Match, type Matches} from './matchColumns.ts';
import {isShowable, looksPersonal} from './personal.ts';
import type {Vocabulary} from './vocabulary.ts';
import {writeSource, type DraftedField} from './writeSource.ts';

/** How many words of a column are told in a comment. */
const MOST_WORDS = 12;

/** A proposed source.yaml. */
export interface Draft {
  readonly yaml: string;
  /** What a person should look at, each with the field that it is about. */
  readonly unsure: readonly string[];
}

/**
 * Proposes a source.yaml for a table. `kind` forces the record kind. The text names columns and words of code columns alone,
 * no other cell. Throws a UsageError for an unknown kind, a ProblemsError when a required field can't be made up.
 */
export function draftSource(
  table: DraftTable,
  contracts: ReadonlyMap<string, Contract>,
  vocabulary: Vocabulary,
  kind?: string
): Draft {
  if (kind !== undefined && !contracts.has(kind))
    throw new UsageError(`--record: there is no record kind "${kind}"${suggestion(kind, contracts.keys())}`);
  const ranked = rankKinds(contracts, table, vocabulary);
  const chosen = kind === undefined ? ranked[0]! : ranked.find(({contract}) => contract.kind === kind)!;
  const {contract, matches} = chosen;
  if (matches.chosen.length === 0) {
    const names = table.columns.filter(({name}) => !isData(name)).map(({name}) => name);
    throw new ProblemsError([
      `${shortPath(table.path)}: expected names of columns that are known, got ${names.join(', ')}; take out what stands above them, name the kind with --record, or add the names to sources/headers.yaml`
    ]);
  }
  const unsure: string[] = [];
  const rival = ranked[1];
  if (kind === undefined && rival && rival.score > chosen.score - 1)
    unsure.push(
      `records: it may be ${rival.contract.kind} rather than ${contract.kind}; --record ${rival.contract.kind} drafts that`
    );
  const years = yearsOf(table, matches);
  const fields = contract.fields.flatMap((field): DraftedField[] => {
    const match = matches.chosen.find((one) => one.field === field);
    const drafted = match
      ? draftField(match, contract, table, vocabulary, years)
      : madeUp(field, contract, table, years);
    if (!drafted) return [];
    const others = matches.others.filter((one) => one.field === field && one.nameScore >= SURE_NAME);
    const rivals = others.map(({column}) => `it could also be ${showName(column, table)}`);
    const doubts = [...drafted.doubts, ...rivals];
    unsure.push(...doubts.map((doubt) => `${contract.kind}.${field.name}: ${doubt}`));
    return [{...drafted, doubts}];
  });
  if (table.totals > 0)
    unsure.push(
      `rows: ${table.totals} that hold sums are read too, and will be set aside where a required cell is empty`
    );
  const mapped = new Set(fields.flatMap(({setting}) => Object.keys(wordsOf(setting))));
  const read = matches.chosen.map(({column}) => column);
  const nulls = [...new Set(read.flatMap((column) => column.nulls))].filter((word) => !mapped.has(word));
  const left = table.columns.filter((column) => !read.includes(column));
  return {
    yaml: writeSource({
      head: `Drafted from ${table.titles[0]!}: ${table.found}, ${table.rows} rows. Look it through before the first run.`,
      settings: {kind: 'files', files: escapePath(table.path), ...table.settings, ...(nulls.length > 0 && {nulls})},
      kind: contract.kind,
      fields,
      left: left.map((column) => {
        const why = looksPersonal(column.texts, vocabulary.familyNames) ? ' (looks like personal data)' : '';
        return `${showName(column, table)}${why}`;
      })
    }),
    unsure
  };
}

function wordsOf(setting: DraftedField['setting']): Readonly<Record<string, string>> {
  return typeof setting === 'object' && 'values' in setting ? setting.values : {};
}

/** The name of a column, or its place where the name is rather a value. */
function showName(column: DraftColumn, table: DraftTable): string {
  return isData(column.name) ? `column ${table.columns.indexOf(column) + 1}` : column.name;
}

function draftField(
  match: Match,
  contract: Contract,
  table: DraftTable,
  vocabulary: Vocabulary,
  years: readonly number[]
): DraftedField {
  const {field, column, nameScore} = match;
  const doubts = nameScore < SURE_NAME ? [`the name of the column, ${showName(column, table)}, fits only in part`] : [];
  if (column.texts.length === 0) doubts.push('the column is empty');
  const plain = {name: field.name, setting: column.name, doubts};
  if (field.type === 'text') return field.name === contract.key[0] ? draftKey(plain, contract, column, table) : plain;
  if (field.type === 'instant') return draftDate(plain, column, years, table);
  const {values, unknown} = mapWords(contract.kind, field, column, vocabulary);
  const otherwise = field.codes?.includes('other') === true && unknown.size > 0 ? {otherwise: 'other'} : {};
  if (unknown.size > 0) doubts.push(tellUnknown(unknown, vocabulary.familyNames, 'otherwise' in otherwise));
  if (field.type === 'number' && Object.keys(values).length > 0)
    doubts.push('words are read as numbers; check them against your scale');
  const isPlain = Object.keys(values).length === 0 && !('otherwise' in otherwise);
  const setting = {column: column.name, ...(Object.keys(values).length > 0 && {values}), ...otherwise};
  return isPlain ? plain : {...plain, setting};
}

function tellUnknown(unknown: ReadonlyMap<string, number>, familyNames: string, isOther: boolean): string {
  const shown = [...unknown].filter(([word, count]) => isShowable(word, count, familyNames)).slice(0, MOST_WORDS);
  const rows = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  const which = unknown.size <= 40 && shown.length > 0 ? `: ${shown.map(([word]) => word).join(', ')}` : '';
  const words = `${unknown.size} ${unknown.size === 1 ? 'word' : 'words'} on ${rows} ${rows === 1 ? 'row' : 'rows'}`;
  return `${words} ${isOther ? 'read as other' : 'not known, to be set aside'}${which}`;
}

function draftKey(plain: DraftedField, contract: Contract, column: DraftColumn, table: DraftTable): DraftedField {
  const distinct = countWords(column.texts).size;
  const doubts = [...plain.doubts];
  if (!contract.repeatable && distinct < column.texts.length)
    doubts.push(`${column.texts.length - distinct} rows repeat a number; of such rows the last counts`);
  if (column.texts.length < table.rows)
    doubts.push(`${table.rows - column.texts.length} rows have no number and will be set aside`);
  return {...plain, doubts};
}

function draftDate(
  plain: DraftedField,
  column: DraftColumn,
  years: readonly number[],
  table: DraftTable
): DraftedField {
  const {dates} = column;
  const doubts = [...plain.doubts];
  const unread = Math.round((1 - dates.share) * column.texts.length);
  if (column.texts.length > 0 && unread > 0)
    doubts.push(`${unread} ${unread === 1 ? 'cell is' : 'cells are'} no date and will be set aside`);
  if (dates.rival !== undefined) doubts.push(`${dates.rival} would read it just as well; check which of the two it is`);
  const year = yearFor(dates, years, table);
  if (year !== undefined) doubts.push(`dates without a year are taken to be of ${year}`);
  if (dates.formats.length === 0) return {...plain, doubts};
  const setting = {column: column.name, formats: dates.formats, ...(year !== undefined && {year})};
  return {...plain, setting, doubts};
}

function yearFor(dates: GuessedDates, years: readonly number[], table: DraftTable): number | undefined {
  return dates.isYearless ? (years[0] ?? dates.years[0] ?? table.changedIn) : undefined;
}

/** Years that the titles name, then those of the other dates, the most frequent first. */
function yearsOf(table: DraftTable, {chosen}: Matches): readonly number[] {
  const told = table.titles.flatMap((title) =>
    [...title.matchAll(/(?<![0-9])(?:19[7-9][0-9]|20[0-9]{2})(?![0-9])/g)].map(([year]) => Number(year))
  );
  const dates = chosen.filter(({field}) => field.type === 'instant');
  return [...told, ...dates.flatMap(({column}) => column.dates.years.slice(0, 1))];
}

/** What stands in for a required field that no column holds; nothing where a record can do without. */
function madeUp(
  field: ContractField,
  contract: Contract,
  table: DraftTable,
  years: readonly number[]
): DraftedField | undefined {
  const isOnlyKey = contract.key.length === 1 && contract.key[0] === field.name;
  if (!field.required || isOnlyKey) return undefined;
  const doubts = [`no column holds it (${field.description}); every row gets the same`];
  if (field.type === 'instant')
    return {name: field.name, setting: {constant: `${years[0] ?? table.changedIn}-01-01`}, doubts};
  if (field.type === 'code') return {name: field.name, setting: {constant: field.codes![0]!}, doubts};
  throw new ProblemsError([
    `${shortPath(table.path)}: no column could be ${contract.kind}.${field.name} (${field.description}); name another kind with --record, or write the mapping by hand`
  ]);
}
