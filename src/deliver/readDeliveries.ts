import {resolve, dirname} from 'node:path';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Patience} from '../fetch/patience.ts';
import type {ReportGrain} from '../publish/siteData.ts';
import {readSchedule, type Schedule} from '../schedule/schedule.ts';
import type {Attachment, DeliverSpec} from './deliverSpec.ts';

/** How a reader is reached, as written: texts may name environment variables. */
export type Way =
  | {readonly channel: 'email'; readonly from: string; readonly to: readonly string[]; readonly server: string}
  | {readonly channel: 'wecom'; readonly url: string}
  | {readonly channel: 'dingtalk' | 'feishu'; readonly url: string; readonly secret?: string | undefined}
  | {readonly channel: 'folder'; readonly path: string};

/** What one reader gets, and how. */
export interface Delivery {
  readonly reader: string;
  /** The entry in the pipeline, as problems name it. */
  readonly place: string;
  readonly reports: readonly ReportGrain[];
  readonly schedule?: Schedule;
  readonly way: Way;
  readonly attach: readonly Attachment[];
  readonly patience: Patience;
  /** Seconds. */
  readonly timeout: number;
}

interface Context {
  /** The pipeline's file. */
  readonly path: string;
  readonly site: string | undefined;
  readonly timeZone: string;
  readonly calendar: Calendar;
  readonly at: Date;
}

/** Checks the entries of `deliver` against each other and their schedules against the calendar; adds what is wrong to `problems`. */
export function readDeliveries(specs: readonly DeliverSpec[], context: Context, problems: string[]): Delivery[] {
  return specs.map((spec, i) => {
    const place = `${shortPath(context.path)}, deliver.${i}`;
    if (specs.findIndex(({reader}) => reader === spec.reader) < i)
      problems.push(`${place}.reader: "${spec.reader}" stands above already; give each reader a name of its own`);
    const way = wayOf(spec, context.path);
    if (context.site === undefined && way.channel !== 'email' && way.channel !== 'folder') {
      problems.push(
        `${place}.${way.channel}: a robot can only link to the report; say under "site" at which address readers open the pages`
      );
    }
    const schedule = scheduleOf(spec, place, context, problems);
    return {
      reader: spec.reader,
      place,
      reports: spec.report,
      way,
      attach: spec.attach ?? ['pdf', 'xlsx'],
      patience: spec.retry,
      timeout: spec.timeout,
      ...(schedule && {schedule})
    };
  });
}

function wayOf({email, wecom, dingtalk, feishu, folder}: DeliverSpec, path: string): Way {
  if (email) return {channel: 'email', ...email};
  if (wecom !== undefined) return {channel: 'wecom', url: wecom};
  if (dingtalk) return {channel: 'dingtalk', ...dingtalk};
  if (feishu) return {channel: 'feishu', ...feishu};
  return {channel: 'folder', path: resolve(dirname(path), folder!)};
}

function scheduleOf(
  {schedule}: DeliverSpec,
  place: string,
  {timeZone, calendar, at}: Context,
  problems: string[]
): Schedule | undefined {
  if (schedule === undefined) return undefined;
  try {
    return readSchedule(schedule, timeZone, calendar, at);
  } catch (error) {
    problems.push(`${place}.schedule: ${messageOf(error)}`);
    return undefined;
  }
}
