import type {SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup, type Printable} from '../drawing/markup.ts';
import {disclosure} from '../drawing/table.ts';
import {formatCount, printValue} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';
import {joined} from './joined.ts';
import {linkTo} from './linkTo.ts';

const DEFINITIONS = '/operations/definitions';

/** A KPI's definition as its file gives it: its terms, and its query behind a disclosure. */
export function definitionTerms(report: Report, kpi: SiteKpi): Markup {
  const {locale} = report;
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
    [say(locale, 'guards'), guards.length === 0 ? undefined : joined(guards, say(locale, 'comma'))],
    [
      say(locale, 'minimum'),
      kpi.minimum > 0 ? say(locale, 'minimum_count', {count: formatCount(kpi.minimum)}) : undefined
    ]
  ];
  return markup`<dl class="terms">${terms
    .filter(([, told]) => told !== undefined && told !== '')
    .map(([term, told]) => markup`<dt>${term}</dt><dd>${told}</dd>`)}</dl>
${disclosure(say(locale, 'sql'), markup`<pre tabindex="0">${kpi.sql.trim()}</pre>`)}`;
}

/** The clauses that ask for a figure, each with the title of its policy; undefined without any. */
export function clauses({figures, locale}: Report, kpi: SiteKpi): string | undefined {
  const {policy} = figures.data;
  const named = Object.entries(kpi.clause).map(
    ([id, clause]) => `${id === policy.id ? policy.title[locale] : id} ${clause}`
  );
  return named.length === 0 ? undefined : named.join(say(locale, 'semicolon'));
}

function guardLink(report: Report, id: string): Printable {
  const kpi = report.figures.kpi(id);
  if (kpi === undefined) return id;
  const page = report.page === DEFINITIONS ? '' : linkTo(report, DEFINITIONS);
  return markup`<a href="${page}#${id}">${kpi.title[report.locale]}</a>`;
}
