import {existsSync} from 'node:fs';
import {Command} from 'commander';
import {readPipeline} from '../config/pipeline.ts';
import {messageOf} from '../config/problems.ts';
import {readRuns} from '../run/history.ts';
import {stateOf} from '../run/state.ts';
import {keepSchedule} from '../schedule/keepSchedule.ts';
import {choosePipeline, dataOption, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';
import {runOne} from './run.ts';
import {serveUntilStopped, withAddress, type AddressOptions} from './serve.ts';

/** huisheng start */
export function startCommand(): Command {
  return withAddress(new Command('start'))
    .description('run, publish and serve a pipeline, and keep its schedule')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .action(async (options: PipelineOptions & AddressOptions) => {
      const path = await choosePipeline(options.pipeline);
      const pipeline = await readPipeline(path);
      const data = options.data === undefined ? {} : {data: options.data};
      const runAndPublish = async () => {
        await runOne(path, data);
        return publishLatest(path, options.data);
      };
      const state = stateOf(pipeline.name, options.data);
      const live = await runAndPublish().catch(async (error: unknown) => {
        // What was published before stays readable when the run of today fails.
        if (!existsSync(state.warehouse) || (await readRuns(state.warehouse)).length === 0) throw error;
        process.stderr.write(`${messageOf(error)}\n${pipeline.name}: the run failed; the last good run is shown\n`);
        return publishLatest(path, options.data);
      });
      const work = async () => {
        try {
          await runAndPublish();
        } catch (error) {
          process.stderr.write(`${messageOf(error)}\n`);
        }
      };
      const schedule = pipeline.schedule === undefined ? [] : [pipeline.schedule];
      const stop = keepSchedule(
        schedule.map((expression) => ({name: pipeline.name, expression, timeZone: pipeline.timeZone, work}))
      );
      await serveUntilStopped(live, options, stop);
    });
}
