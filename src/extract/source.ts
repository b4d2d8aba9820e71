import {basename, dirname, resolve} from 'node:path';
import type {Contract, ContractField} from '../contract/contract.ts';
import {DEFAULT_FORMATS, dateFormat, type DateFormat} from '../contract/dateFormat.ts';
import type {FieldMapping, Origin, RecordMapping} from '../contract/mapping.ts';
import {typeRecord} from '../contract/typedValue.ts';
import {checkZone} from '../contract/zone.ts';
import {suggestion} from '../config/nearest.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {readYamlFile, shortPath} from '../config/yamlFile.ts';
import {sourceSpec, type FieldSpec} from './sourceSpec.ts';

/** The formats of files that rows are read from. */
export type FileFormat = 'csv' | 'json' | 'jsonl' | 'parquet';

/** One record kind of a source. */
export interface SourceRecord {
  readonly mapping: RecordMapping;
  /** Globs of the files that hold it, relative to the source's folder, or over the names that the generator gives. */
  readonly files: readonly string[];
}

/** A checked source: where rows come from and how each record kind is read from them. */
export interface Source {
  readonly name: string;
  /** The source.yaml. */
  readonly path: string;
  readonly folder: string;
  readonly generator?: string;
  readonly format?: FileFormat;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly keep: readonly string[];
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
  const globs = (files: readonly string[] | undefined) =>
    files ?? spec.files ?? (spec.kind === 'generated' ? ['**'] : []);
  if (spec.kind === 'generated' && spec.generator === undefined)
    problems.push(`${place}, generator: missing; name the module`);

  const records = Object.entries(spec.records).flatMap(([kind, {files, ...fields}]): SourceRecord[] => {
    const contract = contracts.get(kind);
    if (!contract) {
      problems.push(`${place}, records.${kind}: unknown record kind${suggestion(kind, contracts.keys())}`);
      return [];
    }
    if (globs(files).length === 0) problems.push(`${place}, files: missing; say which files to read`);
    const mapping = readMapping(contract, fields, {
      place: `${place}, records.${kind}`,
      timeZone: spec.time_zone ?? timeZone,
      nulls: spec.nulls,
      problems
    });
    return [{mapping, files: globs(files)}];
  });
  if (records.length === 0) problems.push(`${place}, records: missing; map at least one record kind`);
  if (problems.length > 0) throw new ProblemsError([...new Set(problems)]);
  return {
    name: sourceName(path),
    path,
    folder: dirname(path),
    keep: spec.keep,
    nulls: spec.nulls,
    records,
    ...(spec.generator !== undefined && {generator: resolve(dirname(path), spec.generator)}),
    ...(spec.format && {format: spec.format}),
    ...(spec.delimiter !== undefined && {delimiter: spec.delimiter}),
    ...(spec.encoding && {encoding: spec.encoding})
  };
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
      return [dateFormat(format)];
    } catch (error) {
      report(`.formats: ${messageOf(error)}`);
      return [];
    }
  });
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
  const columns = spec.columns ?? [spec.column!];
  return {
    from: 'columns',
    columns: columns.map((column) => column.trim()),
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
