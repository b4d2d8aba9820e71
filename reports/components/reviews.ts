import {z} from 'zod';
import type {SiteReview} from '../../src/publish/siteReport.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {ratioSpan} from '../words/ratioText.ts';
import {defineComponent, type Report} from './component.ts';
import {memberName} from './dimensions.ts';

const ORDER = ['worse', 'worked', 'no_sign', 'too_few', 'too_early'] as const;
const TONES: Partial<Record<SiteReview['verdict'], string>> = {worked: 'better', worse: 'worse'};
const SHAPES: Record<SiteReview['verdict'], string> = {
  worked: '▼',
  worse: '▲',
  no_sign: '＝',
  too_few: '…',
  too_early: '…'
};

/** The improvement measures whose review fell due in the period, with what they brought about. */
export const reviews = defineComponent(z.strictObject({shown: z.int().min(1).default(6)}), (report, {shown}) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const due = figures.report
    .reviews(period)
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || b.review - a.review);
  if (due.length === 0) return markup`<p id="measures">${say(locale, 'reviews_none')}</p>`;
  const parts = ORDER.flatMap((verdict) => {
    const count = due.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [say(locale, `reviews_${verdict}`, {count})];
  });
  const told = say(locale, 'reviews_told', {count: due.length, parts: parts.join(say(locale, 'clause_comma'))});
  const rest = due.length > shown ? say(locale, 'reviews_shown', {count: shown}) : '';
  return markup`<div id="measures"><p>${told}${rest}</p>
${reviewTable(report, due.slice(0, shown))}
<p class="note">${say(locale, 'reviews_note')}</p></div>`;
});

function reviewTable(report: Report, due: readonly SiteReview[]): Markup {
  const {locale} = report;
  return table(
    [
      {head: say(locale, 'review_measure')},
      {head: say(locale, 'review_against')},
      {head: say(locale, 'review_after'), isNumber: true},
      {head: say(locale, 'review_counts'), isNumber: true},
      {head: say(locale, 'head_ratio'), isNumber: true},
      {head: say(locale, 'head_verdict')}
    ],
    due.map((row) => [
      row.title,
      memberName(report, row.dimension, row.member),
      say(locale, 'review_months', {months: row.review}),
      row.expected === null
        ? formatCount(row.count_after)
        : `${formatCount(row.count_after)} / ${formatCount(row.expected)}`,
      ratioSpan(row.ratio, row.low, row.high),
      markup`<span class="word ${TONES[row.verdict] ?? 'muted'}">${SHAPES[row.verdict]} ${say(locale, `effect_${row.verdict}`)}</span>`
    ]),
    say(locale, 'reviews_table'),
    'reviews'
  );
}
