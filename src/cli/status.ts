import {existsSync} from 'node:fs';
import {Command} from 'commander';
import {pipelineName} from '../config/pipeline.ts';
import {readRuns} from '../run/history.ts';
import {stateOf} from '../run/state.ts';
import {choosePipelines, dataOption, jsonOption} from './options.ts';
import {printRows} from './table.ts';

/** huisheng status [pipeline] */
export function statusCommand(): Command {
  return new Command('status')
    .description('what was run when, and how many rows it read')
    .argument('[pipeline]', 'a pipeline, by name or by the path of its YAML; all of the project where none is named')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (named: string | undefined, options: {data?: string; json?: boolean}) => {
      const rows: Record<string, unknown>[] = [];
      for (const path of await choosePipelines(named, options.data)) {
        const name = pipelineName(path);
        const state = stateOf(name, options.data);
        const runs = await readRuns(state.warehouse);
        const last = runs.at(-1);
        rows.push({
          pipeline: name,
          run: last?.run_id ?? null,
          as_of: last?.as_of.toISOString() ?? null,
          finished_at: last?.finished_at.toISOString() ?? null,
          rows_read: last ? sum(last.intake.map(({rows_read}) => rows_read)) : null,
          quarantined: last ? sum(last.intake.map(({quarantined}) => quarantined)) : null,
          is_published: existsSync(`${state.releases}/current`),
          folder: state.folder
        });
      }
      printRows(rows, options.json === true);
    });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
