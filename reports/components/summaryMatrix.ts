import {z} from 'zod';
import {markup, type Printable} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {summaryOf} from '../figures/summaryOf.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';
import {dimensionHead} from './dimensions.ts';
import {inPolicyOrder, summaryName} from './summaryMembers.ts';
import {summaryRest} from './summaryRest.ts';

/** Complaints by department and category, with the totals of both. */
export const summaryMatrix = defineComponent(
  /** How many categories have a column of their own; the others share one. */
  z.strictObject({columns: z.int().min(1).default(12)}),
  (report, {columns: room}) => {
    const {figures, period, locale} = report;
    const summary = period && summaryOf(figures.data, period);
    if (summary === undefined) return markup`<p class="muted">${say(locale, 'summary_none')}</p>`;
    const {all, departments} = summary;
    const categories = inPolicyOrder(report, summary.categories.slice(0, room));
    const hasOthers = all.complaints > sum(categories);
    const row = (name: Printable, total: number, of: (category: string) => number): Printable[] => {
      const counts = categories.map(({member}) => of(member));
      const others = total - counts.reduce((so, count) => so + count, 0);
      return [name, ...[...counts, ...(hasOthers ? [others] : [])].map(cell), strong(total)];
    };
    const heads: Column[] = [
      {head: dimensionHead(report, 'department')},
      ...categories.map((total) => ({head: summaryName(report, total), isNumber: true})),
      ...(hasOthers ? [{head: say(locale, 'summary_others'), isNumber: true}] : []),
      {head: say(locale, 'total'), isNumber: true}
    ];
    const rows = inPolicyOrder(report, departments).map((total) =>
      row(summaryName(report, total), total.complaints, (category) => summary.complaints(category, total.member))
    );
    const totals = row(
      strong(say(locale, 'total')),
      all.complaints,
      (category) => categories.find(({member}) => member === category)?.complaints ?? 0
    );
    return markup`<p>${say(locale, 'summary_sentence', {count: formatCount(all.complaints)})}</p>
${table(heads, [...rows, totals], say(locale, 'page_summary'), 'summary')}
${summaryRest(report, 'department', departments)}`;
  }
);

function sum(totals: readonly {complaints: number}[]): number {
  return totals.reduce((so, {complaints}) => so + complaints, 0);
}

/** A zero is there, but does not catch the eye. */
function cell(count: number): Printable {
  return count === 0 ? markup`<span class="muted">0</span>` : formatCount(count);
}

function strong(told: string | number): Printable {
  return markup`<strong>${typeof told === 'number' ? formatCount(told) : told}</strong>`;
}
