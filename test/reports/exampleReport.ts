import type {Component, Report} from '../../reports/components/component.ts';
import {Figures} from '../../reports/figures/figures.ts';
import {parsePeriod} from '../../reports/figures/period.ts';
import type {KpiValue, Locale, SiteData} from '../../src/publish/siteData.ts';
import {EMPTY_REPORT, exampleChanges} from '../publish/exampleFindings.ts';
import {exampleLatest} from '../publish/exampleRecords.ts';
import {exampleSite} from '../publish/exampleSite.ts';

/** A report on October 2026 whose data holds these figures only. */
export function exampleReport(
  values: KpiValue[],
  {locale = 'zh-CN', period = '2026-10', ...data}: {locale?: Locale; period?: string} & Partial<SiteData> = {}
): Report {
  const report = {...EMPTY_REPORT, changes: exampleChanges(values)};
  const figures = new Figures({
    ...exampleSite({locale, isReported: false}),
    values,
    latest: exampleLatest(values),
    report,
    ...data
  });
  return {locale, figures, page: `/leadership/${period}`, kpi: undefined, period: parsePeriod(period)};
}

/** The page of a KPI whose data holds these figures only. */
export function exampleFigurePage(
  id: string,
  values: KpiValue[],
  options: {locale?: Locale} & Partial<SiteData> = {}
): Report {
  const report = exampleReport(values, options);
  const {figures} = report;
  return {...report, page: `/figures/${id}`, kpi: figures.kpi(id), period: figures.latest(id) ?? figures.latestMonth()};
}

/** Renders a component as a page would, and takes the tags out. */
export function renderText(component: Component, report: Report, options: unknown): string {
  return plainText(renderMarkup(component, report, options));
}

/** Renders a component as a page would. */
export function renderMarkup(component: Component, report: Report, options: unknown): string {
  return component.render(report, component.options.parse(options)).text;
}

export function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
