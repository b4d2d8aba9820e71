import {z} from 'zod';
import type {Digest} from '../../reports/digest/digest.ts';
import {periodOf} from '../../reports/figures/period.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {deliverSpec} from '../../src/deliver/deliverSpec.ts';
import {readDeliveries, type Delivery} from '../../src/deliver/readDeliveries.ts';
import type {ReportParts} from '../../src/deliver/reportParts.ts';

export const SITE = 'https://reports.example.com/huisheng';
export const SUBJECT = '云岭商贸 · 2026年10月客户投诉与满意度月报';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
);

export function exampleDigest(given: Partial<Digest> = {}): Digest {
  return {
    title: '2026年10月客户投诉与满意度月报',
    locale: 'zh-CN',
    period: periodOf('month', '2026-10-01'),
    isOver: true,
    asOf: '2026-11-02 06:00',
    findings: [
      {
        text: '投诉处理及时率 92.1%（1,204/1,307），低于目标 95%；自 8 月起持续偏低，不是偶然。',
        path: '/leadership/2026-10#trend-resolution_on_time'
      },
      {
        text: '“[配件](https://evil.example)延迟 <@all>”自 9 月起上升 2.4 倍。改善措施尚未见效。',
        path: '/leadership/2026-10#causes'
      }
    ],
    figures: [
      {
        kpi: 'resolution_on_time',
        name: '投诉处理及时率',
        value: '92.1%',
        counts: '1,204/1,307',
        interval: '区间 90.5 至 93.4%',
        target: '未达到目标 95%',
        change: '比上月低 2.3 个百分点，超出偶然波动',
        signal: '异常偏低'
      }
    ],
    notices: ['来源 crm 未能读取，其数据截至 2026-10-31 06:00。'],
    ...given
  };
}

/** A report whose files and pictures need no browser. `made` counts how often each was made. */
export function exampleReport(given: Partial<Digest> = {}): ReportParts & {made: string[]} {
  const made: string[] = [];
  const make = <T>(name: string, value: T) =>
    (() => {
      made.push(name);
      return Promise.resolve(value);
    }) as () => Promise<T>;
  return {
    digest: exampleDigest(given),
    runId: 7,
    made,
    file: {
      pdf: make('pdf', Buffer.from('%PDF-1.7 a report')),
      xlsx: make('xlsx', Buffer.from('PK a workbook'))
    },
    charts: make('charts', [
      {
        id: 'trend-resolution_on_time',
        title: '及时率自 8 月起偏低',
        alt: '及时率近 24 个月走势，8 月起偏低',
        png: PNG,
        width: 600,
        height: 260
      }
    ])
  };
}

/** Entries of `deliver` as a pipeline reads them; tried again twice, at once. */
export async function deliveriesOf(...entries: Record<string, unknown>[]): Promise<Delivery[]> {
  const retry = {times: 2, wait: '1 millisecond', longest_wait: '5 milliseconds'};
  const specs = z
    .array(deliverSpec)
    .parse(
      entries.map((entry, i) => ({reader: `reader ${i}`, report: 'month', timeout: '5 seconds', retry, ...entry}))
    );
  const problems: string[] = [];
  const deliveries = readDeliveries(
    specs,
    {
      path: 'company.yaml',
      site: SITE,
      timeZone: 'Asia/Shanghai',
      calendar: await readCalendar('cn', 'pipelines/policies/service-industry.yaml'),
      at: new Date('2026-01-01T00:00:00Z')
    },
    problems
  );
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return deliveries;
}
