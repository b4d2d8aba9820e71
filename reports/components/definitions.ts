import {z} from 'zod';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {definitionTerms} from './definitionTerms.ts';
import {linkTo} from './linkTo.ts';

/** Every KPI as its file defines it, with an anchor each, a link to its page, and its query behind a disclosure. */
export const definitions = defineComponent(z.strictObject({}), (report) => {
  const {figures, locale} = report;
  const {kpis} = figures.data;
  if (kpis.length === 0) return markup`<p class="muted">${say(locale, 'no_definitions')}</p>`;
  return markup`<ul class="contents">${kpis.map(
    (kpi) => markup`<li><a href="#${kpi.id}">${kpi.title[locale]}</a></li>`
  )}</ul>
${kpis.map((kpi) => definition(report, kpi))}`;
});

function definition(report: Report, kpi: SiteKpi): Markup {
  const {figures, locale} = report;
  const mark = figures.hasData(kpi.id)
    ? undefined
    : markup` <span class="mark">${say(locale, 'definition_without_data')}</span>`;
  const path = figures.pageOf(kpi);
  const link = path && markup` · <a href="${linkTo(report, path)}">${say(locale, 'open_figure')} ›</a>`;
  return markup`<section class="definition" id="${kpi.id}">
<h2>${kpi.title[locale]}${mark}</h2>
<p class="small"><code>${kpi.id}</code>${link}</p>
${definitionTerms(report, kpi)}
</section>
`;
}
