import {dimensionHead, memberName} from '../../../reports/components/dimensions.ts';
import {inPolicyOrder} from '../../../reports/components/summaryMembers.ts';
import {SUMMARY_COUNTS} from '../../../reports/figures/summaryOf.ts';
import {say} from '../../../reports/words/locale.ts';
import {categoryMark} from '../../../reports/words/memberTitle.ts';
import type {SummaryTotal} from '../../publish/siteData.ts';
import type {Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {COUNT} from './cells.ts';

/** How many departments have a column of their own. */
const MOST_DEPARTMENTS = 24;

const OUTCOMES = SUMMARY_COUNTS.filter((name) => name !== 'complaints');

/** Complaints by category and department, with what became of those of each category. */
export async function summarySheet(source: BookSource): Promise<Sheet> {
  const {report, digest} = source;
  const {locale, figures} = report;
  const {totals, cells} = await readSummary(source);
  const of = (dimension: string) => totals.filter((total) => total.dimension === dimension);
  const departments = of('department');
  const shown = inPolicyOrder(report, departments.slice(0, MOST_DEPARTMENTS));
  const hasOthers = departments.length > shown.length;
  const row = (name: string, total: SummaryTotal, complaints: (department: string) => number) => {
    const counts = shown.map(({member}) => complaints(member));
    const others = total.complaints - counts.reduce((sum, count) => sum + count, 0);
    return [
      name,
      ...counts,
      ...(hasOthers ? [others] : []),
      total.complaints,
      ...OUTCOMES.map((outcome) => total[outcome])
    ];
  };
  const categories = inPolicyOrder(report, of('category')).map((total) => {
    const mark = categoryMark(figures.data.policy, total.member);
    const name = memberName(report, 'category', total.member);
    return row(
      mark === undefined ? name : `${mark} ${name}`,
      total,
      (department) => cells.get(keyOf(total.member, department)) ?? 0
    );
  });
  const ofDepartment = new Map(departments.map(({member, complaints}) => [member, complaints]));
  const all = of('all').map((total) =>
    row(say(locale, 'total'), total, (department) => ofDepartment.get(department) ?? 0)
  );
  const number = (head: string) => ({head, format: COUNT});
  return {
    name: say(locale, 'sheet_summary'),
    lines: [
      {text: `${say(locale, 'sheet_summary')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'book_summary_note'), style: 'note'},
      ...(hasOthers
        ? [{text: say(locale, 'book_summary_others', {shown: MOST_DEPARTMENTS}), style: 'note'} as const]
        : [])
    ],
    columns: [
      {head: dimensionHead(report, 'category'), widest: 36},
      ...shown.map(({member}) => number(memberName(report, 'department', member))),
      ...(hasOthers ? [number(say(locale, 'summary_others'))] : []),
      number(say(locale, 'total')),
      ...OUTCOMES.map((outcome) => number(say(locale, `summary_${outcome}`)))
    ],
    rows: [...categories, ...all],
    hasTotal: true,
    isList: true,
    empty: say(locale, 'summary_none')
  };
}

interface SummaryRows {
  /** Those with the most complaints first. */
  totals: SummaryTotal[];
  /** Complaints by category and department. */
  cells: Map<string, number>;
}

async function readSummary({report: {period}, database}: BookSource): Promise<SummaryRows> {
  const where = {grain: period.grain, start: period.start};
  const totals = await database.query<SummaryTotal>(
    `select dimension, member, complaints::integer as complaints, compensation::double as compensation,
       ${OUTCOMES.filter((outcome) => outcome !== 'compensation')
         .map((outcome) => `"${outcome}"::integer as "${outcome}"`)
         .join(', ')}
     from marts.complaint_totals where grain = $grain and period_start = $start::date
     order by complaints desc, member`,
    where
  );
  const cells = await database.query<{category: string; department: string; complaints: number}>(
    `select category, department, complaints::integer as complaints
     from marts.complaint_summary where grain = $grain and period_start = $start::date`,
    where
  );
  return {
    totals,
    cells: new Map(cells.map(({category, department, complaints}) => [keyOf(category, department), complaints]))
  };
}

function keyOf(category: string, department: string): string {
  return JSON.stringify([category, department]);
}
