import {dimensionHead, memberName} from '../../../reports/components/dimensions.ts';
import {periodOf, shiftPeriod} from '../../../reports/figures/period.ts';
import {rankMembers} from '../../../reports/figures/rankMembers.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import {periodName} from '../../../reports/words/periodName.ts';
import type {Cell, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT, MONTH, PERCENT, RATIO, SMALL, localDate} from './cells.ts';

const DIMENSIONS = ['cause_root', 'category'] as const;
const COUNTED = 'valid_complaints';

/** A cause at the end of a month, as marts.cause_trends has it. */
interface CauseTrend {
  dimension: string;
  member: string;
  period_start: string;
  test: string | null;
  ratio: number | null;
  low: number | null;
  high: number | null;
  q: number | null;
  change_point: string | null;
  direction: string | null;
  verdict: string;
}

/** Root causes and categories by how many complaints they brought, and whether they rise or fall. */
export async function causesSheet(source: BookSource): Promise<Sheet> {
  const {report, digest} = source;
  const {figures, period, locale} = report;
  const trends = await readTrends(source);
  const lastMonth = trends[0]?.period_start;
  const rows = DIMENSIONS.flatMap((dimension) => {
    const {top, missing, total} = rankMembers(figures.members(COUNTED, period, dimension), Infinity);
    let sum = 0;
    const named = missing > 0 ? [...top, {member: '', count: missing}] : top;
    return (top.length === 0 ? [] : named).map(({member, count}): Cell[] => {
      sum += count;
      const trend = trends.find((one) => one.dimension === dimension && one.member === member);
      return [
        dimensionHead(report, dimension),
        memberName(report, dimension, member),
        count,
        count / total,
        sum / total,
        ...trendCells(source, trend)
      ];
    });
  });
  return {
    name: say(locale, 'sheet_causes'),
    lines: [
      {text: `${say(locale, 'sheet_causes')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'book_causes_note'), style: 'note'},
      ...(lastMonth === undefined
        ? []
        : [
            {
              text: say(locale, 'book_causes_tested', {month: periodName(periodOf('month', lastMonth), locale)}),
              style: 'note'
            } as const
          ])
    ],
    columns: [
      {head: say(locale, 'book_dimension')},
      {head: say(locale, 'book_member')},
      {head: say(locale, 'book_complaints'), format: COUNT},
      {head: say(locale, 'share'), format: PERCENT},
      {head: say(locale, 'cumulative'), format: PERCENT},
      {head: say(locale, 'book_trend')},
      {head: say(locale, 'book_tested')},
      {head: say(locale, 'book_ratio'), format: RATIO},
      {head: say(locale, 'book_tested_low'), format: RATIO},
      {head: say(locale, 'book_tested_high'), format: RATIO},
      {head: say(locale, 'head_q'), format: SMALL},
      {head: say(locale, 'head_change'), format: MONTH}
    ],
    rows,
    isList: true,
    empty: say(locale, 'book_causes_none')
  };
}

function trendCells({report: {locale}}: BookSource, trend: CauseTrend | undefined): Cell[] {
  if (trend === undefined) return [];
  const {verdict, direction, test, ratio, low, high, q, change_point} = trend;
  const isTold = verdict === 'act' || verdict === 'look';
  const word = (isTold ? `cause_${verdict}_${direction ?? ''}` : `cause_${verdict}`) as Word;
  return [say(locale, word), testName(test, locale), ratio, low, high, q, localDate(change_point)];
}

/** A test is named after the months that it looks at: latest_3. */
function testName(test: string | null, locale: BookSource['report']['locale']): string {
  if (test === null) return '';
  const months = /^latest_(\d+)$/.exec(test)?.[1];
  return months === undefined ? say(locale, 'book_test_trend') : say(locale, 'book_test_latest', {months});
}

/** As of the last month of the period that is told. */
async function readTrends({report: {period}, database}: BookSource): Promise<CauseTrend[]> {
  return database.query<CauseTrend>(
    `with told as (
       from marts.cause_trends
       where period_start >= $start::date and period_start < $next::date and dimension in ('${DIMENSIONS.join("', '")}')
     )
     select dimension, member, period_start::varchar as period_start, test, ratio, low, high, q,
       change_point::varchar as change_point, direction, verdict
     from told
     where period_start = (select max(period_start) from told)`,
    {start: period.start, next: shiftPeriod(period, 1).start}
  );
}
