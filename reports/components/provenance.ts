import {markup, type Markup} from '../drawing/markup.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';
import {ruleSource} from './ruleSource.ts';

/** What every rule says of where it comes from. */
export interface Provenance {
  clause?: string | undefined;
  source: 'policy' | 'organisation';
}

/** Where a rule comes from: its clause, and whether the document or the organisation sets it. */
export function provenance(report: Report, rule: Provenance): Markup {
  const clause = rule.clause === undefined ? [] : [say(report.locale, 'clause_of', {clause: rule.clause})];
  return markup`<span class="provenance">${[...clause, ruleSource(report, rule)].join(' · ')}</span>`;
}
