import {z} from 'zod';
import type {SummaryTotal} from '../../src/publish/siteData.ts';
import {markup, type Printable} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {SUMMARY_COUNTS, summaryOf} from '../figures/summaryOf.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent} from './component.ts';
import {dimensionHead} from './dimensions.ts';
import {inPolicyOrder, summaryName} from './summaryMembers.ts';
import {summaryRest} from './summaryRest.ts';

/** What became of the complaints of each category, or of each department. */
export const summaryCounts = defineComponent(
  z.strictObject({dimension: z.enum(['category', 'department'])}),
  (report, {dimension}) => {
    const {figures, period, locale} = report;
    const summary = period && summaryOf(figures.data, period);
    if (summary === undefined) return markup`<p class="muted">${say(locale, 'summary_none')}</p>`;
    const members = dimension === 'category' ? summary.categories : summary.departments;
    const cells = (total: SummaryTotal): Printable[] =>
      SUMMARY_COUNTS.map((name) =>
        total[name] === 0 ? markup`<span class="muted">0</span>` : formatCount(total[name])
      );
    const title = dimensionHead(report, dimension);
    return markup`${table(
      [{head: title}, ...SUMMARY_COUNTS.map((name) => ({head: say(locale, `summary_${name}`), isNumber: true}))],
      [
        ...inPolicyOrder(report, members).map((total) => [summaryName(report, total), ...cells(total)]),
        [markup`<strong>${say(locale, 'total')}</strong>`, ...cells(summary.all)]
      ],
      title,
      'summary'
    )}
${summaryRest(report, dimension, members)}`;
  }
);
