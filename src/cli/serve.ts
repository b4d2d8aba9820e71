import {Command, InvalidArgumentError} from 'commander';
import {once} from 'node:events';
import {now} from '../clock.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import type {LogForm} from '../log/log.ts';
import {liveRelease} from '../publish/switchRelease.ts';
import {readJournal} from '../run/journal.ts';
import {stateOf, type State} from '../run/state.ts';
import {healthOf, type Health} from '../serve/health.ts';
import {serveSite} from '../serve/serveSite.ts';
import {choosePipeline, dataOption, logOption, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';
import {untilStopped} from './untilStopped.ts';

export interface ServeOptions extends PipelineOptions {
  readonly host: string;
  readonly port: number;
  readonly log: LogForm;
}

/** huisheng serve */
export function serveCommand(): Command {
  return withAddress(new Command('serve'))
    .description('publish the latest run, if it is not published yet, and serve the site')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(logOption())
    .action(async (options: ServeOptions) => {
      const path = await choosePipeline(options.pipeline);
      await untilStopped(async (signal) => {
        const pipeline = await readPipeline(path);
        await publishLatest(path, options.data, {log: options.log, signal});
        const site = await servePipeline(pipeline, stateOf(pipeline.name, options.data), options);
        sayAddress(site.url);
        if (!signal.aborted) await once(signal, 'abort');
        await site.close();
      });
    });
}

/** Adds --host and --port to a command. */
export function withAddress(command: Command): Command {
  return command
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes any that is free', readPort, 3000);
}

/** Serves the live release of a pipeline, and how the pipeline fares. */
export function servePipeline(
  pipeline: Pipeline,
  state: State,
  {host, port}: Pick<ServeOptions, 'host' | 'port'>
): ReturnType<typeof serveSite> {
  const directory = `${state.releases}/current`;
  return serveSite({directory, host, port, health: () => readHealth(pipeline, state)});
}

export function sayAddress(url: string): void {
  process.stdout.write(`The report is at ${url} (Ctrl+C ends)\n`);
}

/** How a pipeline fares now. */
export async function readHealth({name, schedule}: Pipeline, state: State): Promise<Health> {
  return healthOf({
    pipeline: name,
    journal: await readJournal(state),
    isPublished: (await liveRelease(state.releases)) !== undefined,
    at: now(),
    ...(schedule && {schedule})
  });
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
}
