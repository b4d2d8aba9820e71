import {readdir} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {basename, dirname, join, resolve} from 'node:path';
import {glob} from 'tinyglobby';
import {z} from 'zod';
import {now} from '../clock.ts';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import type {Policy} from '../../pipelines/policies/schema.ts';
import {readContracts} from '../contract/catalog.ts';
import {checkZone} from '../contract/zone.ts';
import {deliverSpec, siteSpec} from '../deliver/deliverSpec.ts';
import {readDeliveries, type Delivery} from '../deliver/readDeliveries.ts';
import {readSource, type Source} from '../extract/source.ts';
import {projectRoot} from '../project.ts';
import {readSchedule, type Schedule} from '../schedule/schedule.ts';
import {nearest, suggestion} from './nearest.ts';
import {mappedWordProblems} from './policy/mappedWords.ts';
import {unknownName} from './policy/problem.ts';
import {kpiNames, readPolicy} from './policy/readPolicy.ts';
import {ProblemsError, UsageError, gatherProblems, messageOf} from './problems.ts';
import {localText, strict} from './strict.ts';
import {readYamlFile, shortPath} from './yamlFile.ts';

/** pipelines/<name>.yaml as written. */
export const pipelineSpec = strict({
  title: localText.optional().describe('what the pages are headed with; the name where nothing is said'),
  time_zone: z.string().default('Asia/Shanghai').describe('IANA zone in which days and months are counted'),
  locale: z.enum(['zh-CN', 'en']).default('zh-CN').describe('the language of the pages'),
  policy: z.string().default('none').describe('a file in pipelines/policies, or the path of one'),
  sources: z.array(z.string()).min(1).describe('folders in sources/, or paths of source files'),
  process_changes: z
    .array(
      strict({
        from: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2026-03')
          .describe('the first month in which the work is done in the new way'),
        kpis: z.array(z.string()).min(1).describe('the figures whose ordinary variation it may have changed'),
        what: localText.describe('what was changed, as pages tell it')
      })
    )
    .default([])
    .describe('changes of the work itself: control limits begin anew there, and nowhere else'),
  schedule: z
    .string()
    .optional()
    .describe(
      'when to run, in its time zone: cron such as "0 6 * * *", or words such as "every working day 08:30" or "first working day of the month 09:00"'
    ),
  site: siteSpec.optional().describe('the address at which readers open the pages, for the links in messages'),
  deliver: z.array(deliverSpec).default([]).describe('who gets which report, by which way and when')
});

/** A change of the work itself, from the first of a month (YYYY-MM) on. */
export type ProcessChange = z.output<typeof pipelineSpec>['process_changes'][number];

/** A checked pipeline, with its sources and its policy. */
export interface Pipeline {
  readonly name: string;
  readonly path: string;
  readonly title: {readonly 'zh-CN': string; readonly en: string};
  readonly timeZone: string;
  readonly locale: 'zh-CN' | 'en';
  readonly schedule?: Schedule;
  /** The address at which readers open the pages, without a slash at its end. */
  readonly site?: string;
  readonly deliveries: readonly Delivery[];
  readonly processChanges: readonly ProcessChange[];
  readonly policy: Policy;
  /** The calendar by which the policy counts working days. */
  readonly calendar: Calendar;
  readonly sources: readonly Source[];
}

