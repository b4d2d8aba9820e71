import {z} from 'zod';
import type {EvidenceContext} from '../client/evidenceContext.ts';
import {markup, trusted} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {periodName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

/** The cases behind the heads of cards: the place where a script lists those that the address names. */
export const evidence = defineComponent(z.strictObject({}), (report) => {
  const {locale} = report;
  // Neither the end of a script nor of a sealed part may stand in it.
  const context = JSON.stringify(contextOf(report)).replaceAll('<', '\\u003c').replaceAll('--', '-\\u002d');
  return markup`<nav class="period-links" aria-label="${say(locale, 'all_performance')}"><a href="${linkTo(report, '/performance/')}">${say(locale, 'all_performance')}</a></nav>
<noscript><p class="notice">${say(locale, 'evidence_no_script')}</p></noscript>
<div id="analysis-view" aria-busy="true"><p class="muted loading">${say(locale, 'evidence_loading')}</p></div>
<script type="application/json" id="evidence-context">${trusted(context)}</script>
<script type="module" src="${linkTo(report, '/client/evidence.js')}"></script>`;
});

function contextOf(report: Report): EvidenceContext {
  const {figures, locale} = report;
  const {performance} = figures;
  return {
    locale,
    root: linkTo(report, '/').replace(/\/$/, ''),
    periods: performance.periods.toReversed().map((period) => ({id: period.id, name: periodName(period, locale)})),
    kpis: performance.figures.flatMap((id) => {
      const kpi = figures.kpi(id);
      return kpi === undefined ? [] : [{id, title: kpi.title[locale], unit: kpi.unit, kind: kpi.kind}];
    })
  };
}
