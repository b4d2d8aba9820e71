import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import {isOver} from '../figures/period.ts';
import {describeFindings, type ToldFinding} from '../words/describeFindings.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** What marts.findings says of the period, each sentence with the way to its evidence. */
export const findings = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  if (period === undefined) return markup``;
  const told = describeFindings(figures, period);
  const body = isOver(period, figures.data.run.as_of)
    ? markup`<ol>${told.map((finding) => item(report, finding))}</ol>
<p class="small rule">${say(locale, 'findings_gate')}</p>`
    : markup`<p class="open-period">${say(locale, 'open_period')}</p>`;
  return markup`<section class="findings" id="findings"><h2>${say(locale, 'findings')}</h2>
${body}
</section>`;
});

function item({locale}: Report, {lead, rest, why, evidence}: ToldFinding): Markup {
  const link = evidence && markup` <a class="evidence small" href="${evidence}">${say(locale, 'evidence')} ›</a>`;
  return markup`<li><p><strong>${lead}</strong>${rest}${link}</p>
${why && markup`<p class="why">${why}</p>`}</li>
`;
}
