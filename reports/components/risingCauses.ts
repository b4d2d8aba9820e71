import {z} from 'zod';
import type {SiteCause} from '../../src/publish/siteReport.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {lastMonth} from '../figures/reportRows.ts';
import {formatCount} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {formatQ, ratioSpan} from '../words/ratioText.ts';
import {defineComponent, type Report} from './component.ts';
import {comparableDimension, dimensionHead, dimensionName, memberName} from './dimensions.ts';

/** The members of some dimensions that rise or fall beyond chance, looked at at the end of the period. */
export const risingCauses = defineComponent(
  z.strictObject({dimensions: z.array(comparableDimension).min(1)}),
  (report, {dimensions}) => {
    const {period, figures, locale} = report;
    if (period === undefined) return markup``;
    const month = lastMonth(figures, period).start;
    const causes = figures.report
      .causes(month)
      .filter(({dimension, verdict}) => verdict === 'act' && dimensions.some((named) => named === dimension));
    const names = dimensions.map((id) => dimensionName(report, id)).join(say(locale, 'comma'));
    if (causes.length === 0)
      return markup`<p class="muted" id="causes">${say(locale, figures.report.areCausesTested(month) ? 'causes_quiet' : 'causes_untested', {names})}</p>`;
    return markup`<figure class="chart wide" id="causes">
<figcaption>${say(locale, 'causes_title', {count: causes.length})}</figcaption>
${causeTable(report, causes)}
<p class="note">${say(locale, 'causes_note')}</p>
</figure>`;
  }
);

function causeTable(report: Report, causes: readonly SiteCause[]): Markup {
  const {locale} = report;
  return table(
    [
      {head: say(locale, 'cause_head')},
      {head: say(locale, 'cause_direction')},
      {head: say(locale, 'cause_finding')},
      {head: say(locale, 'head_ratio'), isNumber: true},
      {head: say(locale, 'head_q'), isNumber: true}
    ],
    causes.map((cause) => [
      markup`${memberName(report, cause.dimension, cause.member)} <span class="muted">${dimensionHead(report, cause.dimension)}</span>`,
      markup`<span class="word ${cause.direction === 'rising' ? 'worse' : 'better'}">${cause.direction === 'rising' ? '▲' : '▼'} ${say(locale, `cause_${cause.direction}`)}</span>`,
      cause.test === 'trend' ? say(locale, 'cause_over_years') : describeShort(report, cause),
      ratioSpan(cause.ratio, cause.low, cause.high),
      formatQ(cause.q, locale)
    ]),
    say(locale, 'causes_title', {count: causes.length}),
    'causes'
  );
}

function describeShort({locale}: Report, {test, observed, expected}: SiteCause): string {
  const months = test === 'latest_1' ? 1 : 3;
  return say(locale, 'cause_counts', {months, observed: formatCount(observed), expected: formatCount(expected)});
}
