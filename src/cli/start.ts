import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {Command} from 'commander';
import {now} from '../clock.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {messageOf} from '../config/problems.ts';
import {keepDeliveries} from '../deliver/keepDeliveries.ts';
import {openLog, type Log} from '../log/log.ts';
import {liveRelease} from '../publish/switchRelease.ts';
import {appendEvent, readJournal, type Trigger} from '../run/journal.ts';
import {RunningError} from '../run/lock.ts';
import {stateOf, type State} from '../run/state.ts';
import {keepSchedule, type Due} from '../schedule/keepSchedule.ts';
import {missedTimes} from '../schedule/missedTimes.ts';
import {isTimeOf} from '../schedule/schedule.ts';
import {choosePipeline, dataOption, logOption, pipelineOption} from './options.ts';
import {publishLatest} from './publish.ts';
import {runOne} from './run.ts';
import {sayAddress, servePipeline, withAddress, type ServeOptions} from './serve.ts';
import {untilStopped} from './untilStopped.ts';

/** huisheng start */
export function startCommand(): Command {
  return withAddress(new Command('start'))
    .description('run, publish and serve a pipeline, and keep its schedule')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(logOption())
    .action(async (options: ServeOptions) => {
      const path = await choosePipeline(options.pipeline);
      const pipeline = await readPipeline(path);
      await untilStopped((signal) => keepPipeline({path, pipeline, options, signal}));
    });
}

interface Service {
  readonly path: string;
  readonly pipeline: Pipeline;
  readonly options: ServeOptions;
  readonly signal: AbortSignal;
}

/** Runs, publishes and serves a pipeline until the signal; throws when there is nothing to serve. */
async function keepPipeline(service: Service): Promise<void> {
  const {pipeline, options, signal} = service;
  const {schedule} = pipeline;
  const state = stateOf(pipeline.name, options.data);
  const log = openLog(options.log, pipeline.name);
  const site = await servePipeline(pipeline, state, options);
  const going = new Set<Promise<void>>();
  const deliveries = keepDeliveries({
    pipeline,
    state,
    log,
    signal,
    isRunTime: (time) => going.size > 0 || (schedule !== undefined && isTimeOf(schedule, time))
  });
  const run = (trigger: Trigger) => {
    const one = runAndPublish(service, trigger).finally(() => {
      going.delete(one);
      deliveries.check();
    });
    going.add(one);
    return one;
  };
  const due = async ({time, earlier, isLate}: Due) => {
    const isBusy = going.size > 0;
    if (isBusy || isLate) await recordMissed(state, [...earlier, time], log);
    else if (earlier.length > 0) await recordMissed(state, earlier, log);
    if (isBusy) return;
    try {
      await run(isLate ? 'catch_up' : 'schedule');
    } catch (error) {
      if (error instanceof RunningError) await recordMissed(state, [time], log);
      throw error;
    }
  };
  const stop = schedule
    ? keepSchedule(schedule, (one) => {
        due(one).catch((error: unknown) => {
          if (!signal.aborted) log.error(messageOf(error));
        });
      })
    : () => Promise.resolve();
  try {
    const missed = schedule ? missedTimes(schedule, await readJournal(state), now()) : [];
    if (missed.length > 0) await recordMissed(state, missed, log);
    const hasReport = (await liveRelease(state.releases)) !== undefined;
    if (hasReport) sayAddress(site.url);
    await run(missed.length > 0 ? 'catch_up' : 'hand').catch(async (error: unknown) => {
      // What was published before stays readable when the run of today fails.
      if (signal.aborted || (!hasReport && !existsSync(state.warehouse))) throw error;
      log.error(messageOf(error));
      log.warn('the run failed; the last good run is shown');
      if (!hasReport) await publishLatest(service.path, options.data, {log: options.log, signal});
    });
    if (!hasReport) sayAddress(site.url);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await stop();
    await Promise.allSettled(going);
    await deliveries.stop();
    await site.close();
  }
}

async function runAndPublish({path, options, signal}: Service, trigger: Trigger): Promise<void> {
  const data = options.data === undefined ? {} : {data: options.data};
  await runOne(path, {...data, trigger, signal, log: options.log});
  try {
    await publishLatest(path, options.data, {log: options.log, signal});
  } catch (error) {
    // The run itself did not meet another one.
    throw error instanceof RunningError ? new Error(error.message, {cause: error}) : error;
  }
}

/** Tells of scheduled times at which no run was made. */
async function recordMissed(state: State, times: readonly Date[], log: Log): Promise<void> {
  const told = times.map((time) => time.toISOString());
  const shown = told.length > 3 ? `${told[0]} to ${told.at(-1)}` : told.join(', ');
  log.warn(`${told.length} scheduled ${told.length === 1 ? 'run was' : 'runs were'} missed: ${shown}`);
  await appendEvent(state, {event: 'missed', at: now().toISOString(), times: told});
}
