import {z} from 'zod';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {disclosure} from '../drawing/table.ts';
import {formatCount, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';

/** Every KPI as its file defines it, with an anchor each and its query behind a disclosure. */
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
  const unit = printValue(0, kpi.unit, locale).unit.trim();
  const guards = kpi.guards.map((id) => guardLink(report, id));
  const terms: [string, Printable][] = [
    [say(locale, 'what_counts'), kpi.counts[locale]],
    [say(locale, 'numerator'), kpi.numerator?.[locale]],
    [say(locale, 'excludes'), kpi.excludes?.[locale]],
    [say(locale, 'method'), say(locale, `kind_${kpi.kind}`)],
    [say(locale, 'unit'), unit],
    [say(locale, 'better'), say(locale, `better_${kpi.better}`)],
    [say(locale, 'clause'), clauses(report, kpi)],
    [
      say(locale, 'guards'),
      guards.length === 0
        ? undefined
        : guards.flatMap((guard, index) => (index === 0 ? [guard] : [say(locale, 'comma'), guard]))
    ],
    [
      say(locale, 'minimum'),
      kpi.minimum > 0 ? say(locale, 'minimum_count', {count: formatCount(kpi.minimum)}) : undefined
    ]
  ];
  const mark = figures.hasData(kpi.id)
    ? undefined
    : markup` <span class="mark">${say(locale, 'definition_without_data')}</span>`;
  return markup`<section class="definition" id="${kpi.id}">
<h2>${kpi.title[locale]}${mark}</h2>
<p class="small"><code>${kpi.id}</code></p>
<dl>${terms
    .filter(([, told]) => told !== undefined && told !== '')
    .map(([term, told]) => markup`<dt>${term}</dt><dd>${told}</dd>`)}</dl>
${disclosure(say(locale, 'sql'), markup`<pre tabindex="0">${kpi.sql.trim()}</pre>`)}
</section>
`;
}

function clauses({figures, locale}: Report, kpi: SiteKpi): string | undefined {
  const {policy} = figures.data;
  const named = Object.entries(kpi.clause).map(
    ([id, clause]) => `${id === policy.id ? policy.title[locale] : id} ${clause}`
  );
  return named.length === 0 ? undefined : named.join(say(locale, 'semicolon'));
}

function guardLink({figures, locale}: Report, id: string): Printable {
  const kpi = figures.kpi(id);
  return kpi === undefined ? id : markup`<a href="#${id}">${kpi.title[locale]}</a>`;
}
