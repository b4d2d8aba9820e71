import {Command, InvalidArgumentError} from 'commander';
import {once} from 'node:events';
import {serveSite} from '../serve/serveSite.ts';
import {choosePipeline, dataOption, pipelineOption, type PipelineOptions} from './options.ts';
import {publishLatest} from './publish.ts';

export interface AddressOptions {
  readonly host: string;
  readonly port: number;
}

/** huisheng serve */
export function serveCommand(): Command {
  return withAddress(new Command('serve'))
    .description('publish the latest run, if it is not published yet, and serve the site')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .action(async (options: PipelineOptions & AddressOptions) => {
      const directory = await publishLatest(await choosePipeline(options.pipeline), options.data);
      await serveUntilStopped(directory, options, () => Promise.resolve());
    });
}

/** Adds --host and --port to a command. */
export function withAddress(command: Command): Command {
  return command
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes any that is free', readPort, 3000);
}

/** Serves a folder until the process is told to stop by SIGINT or SIGTERM. */
export async function serveUntilStopped(
  directory: string,
  options: AddressOptions,
  stop: () => Promise<void>
): Promise<void> {
  const site = await serveSite({directory, host: options.host, port: options.port});
  process.stdout.write(`The report is at ${site.url} (Ctrl+C ends)\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await stop();
  await site.close();
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new InvalidArgumentError('Expected a number from 0 to 65535.');
  return port;
}
