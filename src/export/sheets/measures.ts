import {dimensionHead, memberName} from '../../../reports/components/dimensions.ts';
import {shiftPeriod} from '../../../reports/figures/period.ts';
import {say, type Word} from '../../../reports/words/locale.ts';
import type {Cell, Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT, DAY, RATIO, SMALL, localDate} from './cells.ts';

/** A measure with its effect, as marts.measure_effects has it. */
interface MeasureEffect {
  measure_id: string;
  title: string;
  dimension: string;
  member: string;
  department: string | null;
  rolled_out_on: string;
  months_before: number | null;
  months_after: number | null;
  count_before: number | null;
  count_after: number | null;
  ratio: number | null;
  low: number | null;
  high: number | null;
  segmented_ratio: number | null;
  q: number | null;
  verdict: string;
}

/** The measures that were carried out by the end of the period, the latest first, with what is known of their effect now. */
export async function measuresSheet(source: BookSource): Promise<Sheet> {
  const {report, digest} = source;
  const {locale} = report;
  const measures = await readMeasures(source);
  const rows = measures.map((measure): Cell[] => [
    measure.measure_id,
    measure.title,
    dimensionHead(report, measure.dimension),
    memberName(report, measure.dimension, measure.member),
    measure.department ?? '',
    localDate(measure.rolled_out_on),
    measure.months_before,
    measure.count_before,
    measure.months_after,
    measure.count_after,
    measure.ratio,
    measure.low,
    measure.high,
    measure.segmented_ratio,
    measure.q,
    say(locale, `effect_${measure.verdict}` as Word)
  ]);
  const [count, ratio] = [{format: COUNT}, {format: RATIO}];
  return {
    name: say(locale, 'sheet_measures'),
    lines: [
      {text: `${say(locale, 'sheet_measures')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'measures_rule'), style: 'note'}
    ],
    columns: [
      {head: say(locale, 'book_measure_id')},
      {head: say(locale, 'measure')},
      {head: say(locale, 'measure_against')},
      {head: say(locale, 'book_member')},
      {head: dimensionHead(report, 'department')},
      {head: say(locale, 'measure_rolled_out'), format: DAY},
      {head: say(locale, 'book_months_before'), ...count},
      {head: say(locale, 'book_cases_before'), ...count},
      {head: say(locale, 'book_months_after'), ...count},
      {head: say(locale, 'book_cases_after'), ...count},
      {head: say(locale, 'measure_ratio'), ...ratio},
      {head: say(locale, 'book_tested_low'), ...ratio},
      {head: say(locale, 'book_tested_high'), ...ratio},
      {head: say(locale, 'measure_segmented'), ...ratio},
      {head: say(locale, 'head_q'), format: SMALL},
      {head: say(locale, 'book_verdict')}
    ],
    rows,
    isList: true,
    empty: say(locale, 'book_measures_none')
  };
}

async function readMeasures({report: {period}, database}: BookSource): Promise<MeasureEffect[]> {
  return database.query<MeasureEffect>(
    `select measure_id, title, dimension, member, department, rolled_out_on::varchar as rolled_out_on, months_before, months_after,
       count_before, count_after, ratio, low, high, segmented_ratio, q, verdict
     from marts.measure_effects
     where review is null and rolled_out_on < $next::date
     order by rolled_out_on desc, measure_id`,
    {next: shiftPeriod(period, 1).start}
  );
}
