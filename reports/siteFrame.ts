import type {SiteData} from '../src/publish/siteData.ts';
import {linkTo} from './components/linkTo.ts';
import {markup, type Markup} from './drawing/markup.ts';
import {say} from './words/locale.ts';

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32' fill='none' stroke='%231f5a96' " +
  "stroke-width='3' stroke-linecap='round'%3E%3Ccircle cx='8' cy='16' r='3' fill='%231f5a96' stroke='none'/%3E" +
  "%3Cpath d='M14.5 9a10 10 0 0 1 0 14M20 5a16 16 0 0 1 0 22'/%3E%3C/svg%3E";

/** What browsers are told of every page. */
export function siteHead(): Markup {
  return markup`<link rel="icon" type="image/svg+xml" href="${ICON}">
<meta name="color-scheme" content="light dark">
`;
}

/** What stands at the head of every page: the pipeline, the ways through the site, and the run's notices. */
export function siteHeader({pipeline, run, performance}: SiteData, page: string): Markup {
  const {locale, title} = pipeline;
  const notices = run.notices.map((notice) => markup`<p class="notice">${notice[locale]}</p>`);
  return markup`<header id="observablehq-header"><div class="bar"><a class="site" href="${linkTo({page}, '/')}">${title[locale]}</a>
<nav aria-label="${say(locale, 'nav_label')}">
<a href="${linkTo({page}, '/leadership/')}">${say(locale, 'nav_leadership')}</a>
<a href="${linkTo({page}, '/analyst/')}">${say(locale, 'nav_analysis')}</a>
${
  performance.cards.length > 0
    ? markup`<a href="${linkTo({page}, '/performance/')}">${say(locale, 'page_performance')}</a>
`
    : undefined
}<a href="${linkTo({page}, '/operations/policy')}">${say(locale, 'nav_policy')}</a>
<a href="${linkTo({page}, '/operations/definitions')}">${say(locale, 'nav_definitions')}</a>
<a href="${linkTo({page}, '/operations/runs')}">${say(locale, 'nav_runs')}</a>
</nav></div>${notices}</header>
`;
}

/** What stands at the foot of every page: as of when, by which run, under which policy. */
export function siteFooter({pipeline, policy, run}: SiteData): Markup {
  const {locale} = pipeline;
  const parts = [
    say(locale, 'as_of', {time: run.as_of}),
    say(locale, 'run', {id: run.id}),
    say(locale, 'policy', {title: policy.title[locale]}),
    say(locale, 'interval_note')
  ];
  return markup`
<footer id="observablehq-footer"><p>${parts.map((part) => markup`<span class="part">${part}</span> `)}</p></footer>`;
}
