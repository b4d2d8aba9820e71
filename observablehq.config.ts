import type MarkdownIt from 'markdown-it';
import {departmentSlug} from './reports/components/departmentSlug.ts';
import {COMPONENTS} from './reports/components/registry.ts';
import {Figures} from './reports/figures/figures.ts';
import {REPORT_GRAINS} from './reports/figures/period.ts';
import {reportMarkdown} from './reports/markdown/reportMarkdown.ts';
import {readSiteData} from './src/publish/readSiteData.ts';

const data = readSiteData(process.env['HUISHENG_SITE_DATA']);
const root = process.env['HUISHENG_SITE_ROOT'] ?? 'reports';
const output = process.env['HUISHENG_SITE_OUTPUT'];
const figures = new Figures(data);
const site = {root, locale: data.pipeline.locale, figures, components: COMPONENTS, isSealed: output !== undefined};
const periods = REPORT_GRAINS.flatMap((grain) => figures.periods(grain));
const dynamicPaths = [
  ...periods.flatMap(({id}) => [`/leadership/${id}`, `/operations/summary/${id}`]),
  ...figures.periods('month').map(({id}) => `/operations/register/${id}`),
  ...figures.pages().map((id) => `/figures/${id}`),
  ...figures.performance.periods.map(({id}) => `/performance/${id}`),
  ...figures.performance.departments.map((name) => `/performance/departments/${departmentSlug(name)}`)
];

export default {
  root,
  output: output ?? 'dist',
  title: data.pipeline.title[site.locale],
  head: null,
  header: null,
  footer: null,
  style: 'style.css',
  globalStylesheets: [],
  pages: [],
  sidebar: false,
  pager: false,
  toc: false,
  search: false,
  dynamicPaths,
  markdownIt: (md: MarkdownIt) => reportMarkdown(md, site)
};
