import {basename, dirname, resolve} from 'node:path';
import type {Contract, ContractField} from '../contract/contract.ts';
import {DEFAULT_FORMATS, dateFormat, type DateFormat} from '../contract/dateFormat.ts';
import type {FieldMapping, Origin, RecordMapping} from '../contract/mapping.ts';
import {typeRecord} from '../contract/typedValue.ts';
import {checkZone} from '../contract/zone.ts';
import {suggestion} from '../config/nearest.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {readYamlFile, shortPath} from '../config/yamlFile.ts';
import {sourceSpec, type FieldSpec, type SchemaMode, type SourceSpec} from './sourceSpec.ts';

/** The formats of files that rows are read from. */
export type FileFormat = 'csv' | 'json' | 'jsonl' | 'parquet' | 'xlsx';

/** The kinds of sources whose rows are fetched stream by stream. */
export type StreamSpec = Extract<SourceSpec, {readonly streams: unknown}>;

/** One record kind of a source. */
export interface SourceRecord {
  readonly mapping: RecordMapping;
  /** Globs of the files that hold it, relative to the source's folder, or over the names of what was generated or fetched. */
  readonly files: readonly string[];
  /** Each reading lists all records: one that is not in the latest any more was deleted. */
  readonly isComplete: boolean;
}

/** A checked source: where rows come from and how each record kind is read from them. */
export interface Source {
  readonly name: string;
  /** The source.yaml. */
  readonly path: string;
  readonly folder: string;
  readonly generator?: string;
  /** Where rows are fetched from, for the kinds that have streams. */
  readonly fetch?: StreamSpec;
  readonly format?: FileFormat;
  readonly delimiter?: string;
  readonly encoding?: string;
  /** The sheet of a workbook, by name or by number from 1. */
  readonly sheet?: string | number;
  /** The row of the sheet with the names of the columns, from 1. */
  readonly headerRow?: number;
  readonly schema: SchemaMode;
  readonly keep: readonly string[];
  /** Columns that may come and go without a word. */
  readonly ignore: readonly string[];
  readonly nulls: readonly string[];
  readonly records: readonly SourceRecord[];
}

/**
 * Reads and checks a source.yaml. `timeZone` is the pipeline's, for times that name no zone.
 * Throws a ProblemsError that lists every mistake.
 */
export async function readSource(
  path: string,
  contracts: ReadonlyMap<string, Contract>,
  timeZone: string
): Promise<Source> {
  const spec = await readYamlFile(path, sourceSpec);
  const problems: string[] = [];
  const place = shortPath(path);
  const records = Object.entries(spec.records).flatMap(
    ([kind, {files, from, complete, deletedWhen, fields}]): SourceRecord[] => {
      const contract = contracts.get(kind);
      if (!contract) {
        problems.push(`${place}, records.${kind}: unknown record kind${suggestion(kind, contracts.keys())}`);
        return [];
      }
      const globs = globsOf(spec, {files, from}, `${place}, records.${kind}`, problems);
      const mapping = readMapping(contract, fields, {
        place: `${place}, records.${kind}`,
        timeZone: spec.time_zone ?? timeZone,
        nulls: spec.nulls,
        problems
      });
      return [{mapping: {...mapping, ...(deletedWhen && {deletedWhen})}, files: globs, isComplete: complete}];
    }
  );
  if (records.length === 0) problems.push(`${place}, records: missing; map at least one record kind`);
  if (problems.length > 0) throw new ProblemsError([...new Set(problems)]);
  return {
    name: sourceName(path),
    path,
    folder: dirname(path),
    keep: spec.keep,
    ignore: spec.ignore,
    nulls: spec.nulls,
    records,
    schema: spec.schema,
    ...readingOf(spec, dirname(path))
  };
}

/** What a kind of source alone says of how it is read. */
function readingOf(
  spec: SourceSpec,
  folder: string
): Pick<Source, 'generator' | 'fetch' | 'format' | 'delimiter' | 'encoding' | 'sheet' | 'headerRow'> {
  if (spec.kind === 'generated') return {generator: resolve(folder, spec.generator)};
  if (spec.kind !== 'files') return {fetch: spec};
  return {
    ...(spec.format && {format: spec.format}),
    ...(spec.delimiter !== undefined && {delimiter: spec.delimiter}),
    ...(spec.encoding && {encoding: spec.encoding}),
    ...(spec.sheet !== undefined && {sheet: spec.sheet}),
    ...(spec.header_row !== undefined && {headerRow: spec.header_row})
  };
}

