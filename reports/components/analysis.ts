import {existsSync} from 'node:fs';
import {z} from 'zod';
import type {AnalysisContext} from '../client/context.ts';
import {FILTER_DIMENSIONS} from '../client/filters.ts';
import {markup, trusted} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import {memberTitle, policyOrder} from '../words/memberTitle.ts';
import {ANALYSIS_PAGES} from './analysisPages.ts';
import {defineComponent, type Report} from './component.ts';
import {linkTo} from './linkTo.ts';

const VIEWS = new URL('../client/views/', import.meta.url);

/** The dimensions whose members the policy gives titles. */
const TITLED = [...FILTER_DIMENSIONS, 'severity', 'risk', 'segment'];

/** A page of analysis: the ways to the others, and the place where the script of its view draws. */
export const analysis = defineComponent(
  z.strictObject({
    /** A file of reports/client/views, without its ending. */
    view: z
      .string()
      .regex(/^[a-z-]+$/)
      .refine(
        (view) => existsSync(new URL(`${view}.ts`, VIEWS)),
        'expected the name of a file in reports/client/views'
      ),
    /** What the view begins with, by the names of its parameters. */
    settings: z.record(z.string(), z.string()).default({})
  }),
  (report, {view, settings}) => {
    const {locale, page} = report;
    // Neither the end of a script nor of a sealed part may stand in it.
    const context = JSON.stringify(contextOf(report, settings)).replaceAll('<', '\\u003c').replaceAll('--', '-\\u002d');
    const links = ANALYSIS_PAGES.map(({path, title}) =>
      path === page
        ? markup`<a href="${linkTo(report, path)}" aria-current="page">${title[locale]}</a>\n`
        : markup`<a href="${linkTo(report, path)}">${title[locale]}</a>\n`
    );
    return markup`<nav class="analysis-pages" aria-label="${say(locale, 'analysis_pages')}">${links}</nav>
<noscript><p class="notice">${say(locale, 'analysis_no_script')}</p></noscript>
<div id="analysis-view" aria-busy="true"><p class="muted loading">${say(locale, 'analysis_loading')}</p></div>
<script type="application/json" id="analysis-context">${trusted(context)}</script>
<script type="module" src="${linkTo(report, `/client/${view}.js`)}"></script>`;
  }
);

function contextOf(report: Report, settings: Readonly<Record<string, string>>): AnalysisContext {
  const {figures, locale} = report;
  const {kpis, policy, dimensions, run, signal_settings, process_changes} = figures.data;
  return {
    locale,
    as_of: run.as_of,
    root: linkTo(report, '/').replace(/\/$/, ''),
    settings,
    kpis: kpis.map((kpi) => {
      const {id, title, kind, of, unit, better, minimum, counts} = kpi;
      return {id, title, kind, of, unit, better, minimum, counts, hasPage: figures.pageOf(kpi) !== undefined};
    }),
    targets: targetsOf(report),
    dimensions: Object.fromEntries(dimensions.map(({id, title}) => [id, title])),
    members: Object.fromEntries(
      TITLED.map((dimension) => [
        dimension,
        Object.fromEntries(
          policyOrder(policy, dimension).map((code) => [code, memberTitle(policy, dimension, code, locale)])
        )
      ])
    ),
    signal_settings,
    process_changes
  };
}

/** The months in which the target of a figure begins, changes or ends. */
function targetsOf({figures}: Report): AnalysisContext['targets'] {
  const targets: Record<string, {month: string; target: number | null}[]> = {};
  const monthly = figures.data.values.filter(({grain, dimension}) => grain === 'month' && dimension === 'all');
  for (const {kpi, period_start, target} of monthly.toSorted((a, b) => (a.period_start < b.period_start ? -1 : 1))) {
    const steps = (targets[kpi] ??= []);
    if ((steps.at(-1)?.target ?? null) !== target) steps.push({month: period_start.slice(0, 7), target});
  }
  return Object.fromEntries(Object.entries(targets).filter(([, steps]) => steps.length > 0));
}
