import {markup, type Markup} from '../../drawing/markup.ts';
import {table} from '../../drawing/table.ts';
import {formatCount, formatNumber} from '../../words/formatValue.ts';
import {say, WORDS, type Word} from '../../words/locale.ts';
import {memberName, type AnalysisContext} from '../context.ts';
import type {DataTable} from '../dataTable.ts';
import {monthName} from '../../words/describeSeries.ts';
import {measureLine} from '../measureLine.ts';
import {countVerdicts, measureRows} from '../measureRows.ts';
import {pageOf, pager} from '../pager.ts';
import {formatQ, ratioSpan} from '../../words/ratioText.ts';
import {startView} from '../startView.ts';
import {tableFigure} from '../tableFigure.ts';
import {dayText} from '../timeText.ts';

const PAGE = 25;
const VERDICTS = ['worked', 'no_sign', 'worse', 'too_early', 'too_few'];
/** A shape beside the word, so that a verdict is seen at a glance and without colour. */
const SHAPES: Readonly<Record<string, string>> = {worked: '▼', worse: '▲', no_sign: '＝', too_early: '…', too_few: '…'};

void startView({
  filtered: {table: 'cases', time: 'received_at'},
  choices: ({locale}) => [
    {
      name: 'verdict',
      label: say(locale, 'choose_verdict'),
      options: [
        {value: '', label: say(locale, 'filter_all')},
        ...VERDICTS.map((verdict) => ({value: verdict, label: verdictName(locale, verdict)}))
      ],
      initial: ''
    }
  ],
  draw: async (state) => {
    const {context, store, filters, chosen} = state;
    const {locale} = context;
    const measures = await store.table('measure_effects');
    if (measures === undefined) return [markup`<p class="notice">${say(locale, 'measures_none')}</p>`];
    const remark =
      filters.channel === undefined
        ? markup``
        : markup`<p class="notice">${say(locale, 'filter_without', {names: context.dimensions['channel']?.[locale] ?? 'channel'})}</p>`;
    const found = measureRows(measures, filters);
    if (found.length === 0) return [remark, markup`<p class="muted">${say(locale, 'measures_empty')}</p>`];
    const wanted = chosen('verdict');
    const shown = found.filter((row) => wanted === '' || measures.text('verdict', row) === wanted);
    const start = pageOf(chosen, shown.length, PAGE) * PAGE;
    const counts = countVerdicts(measures, found, VERDICTS);
    const parts = counts.map(({verdict, count}) =>
      say(locale, 'measures_part', {count: formatCount(count), verdict: verdictName(locale, verdict)})
    );
    const judged = measures.numbers('measures')[found[0]!]!;
    const monthly = countsByMember(await store.table('monthly_causes'));
    return [
      remark,
      tableFigure({
        title: say(locale, 'measures_title', {
          total: formatCount(found.length),
          parts: parts.join(say(locale, 'comma'))
        }),
        content:
          shown.length === 0
            ? markup`<p class="muted">${say(locale, 'measures_empty')}</p>`
            : measureTable(context, measures, shown.slice(start, start + PAGE), monthly),
        sentence:
          judged === 0
            ? say(locale, 'measures_sentence_none')
            : say(locale, 'measures_sentence', {
                judged: formatCount(judged),
                q: formatNumber(Number(context.settings['act']), 2)
              }),
        rule: say(locale, 'measures_rule')
      }),
      pager(state, shown.length, PAGE, 'measures_page')
    ];
  }
});

function verdictName(locale: AnalysisContext['locale'], verdict: string): string {
  const word = `effect_${verdict}`;
  return word in WORDS ? say(locale, word as Word) : verdict;
}

interface MonthlyCounts {
  /** Months since year 0. */
  first: number;
  counts: number[];
}

const countsByTable = new WeakMap<DataTable, Map<string, MonthlyCounts>>();

/** The cases by month of each cause and category, by `dimension member`. */
function countsByMember(monthly: DataTable | undefined): Map<string, MonthlyCounts> {
  const read = monthly && countsByTable.get(monthly);
  if (read !== undefined) return read;
  const found = new Map<string, MonthlyCounts>();
  if (monthly === undefined) return found;
  countsByTable.set(monthly, found);
  const months = monthly.months('period_start');
  const counts = monthly.numbers('count');
  const first = months.reduce((least, month) => Math.min(least, month), Number.POSITIVE_INFINITY);
  const last = months.reduce((most, month) => Math.max(most, month), 0);
  for (let row = 0; row < monthly.rows; row++) {
    const key = `${monthly.text('dimension', row)} ${monthly.text('member', row)}`;
    let one = found.get(key);
    if (one === undefined) found.set(key, (one = {first, counts: new Array<number>(last - first + 1).fill(0)}));
    one.counts[months[row]! - first] = counts[row]!;
  }
  return found;
}

function measureTable(
  context: AnalysisContext,
  measures: DataTable,
  rows: readonly number[],
  monthly: ReadonlyMap<string, MonthlyCounts>
): Markup {
  const {locale} = context;
  const number = (name: string, row: number) => measures.numbers(name)[row]!;
  const known = (name: string, row: number) => (Number.isNaN(number(name, row)) ? null : number(name, row));
  const ratio = (row: number, [value, low, high]: readonly [string, string, string]) =>
    ratioSpan(known(value, row), known(low, row), known(high, row));
  const perMonth = (count: string, months: string, row: number) =>
    number(months, row) > 0 ? formatNumber(number(count, row) / number(months, row), 1) : '—';
  return table(
    [
      {head: say(locale, 'measure')},
      {head: say(locale, 'choose_verdict')},
      {head: say(locale, 'measure_against')},
      {head: say(locale, 'measure_rolled_out')},
      {head: say(locale, 'measure_months')},
      {head: say(locale, 'measure_before_after'), isNumber: true},
      {head: say(locale, 'measure_ratio'), isNumber: true},
      {head: say(locale, 'measure_segmented'), isNumber: true}
    ],
    rows.map((row) => {
      const dimension = measures.text('dimension', row)!;
      const member = measures.text('member', row)!;
      const name = memberName(context, dimension, member);
      const verdict = measures.text('verdict', row)!;
      const id = measures.text('measure_id', row)!;
      const title = measures.text('title', row) ?? id;
      const line = monthly.get(`${dimension} ${member}`);
      const month = measures.months('rolled_out_on')[row]!;
      const department = measures.text('department', row);
      const q = number('q', row);
      return [
        markup`${title} <span class="muted">${[...(title === id ? [] : [id]), ...(department ? [memberName(context, 'department', department)] : [])].join(' · ')}</span>`,
        markup`<span class="effect ${verdict}">${SHAPES[verdict] ?? ''} ${verdictName(locale, verdict)}</span>`,
        markup`${name} <span class="muted">${context.dimensions[dimension]?.[locale] ?? dimension}</span>`,
        dayText(number('rolled_out_on', row)),
        line
          ? measureLine(
              line.counts,
              month - line.first,
              say(locale, 'measure_line', {
                name,
                from: monthName(line.first, locale),
                to: monthName(line.first + line.counts.length - 1, locale),
                rolled: monthName(month, locale)
              })
            )
          : '',
        `${perMonth('count_before', 'months_before', row)} → ${perMonth('count_after', 'months_after', row)}`,
        Number.isNaN(q)
          ? '—'
          : markup`${ratio(row, ['ratio', 'low', 'high'])} <span class="muted">q = ${formatQ(q, locale)}</span>`,
        ratio(row, ['segmented_ratio', 'segmented_low', 'segmented_high'])
      ];
    }),
    say(locale, 'measure'),
    'measures'
  );
}
