import {z} from 'zod';
import {markup, type Markup} from '../drawing/markup.ts';
import type {Comparison} from '../figures/compareFigures.ts';
import {findFindings, type Finding} from '../figures/findFindings.ts';
import {isOver, type Period} from '../figures/period.ts';
import {describeEarlier, describeFinding} from '../words/describeFinding.ts';
import {say} from '../words/locale.ts';
import {earlierName} from '../words/periodName.ts';
import {defineComponent, type Report} from './component.ts';
import {partKpis} from './findKpi.ts';

/**
 * What the period's figures say, in a few sentences. The first KPI named always has one; of the others, those that
 * miss their target or changed beyond chance, the weightiest first.
 */
export const findings = defineComponent(
  z.strictObject({kpis: z.array(z.string()).min(1), limit: z.int().min(1).default(5)}),
  (report, {kpis, limit}) => {
    const {period, figures, locale} = report;
    if (period === undefined) return markup``;
    const all = findFindings(figures, partKpis(report, kpis).present, period);
    const isFinished = isOver(period, figures.data.run.as_of);
    const chosen = isFinished ? choose(all, limit) : {said: all.slice(0, limit), left: 0};
    const body =
      all.length === 0
        ? markup`<p>${say(locale, 'no_findings')}</p>`
        : markup`<ol>${chosen.said.map((finding) => item(report, period, finding, isFinished))}</ol>
${isFinished ? closing(report, period, all, chosen) : undefined}`;
    const open = isFinished ? undefined : markup`<p class="open-period">${say(locale, 'open_period')}</p>`;
    return markup`<section class="findings" id="findings"><h2>${say(locale, 'findings')}</h2>
${open}${body}
</section>`;
  }
);

interface Choice {
  said: Finding[];
  /** How many more would deserve a sentence. */
  left: number;
}

function choose(all: readonly Finding[], limit: number): Choice {
  const weighty = all.slice(1).filter((finding) => finding.weight > 0);
  const ordered = weighty.toSorted((a, b) => b.weight - a.weight);
  return {said: [...all.slice(0, 1), ...ordered.slice(0, limit - 1)], left: Math.max(0, ordered.length - limit + 1)};
}

function item({locale}: Report, period: Period, finding: Finding, isFinished: boolean): Markup {
  const {name, rest} = describeFinding(finding, period, isFinished, locale);
  const earlier = isFinished ? describeEarlier(finding, period, locale) : '';
  const link = markup`<a href="#trend-${finding.kpi.id}">${say(locale, 'evidence')} ›</a>`;
  if (earlier === '') {
    return markup`<li><p><strong>${name}</strong> ${rest} <span class="small evidence">${link}</span></p></li>\n`;
  }
  return markup`<li><p><strong>${name}</strong> ${rest}</p>
<p class="small">${earlier}<span class="evidence"> · ${link}</span></p></li>
`;
}

function closing({locale}: Report, period: Period, all: readonly Finding[], chosen: Choice): Markup {
  const judged = all.flatMap(({before, lastYear}) => [before, lastYear]).filter(isJudged).length;
  const quiet = all.filter(
    (finding) => !chosen.said.includes(finding) && (isJudged(finding.before) || isJudged(finding.lastYear))
  ).length;
  const names = {when: earlierName(period, locale), last_year: say(locale, 'last_year')};
  let sentence: string | undefined;
  if (all.every(({before, lastYear}) => !before && !lastYear)) sentence = say(locale, 'no_comparison');
  else if (chosen.left > 0) sentence = say(locale, 'more_findings', {count: chosen.left});
  else if (quiet > 0)
    sentence = say(locale, period.grain === 'year' ? 'quiet' : 'quiet_months', {...names, count: quiet});
  return markup`${sentence && markup`<p class="quiet">${sentence}</p>`}
${judged > 0 ? markup`<p class="small rule">${say(locale, 'findings_rule', {count: judged})}</p>` : undefined}`;
}

function isJudged(comparison: Comparison | undefined): boolean {
  return comparison !== undefined && comparison.certainty !== 'unknown';
}
