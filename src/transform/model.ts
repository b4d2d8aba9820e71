import {readFile, readdir} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {z} from 'zod';
import {suggestion} from '../config/nearest.ts';
import {ProblemsError} from '../config/problems.ts';
import {localText, strict} from '../config/strict.ts';
import {checkYaml, shortPath} from '../config/yamlFile.ts';
import {METHODS} from '../methods/registry.ts';
import {projectRoot} from '../project.ts';

/** The layers of models, in the direction in which records flow. */
export const LAYERS = ['core', 'kpis', 'marts', 'checks'] as const;
export type Layer = (typeof LAYERS)[number];

const modelHeader = strict({
  what: z.string().describe('what its rows are, in words'),
  grain: z.string().optional().describe('what one row stands for'),
  materialized: z.enum(['table', 'view']).default('table').describe('whether its rows are stored'),
  repeats: z
    .array(z.string())
    .min(1)
    .optional()
    .describe(
      'models that read this one although this one reads them: all are made again until this one changes no more'
    ),
  columns: z
    .record(z.string(), z.string())
    .optional()
    .describe('of a repeated model: its columns, with which it begins empty'),
  method: z.string().optional().describe('a statistic of src/methods that makes its rows of those of the query'),
  options: z.record(z.string(), z.unknown()).optional().describe('the settings of the method'),
  parameters: z.record(z.string(), z.number()).optional().describe('the numbers that the query names as $name'),
  units: z.string().optional(),
  notes: z.string().optional()
});

const kpiHeader = strict({
  title: localText.describe('its name'),
  kind: z
    .enum(['ratio', 'mean', 'rate', 'sum', 'count', 'duration', 'stock'])
    .describe('how counted records make a value'),
  of: z.string().describe('the record kind that it counts'),
  unit: z
    .enum([
      'percent',
      'points',
      'count',
      'per_100',
      'per_1000',
      'per_week',
      'days',
      'hours',
      'minutes',
      'score',
      'money'
    ])
    .describe('how the value is printed'),
  better: z.enum(['higher', 'lower', 'neither']).describe('which way is good'),
  counts: localText.describe('what is counted, in words'),
  numerator: localText.optional().describe('which of them make the numerator, in words'),
  excludes: localText.optional().describe('what is left out, in words'),
  clause: z.record(z.string(), z.string()).default({}).describe('by policy, the clause that asks for it'),
  guards: z.array(z.string()).default([]).describe('KPIs to be read beside it'),
  minimum: z.int().min(0).default(0).describe('the denominator under which the value is withheld'),
  quantiles: z.array(z.number().gt(0).lt(1)).min(1).optional().describe('of a duration: the first is the value')
});

export type KpiHeader = z.output<typeof kpiHeader>;

