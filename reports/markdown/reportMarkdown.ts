import type MarkdownIt from 'markdown-it';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {sealMarkup} from '../../src/publish/sealMarkup.ts';
import type {Locale} from '../../src/publish/siteData.ts';
import type {Component, Report} from '../components/component.ts';
import {departmentSlug} from '../components/departmentSlug.ts';
import type {Figures} from '../figures/figures.ts';
import {parsePeriod} from '../figures/period.ts';
import {siteFooter, siteHead, siteHeader} from '../siteFrame.ts';
import {say} from '../words/locale.ts';
import {memberTitle} from '../words/memberTitle.ts';
import {periodName, reportName, reportTitle} from '../words/periodName.ts';
import {includePages} from './includePage.ts';
import {chooseLocalText} from './localText.ts';
import {pageFile, type PageEnvironment} from './pageEnvironment.ts';
import {renderFence} from './renderFence.ts';

/** What the pages of one build have in common. */
export interface ReportSite {
  root: string;
  locale: Locale;
  figures: Figures;
  components: Record<string, Component>;
  /** Whether components are sealed against Framework's parsing; they are unsealed when pages are finished. */
  isSealed: boolean;
}

/**
 * Teaches Markdown the three things that pages need: `report` fences, texts in two languages, and `{#anchors}` on
 * headings, since an anchor made from a Chinese heading would be empty.
 */
export function reportMarkdown(md: MarkdownIt, site: ReportSite): MarkdownIt {
  md.core.ruler.before('block', 'report_include', (state) => {
    state.src = includePages(state.src, {
      read: (page) => readFileSync(join(site.root, page), 'utf8'),
      hasData: site.figures.latestMonth() !== undefined,
      place: pageFile(state.env as PageEnvironment)
    });
  });
  md.core.ruler.after('block', 'report_local_text', (state) => {
    const environment = state.env as PageEnvironment;
    const places = placesOf(reportOf(site, environment));
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline') return;
      token.content = chooseLocalText(token.content, site.locale, places, pageFile(environment));
      const heading = state.tokens[index - 1];
      const anchor = /\s*\{#([\w-]+)\}$/.exec(token.content);
      if (heading?.type !== 'heading_open' || anchor === null) return;
      heading.attrSet('id', anchor[1]!);
      token.content = token.content.slice(0, anchor.index);
    });
  });
  md.core.ruler.push('report_frame', (state) => {
    const token = new state.Token('html_block', '', 0);
    token.content = frameOf(site, state.env as PageEnvironment);
    state.tokens.push(token);
  });
  const renderOther = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const {info, content} = tokens[index]!;
    const name = /^report\s+(\S+)\s*$/.exec(info)?.[1];
    if (name === undefined) return renderOther(tokens, index, options, env, self);
    const environment = env as PageEnvironment;
    const fence = {name, body: content, place: pageFile(environment)};
    const {text} = renderFence(site.components, fence, reportOf(site, environment));
    return site.isSealed ? sealMarkup(text) : text;
  };
  return md;
}

/** The page's frame; in a preview, where nothing is unsealed, its header and footer stand below the page. */
function frameOf({figures, isSealed}: ReportSite, {path}: PageEnvironment): string {
  const header = siteHeader(figures.data, path).text;
  const footer = siteFooter(figures.data).text;
  if (!isSealed) return header + footer;
  return sealMarkup(siteHead().text, 'head') + sealMarkup(header, 'header') + sealMarkup(footer, 'footer');
}

function reportOf({locale, figures}: ReportSite, {path, params}: PageEnvironment): Report {
  const id = params?.['kpi'];
  const kpi = id === undefined ? undefined : figures.kpi(id);
  const named = params?.['period'];
  const period = named === undefined ? ((kpi && figures.latest(kpi.id)) ?? figures.latestMonth()) : parsePeriod(named);
  const slug = params?.['department'];
  const department = figures.performance.departments.find((name) => departmentSlug(name) === slug);
  return {locale, figures, page: path, kpi, period, department};
}

function placesOf({locale, kpi, period, figures, department}: Report): Record<string, string> {
  return {
    pipeline: figures.data.pipeline.title[locale],
    policy: figures.data.policy.title[locale],
    period: period ? periodName(period, locale) : say(locale, 'no_period'),
    report: period ? reportName(period, locale) : say(locale, 'month_report'),
    title: period ? reportTitle(period, locale) : say(locale, 'no_period'),
    ...(kpi && {figure: kpi.title[locale]}),
    ...(department !== undefined && {department: memberTitle(figures.data.policy, 'department', department, locale)})
  };
}