/** The names of the project's own pipelines. */
export async function pipelineNames(): Promise<string[]> {
  const files = await readdir(join(projectRoot, 'pipelines'));
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** The YAML of a pipeline that is named, or given by a path. Throws a UsageError when there is none. */
export async function findPipeline(nameOrPath: string): Promise<string> {
  if (/\.ya?ml$/.test(nameOrPath) || nameOrPath.includes('/')) {
    const path = resolve(nameOrPath);
    if (!existsSync(path)) throw new UsageError(`${nameOrPath}: there is no such pipeline file`);
    return path;
  }
  const names = await pipelineNames();
  if (!names.includes(nameOrPath))
    throw new UsageError(`"${nameOrPath}" is no pipeline${suggestion(nameOrPath, names)}`);
  return join(projectRoot, 'pipelines', `${nameOrPath}.yaml`);
}

/** A pipeline is named for its file, or for its folder where the file is called pipeline.yaml. */
export function pipelineName(path: string): string {
  const name = basename(path).replace(/\.ya?ml$/, '');
  return name === 'pipeline' ? basename(dirname(path)) : name;
}

/** Reads and checks a pipeline with its sources and policy. Throws a ProblemsError that lists every mistake. */
export async function readPipeline(path: string): Promise<Pipeline> {
  const spec = await readYamlFile(path, pipelineSpec);
  const problems: string[] = [];
  try {
    checkZone(spec.time_zone);
  } catch (error) {
    throw new ProblemsError([`${shortPath(path)}, time_zone: ${messageOf(error)}`]);
  }
  const contracts = await readContracts();
  const [ruled] = await gatherProblems(readPolicy(spec.policy, path, contracts), problems);
  const sources: Source[] = [];
  for (const source of spec.sources) {
    for (const sourcePath of await gatherProblems(findSource(source, path), problems))
      sources.push(...(await gatherProblems(readSource(sourcePath, contracts, spec.time_zone), problems)));
  }
  const names = sources.map(({name}) => name);
  const doubled = names.find((name, i) => names.indexOf(name) < i);
  if (doubled !== undefined)
    problems.push(`${shortPath(path)}, sources: two sources are called "${doubled}"; rename one`);
  if (ruled) problems.push(...mappedWordProblems(ruled.policy, sources));
  const kpis = await kpiNames();
  const named = spec.process_changes.flatMap((change, i) =>
    change.kpis.flatMap((kpi, j) => unknownName(`process_changes.${String(i)}.kpis.${String(j)}`, 'KPI', kpi, kpis))
  );
  problems.push(...named.map(({at, what}) => `${shortPath(path)}, ${at}: ${what}`));
  let schedule: Schedule | undefined;
  try {
    if (ruled && spec.schedule !== undefined)
      schedule = readSchedule(spec.schedule, spec.time_zone, ruled.calendar, now());
  } catch (error) {
    problems.push(`${shortPath(path)}, schedule: ${messageOf(error)}`);
  }
  const {site, time_zone: timeZone, deliver} = spec;
  const deliveries = ruled
    ? readDeliveries(deliver, {path, site, timeZone, calendar: ruled.calendar, at: now()}, problems)
    : [];
  if (problems.length > 0 || !ruled) throw new ProblemsError(problems);
  const name = pipelineName(path);
  return {
    name,
    path,
    title: spec.title ?? {'zh-CN': name, en: name},
    timeZone,
    locale: spec.locale,
    ...ruled,
    processChanges: spec.process_changes,
    deliveries,
    sources,
    ...(schedule && {schedule}),
    ...(site !== undefined && {site})
  };
}

/** A source named in a pipeline: a folder of the project's sources/, or a path relative to the pipeline. */
async function findSource(name: string, pipelinePath: string): Promise<string> {
  const beside = resolve(dirname(pipelinePath), name);
  const candidates = /\.ya?ml$/.test(name)
    ? [beside]
    : [join(projectRoot, 'sources', name, 'source.yaml'), join(beside, 'source.yaml')];
  const found = candidates.find((path) => existsSync(path));
  if (found !== undefined) return found;
  const folders = (await glob('**/source.yaml', {cwd: join(projectRoot, 'sources')}))
    .map((file) => dirname(file))
    .sort();
  const hint =
    nearest(name, folders) === undefined
      ? '; give a folder of sources/ or the path of a source.yaml'
      : suggestion(name, folders);
  throw new ProblemsError([`${shortPath(pipelinePath)}, sources: there is no source "${name}"${hint}`]);
}