/** One SQL file below pipelines/. */
export interface Model {
  readonly layer: Layer;
  /** The file's name without .sql. */
  readonly id: string;
  /** `layer.id`: the table or view that it makes. */
  readonly name: string;
  readonly path: string;
  readonly sql: string;
  readonly isView: boolean;
  readonly what: string;
  readonly repeat?: Repetition;
  readonly method?: MethodUse;
  /** The numbers that stand in the query where its file has `$name`. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** A method with its settings, which are checked. */
export interface MethodUse {
  /** In METHODS. */
  readonly name: string;
  readonly options: unknown;
}

/** A model that is made again and again with the models that it reads, from an empty table to a fixed point. */
export interface Repetition {
  /** `layer.id` of the models that are made again, in their order. */
  readonly models: readonly string[];
  /** Column names to SQL types. */
  readonly columns: Readonly<Record<string, string>>;
}

/** A KPI: a model of the layer kpis with its definition. */
export interface Kpi extends Model {
  readonly header: KpiHeader;
}

/** All models of the project. Throws a ProblemsError that lists every mistake in their headers. */
export async function readModels(folder = join(projectRoot, 'pipelines')): Promise<{models: Model[]; kpis: Kpi[]}> {
  const models: Model[] = [];
  const kpis: Kpi[] = [];
  const problems: string[] = [];
  for (const layer of LAYERS) {
    for (const file of (await readdir(join(folder, layer))).filter((name) => name.endsWith('.sql')).sort()) {
      const path = join(folder, layer, file);
      try {
        const model = readModel(layer, path, await readFile(path, 'utf8'));
        models.push(model);
        if ('header' in model) kpis.push(model);
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  const ids = new Set(kpis.map(({id}) => id));
  for (const kpi of kpis) {
    const unknown = kpi.header.guards.filter((guard) => !ids.has(guard));
    problems.push(...unknown.map((guard) => `${shortPath(kpi.path)}, guards: there is no KPI "${guard}"`));
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return {models, kpis};
}

/** Models by their path and text, on which alone they depend: a process that runs again does not read their headers again. */
const known = new Map<string, {readonly text: string; readonly model: Model | Kpi}>();

/** Reads one model: a YAML header in the first comment, then the query. */
export function readModel(layer: Layer, path: string, text: string): Model | Kpi {
  const before = known.get(path);
  if (before?.text === text) return before.model;
  const model = parseModel(layer, path, text);
  known.set(path, {text, model});
  return model;
}

function parseModel(layer: Layer, path: string, text: string): Model | Kpi {
  const place = shortPath(path);
  const match = /^\/\*---\n([\s\S]*?)\n---\*\/\n([\s\S]*)$/.exec(text);
  if (!match) throw new ProblemsError([`${place}: begin the file with a header between /*--- and ---*/`]);
  const [, yaml, query] = match as unknown as [string, string, string];
  const id = basename(path, '.sql');
  const sql = query.trim().replace(/;$/, '');
  const model = {layer, id, name: `${layer}.${id}`, path, sql};
  if (layer === 'kpis') {
    const header = checkYaml(yaml, kpiHeader, place);
    return {...model, header, isView: true, what: header.counts.en};
  }
  const {what, materialized, repeats, columns, parameters = {}, ...methodHeader} = checkYaml(yaml, modelHeader, place);
  if ((repeats === undefined) !== (columns === undefined)) {
    throw new ProblemsError([`${place}: repeats and columns belong together; give both or neither`]);
  }
  const used = readMethod(methodHeader, place);
  return {
    ...model,
    sql: withParameters(sql, parameters, place),
    isView: materialized === 'view',
    what,
    ...(used && {method: used}),
    ...(Object.keys(parameters).length > 0 && {parameters}),
    ...(repeats && columns && {repeat: {models: repeats.map((name) => `${layer}.${name}`), columns}})
  };
}

/** Puts numbers where a query names them. */
function withParameters(sql: string, parameters: Readonly<Record<string, number>>, place: string): string {
  const named = new Set([...sql.matchAll(/\$([a-z]\w*)/g)].map(([, name]) => name!));
  const problems = [
    ...[...named]
      .filter((name) => !Object.hasOwn(parameters, name))
      .map((name) => `${place}: the query names $${name}; give it under parameters`),
    ...Object.keys(parameters)
      .filter((name) => !named.has(name))
      .map((name) => `${place}, parameters: the query does not name $${name}; take it out`)
  ];
  if (problems.length > 0) throw new ProblemsError(problems);
  return sql.replace(/\$([a-z]\w*)/g, (_, name: string) => {
    const number = parameters[name]!;
    return Number.isInteger(number) ? String(number) : `${String(number)}::double`;
  });
}

function readMethod(
  {method: name, options}: Pick<z.output<typeof modelHeader>, 'method' | 'options'>,
  place: string
): MethodUse | undefined {
  if (name === undefined) {
    if (options === undefined) return undefined;
    throw new ProblemsError([`${place}: options go with a method; name it, or take them out`]);
  }
  const names = Object.keys(METHODS);
  if (!Object.hasOwn(METHODS, name)) {
    throw new ProblemsError([`${place}, method: there is no method "${name}"${suggestion(name, names)}`]);
  }
  const checked = METHODS[name]!.options.safeParse(options ?? {});
  if (!checked.success) throw new ProblemsError([`${place}, options: ${z.prettifyError(checked.error)}`]);
  return {name, options: checked.data};
}
