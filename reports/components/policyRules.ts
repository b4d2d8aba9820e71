import {z} from 'zod';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {describeRule, RULE_SECTIONS, type RuleSectionName} from '../words/describeRule.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {provenance, type Provenance} from './provenance.ts';
import {ruleSection} from './ruleSection.ts';

/** The other rules of the policy in words, a term each: closed loop, recurrence, scales, archive and so on. */
export const policyRules = defineComponent(z.strictObject({}), (report) => {
  const {versions} = report.figures.data.policy;
  const ruled = RULE_SECTIONS.filter((section) => versions.some((version) => provenanceOf(version, section)));
  return markup`<dl class="terms rules">${ruled.map(
    (section) => markup`<dt>${say(report.locale, `rule_${section}`)}</dt><dd>${term(report, section)}</dd>
`
  )}</dl>`;
});

function term(report: Report, section: RuleSectionName): Markup {
  return ruleSection(
    report,
    (version): Partial<PolicyVersion> => ({[section]: version[section]}),
    (part) => {
      const told = describeRule(part, section, report.figures.data.policy, report.locale);
      const from = provenanceOf(part, section);
      return from && markup`${told} ${provenance(report, from)}`;
    },
    '—'
  );
}

/** Where the rules of a section come from: what the first of them says. */
function provenanceOf(part: Partial<PolicyVersion>, section: RuleSectionName): Provenance | undefined {
  return [part[section] ?? []].flat()[0];
}
