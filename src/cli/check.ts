import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Command} from 'commander';
import {now} from '../clock.ts';
import {writeEditorSchemas} from '../config/editorSchemas.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {readContracts} from '../contract/catalog.ts';
import {missingColumns, unmappedColumns} from '../extract/checkColumns.ts';
import {filesOf} from '../extract/extractSource.ts';
import {openReadable} from '../extract/landFile.ts';
import {missingVariables} from '../fetch/variables.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {stateOf} from '../run/state.ts';
import {buildWarehouse} from '../transform/buildWarehouse.ts';
import {readModels} from '../transform/model.ts';
import {openDatabase, type Database} from '../warehouse/duckdb.ts';
import {choosePipelines, dataOption} from './options.ts';

/** huisheng check [pipeline] */
export function checkCommand(): Command {
  return new Command('check')
    .description('check configuration, policy, mappings, models and the columns of the files; changes nothing')
    .argument('[pipeline]', 'a pipeline, by name or by the path of its YAML; all of the project where none is named')
    .addOption(dataOption())
    .option('--schemas <folder>', 'also write the JSON Schemas of the YAML files there, for editors')
    .action(async (named: string | undefined, {schemas, data}: {schemas?: string; data?: string}) => {
      if (schemas !== undefined) {
        const names = await writeEditorSchemas(schemas);
        process.stdout.write(`${schemas}: ${names.join(', ')}\n`);
      }
      const problems: string[] = [];
      const database = await openDatabase(':memory:');
      const scratch = await mkdtemp(join(tmpdir(), 'huisheng-'));
      try {
        for (const path of await choosePipelines(named, data)) {
          problems.push(
            ...(await gather(async () => checkPipeline(await readPipeline(path), data, {database, scratch})))
          );
        }
      } finally {
        database.close();
        await rm(scratch, {recursive: true, force: true});
      }
      if (problems.length > 0) throw new ProblemsError([...new Set(problems)]);
    });
}

async function checkPipeline(
  pipeline: Pipeline,
  data: string | undefined,
  {database, scratch}: {readonly database: Database; readonly scratch: string}
): Promise<void> {
  const problems: string[] = [];
  for (const source of pipeline.sources) {
    const unmapped = new Set<string>();
    if (source.fetch) {
      const missing = missingVariables(source.fetch, process.env);
      const remedy = missing.length > 0 ? `; set ${missing.join(', ')} before` : '';
      process.stdout.write(`${pipeline.name}: ${source.name}: its streams are read by runs alone${remedy}\n`);
      continue;
    }
    const found = await gather(async () => {
      const files = await filesOf(source, {scratch, asOf: now()});
      const opened = await openReadable([...files.keys()], source, {database, scratch});
      problems.push(...opened.problems);
      for (const {files: alike, columns} of opened.relations) {
        for (const [file, records] of [...files].filter(([{name}]) => alike.some((one) => one.name === name))) {
          problems.push(...missingColumns(source, records, file, columns));
          unmappedColumns(source, records, columns).forEach((column) => unmapped.add(column));
        }
      }
      process.stdout.write(`${pipeline.name}: ${source.name}: ${files.size} ${files.size === 1 ? 'file' : 'files'}\n`);
    });
    problems.push(...found);
    if (unmapped.size > 0)
      process.stdout.write(`${pipeline.name}: ${source.name}: no field reads ${[...unmapped].join(', ')}\n`);
  }
  for (const {reader, way} of pipeline.deliveries) {
    const missing = missingVariables(way, process.env);
    const remedy = missing.length > 0 ? `; set ${missing.join(', ')} before` : '';
    process.stdout.write(`${pipeline.name}: ${reader} gets reports (${way.channel})${remedy}\n`);
  }
  problems.push(
    ...(await gather(async () => {
      await readLedger(stateOf(pipeline.name, data).ledger, pipeline.policy);
    })),
    ...(await gather(async () => computeNothing(pipeline)))
  );
  if (problems.length > 0) throw new ProblemsError([...new Set(problems)]);
  process.stdout.write(`${pipeline.name}: in order\n`);
}

/** Computes all figures over no records at all: a mistake in the SQL of a model shows before a run meets it. */
async function computeNothing(pipeline: Pipeline): Promise<void> {
  const database = await openDatabase(':memory:', {timeZone: pipeline.timeZone});
  try {
    await buildWarehouse(database, {
      pipeline,
      loads: [],
      contracts: await readContracts(),
      models: (await readModels()).models,
      ledger: [],
      asOf: now(),
      runId: 0,
      editions: [],
      previous: '',
      report: () => undefined
    });
  } catch (error) {
    throw error instanceof ProblemsError ? error : new ProblemsError([messageOf(error)]);
  } finally {
    database.close();
  }
}

async function gather(work: () => Promise<void>): Promise<readonly string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems;
    throw error;
  }
}
