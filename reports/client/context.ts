import type {SignalSettings} from '../../src/methods/signals.ts';
import type {Locale, LocalText, SiteData, SiteKpi} from '../../src/publish/siteData.ts';
import {codeName} from '../words/codes.ts';
import {say} from '../words/locale.ts';

/** What a page of analysis is told when it is built; it stands in the page as JSON. */
export interface AnalysisContext {
  locale: Locale;
  /** Local time, YYYY-MM-DD HH:MM. */
  as_of: string;
  /** The way from the page to the site's root: .. */
  root: string;
  /** The page's own settings, by which it begins: {figure: 'resolution_on_time'}. */
  settings: Readonly<Record<string, string>>;
  kpis: (Pick<SiteKpi, 'id' | 'title' | 'kind' | 'of' | 'unit' | 'better' | 'minimum' | 'counts'> & {
    hasPage: boolean;
  })[];
  /** The months from which on a figure has a target, with the target; null where it ends. */
  targets: Readonly<Record<string, readonly {month: string; target: number | null}[]>>;
  dimensions: Readonly<Record<string, LocalText>>;
  /** What the policy calls the members of a dimension. */
  members: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By what a series is judged; null where nothing is. */
  signal_settings: SignalSettings | null;
  process_changes: SiteData['process_changes'];
}

export type AnalysisKpi = AnalysisContext['kpis'][number];

/** The context that stands in the page. */
export function readContext(): AnalysisContext {
  return JSON.parse(document.getElementById('analysis-context')!.textContent) as AnalysisContext;
}

/** What a member of a dimension is called; a missing one is told as such. */
export function memberName({locale, members}: AnalysisContext, dimension: string, member: string): string {
  if (member === '') return say(locale, 'not_given');
  return members[dimension]?.[member] ?? codeName(dimension, member, locale);
}

/** The target of a figure in a month, YYYY-MM; undefined where it has none. */
export function targetOf({targets}: AnalysisContext, kpi: string, month: string): number | undefined {
  return (targets[kpi] ?? []).findLast((each) => each.month <= month)?.target ?? undefined;
}
