import {Command} from 'commander';
import {pipelineName} from '../config/pipeline.ts';
import {listReleases, rollBack} from '../publish/releases.ts';
import {stateOf} from '../run/state.ts';
import {choosePipeline, dataOption, jsonOption, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

/** huisheng releases list|rollback */
export function releasesCommand(): Command {
  const list = subcommand('list')
    .description('the releases that stand, the latest first')
    .action(async (options: Options) => {
      const releases = await listReleases(await chooseState(options));
      printRows(
        releases.map((one) => ({...one})),
        options.json === true
      );
    });
  const rollback = subcommand('rollback')
    .description('make an earlier release the live one, until the next run is published')
    .argument('[id]', 'the release; the one before the live one where none is named')
    .action(async (id: string | undefined, options: Options) => {
      printRows([{...(await rollBack(await chooseState(options), id))}], options.json === true);
    });
  return new Command('releases')
    .description('the published sites that stand, and the way back to an earlier one')
    .addCommand(list)
    .addCommand(rollback);
}

interface Options extends PipelineOptions {
  readonly json?: boolean;
}

function subcommand(name: string): Command {
  return new Command(name).addOption(pipelineOption()).addOption(dataOption()).addOption(jsonOption());
}

async function chooseState({pipeline, data}: PipelineOptions) {
  return stateOf(pipelineName(await choosePipeline(pipeline)), data);
}