/** The names of the files that hold a record kind; what is fetched from a stream lies in a file called like it. */
function globsOf(
  spec: SourceSpec,
  {files, from}: {files: readonly string[] | undefined; from: string | undefined},
  place: string,
  problems: string[]
): readonly string[] {
  if ('streams' in spec) {
    const streams = Object.keys(spec.streams);
    if (files) problems.push(`${place}.files: a source of the kind ${spec.kind} has streams; say from`);
    const stream = from ?? (streams.length === 1 ? streams[0] : undefined);
    if (stream === undefined) problems.push(`${place}.from: missing; expected one of ${streams.join(', ')}`);
    else if (!streams.includes(stream))
      problems.push(`${place}.from: there is no stream "${stream}"${suggestion(stream, streams)}`);
    return [`${stream ?? ''}.jsonl`];
  }
  if (from !== undefined) problems.push(`${place}.from: a source of the kind ${spec.kind} has no streams; say files`);
  const globs = files ?? spec.files ?? (spec.kind === 'generated' ? ['**'] : []);
  if (globs.length === 0)
    problems.push(`${place.replace(/, records\..*/, '')}, files: missing; say which files to read`);
  return globs;
}

/** A source is named for its file, or for its folder where the file is called source.yaml. */
function sourceName(path: string): string {
  const name = basename(path).replace(/\.ya?ml$/, '');
  return name === 'source' ? basename(dirname(path)) : name;
}

interface MappingContext {
  readonly place: string;
  readonly timeZone: string;
  readonly nulls: readonly string[];
  readonly problems: string[];
}

function readMapping(
  contract: Contract,
  specs: Readonly<Record<string, FieldSpec>>,
  context: MappingContext
): RecordMapping {
  const known = new Map(contract.fields.map((field) => [field.name, field]));
  const fields = Object.entries(specs).flatMap(([name, spec]): FieldMapping[] => {
    const field = known.get(name);
    if (!field) {
      context.problems.push(
        `${context.place}.${name}: ${contract.kind} has no such field${suggestion(name, known.keys())}`
      );
      return [];
    }
    return [readField(contract, field, spec, context)];
  });
  for (const field of contract.fields.filter(({required}) => required)) {
    if (fields.some((mapped) => mapped.field === field)) continue;
    if (contract.key.length === 1 && contract.key[0] === field.name) {
      fields.push(readField(contract, field, {generate: 'row_number'}, context));
    } else {
      context.problems.push(`${context.place}.${field.name}: missing; it is required: ${field.description}`);
    }
  }
  return {contract, fields};
}

function readField(contract: Contract, field: ContractField, spec: FieldSpec, context: MappingContext): FieldMapping {
  const place = `${context.place}.${field.name}`;
  const report = (problem: string) => context.problems.push(`${place}${problem}`);
  const timeZone = spec.time_zone ?? context.timeZone;
  try {
    checkZone(timeZone);
  } catch (error) {
    report(`.time_zone: ${messageOf(error)}`);
  }
  if (spec.formats && field.type !== 'instant') report(`.formats: ${field.name} is no date; leave formats out`);
  const formats = (spec.formats ?? []).flatMap((format): DateFormat[] => {
    try {
      return [dateFormat(format, spec.year)];
    } catch (error) {
      report(`.formats: ${messageOf(error)}`);
      return [];
    }
  });
  if (spec.year !== undefined && formats.every(({year}) => year === undefined))
    report('.year: no format lacks a year; leave year out, or give a format without %Y such as %m月%d日');
  const mapping: FieldMapping = {
    field,
    origin: originOf(spec),
    ...(spec.values && {values: new Map(Object.entries(spec.values))}),
    ...(spec.otherwise !== undefined && {otherwise: spec.otherwise}),
    formats: formats.length > 0 ? formats : DEFAULT_FORMATS,
    nulls: [...context.nulls, ...(spec.nulls ?? [])],
    timeZone
  };
  checkWords(contract, mapping, report);
  return mapping;
}

function originOf(spec: FieldSpec): Origin {
  if (spec.constant !== undefined) return {from: 'constant', constant: spec.constant};
  if (spec.generate !== undefined) return {from: spec.generate};
  const parts = spec.columns?.map((column) => [column]) ?? [spec.column!];
  return {
    from: 'columns',
    parts: parts.map((names) => names.map((name) => name.trim())),
    join: spec.join ?? ' ',
    optional: spec.optional ?? false
  };
}

/** Words that the mapping itself puts in must keep the contract. */
function checkWords(contract: Contract, mapping: FieldMapping, report: (problem: string) => void): void {
  const {values, otherwise, ...plain} = mapping;
  const {field, origin} = plain;
  const words = [
    ...[...(values ?? [])].map(([from, to]) => ({at: `.values.${from}`, word: to})),
    ...(otherwise === undefined ? [] : [{at: '.otherwise', word: otherwise}]),
    ...(origin.from === 'constant' ? [{at: '.constant', word: origin.constant}] : [])
  ];
  for (const {at, word} of words) {
    const verdict = typeRecord({[field.name]: word}, {contract, fields: [plain]});
    const problem = 'problems' in verdict ? verdict.problems.find((one) => one.field === field.name) : undefined;
    if (problem)
      report(`${at}: "${word}" is not a valid ${field.name} (${problem.reason})${suggestion(word, field.codes ?? [])}`);
  }
}
