import {z} from 'zod';
import {headlineKpis} from '../digest/headlines.ts';
import {markup} from '../drawing/markup.ts';
import {defineComponent} from './component.ts';
import {clauses} from './definitionTerms.ts';
import {figureLink} from './figureLink.ts';

/** What each headline figure of a report counts, with the clause that asks for it. */
export const usedDefinitions = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  return markup`<dl class="terms used">${headlineKpis(figures).map((kpi) => {
    const clause = clauses(report, kpi);
    const numerator = kpi.numerator && markup` / ${kpi.numerator[locale]}`;
    return markup`<dt>${figureLink(report, kpi)}</dt><dd>${kpi.counts[locale]}${numerator}${clause && markup` <span class="muted">${clause}</span>`}</dd>
`;
  })}</dl>`;
});
