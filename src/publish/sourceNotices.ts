import {localTime} from '../calendar/localTime.ts';
import type {Journal} from '../run/journal.ts';
import type {Notice} from '../run/notices.ts';

/** What every reader has to know of sources: for each that can't be read now, since when, and as of when its data are. */
export function sourceNotices({runs}: Journal, timeZone: string): Notice[] {
  const told = runs.filter(({sources}) => sources.length > 0);
  const local = (time: string) => localTime(new Date(time), timeZone);
  return (told.at(-1)?.sources ?? [])
    .filter(({state}) => state === 'failed')
    .map(({source, read_at}) => {
      const good = told.findLastIndex(({sources}) =>
        sources.some((one) => one.source === source && one.state !== 'failed')
      );
      const since = local(
        told.slice(good + 1).find(({sources}) => sources.some((one) => one.source === source))!.started_at
      );
      return read_at === null
        ? {
            'zh-CN': `来源 ${source} 自 ${since} 起未能读取，至今没有它的数据。`,
            en: `The source ${source} could not be read since ${since}; there are no data of it yet.`
          }
        : {
            'zh-CN': `来源 ${source} 自 ${since} 起未能读取，其数据截至 ${local(read_at)}。`,
            en: `The source ${source} could not be read since ${since}; its data are as of ${local(read_at)}.`
          };
    });
}
