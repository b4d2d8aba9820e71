import {z} from 'zod';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {describeEscalationCase, describeEscalationEffect} from '../words/describeRules.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {provenance} from './provenance.ts';
import {ruleSection} from './ruleSection.ts';

/** The rules by which cases are escalated, in words. */
export const policyEscalation = defineComponent(z.strictObject({}), (report) =>
  ruleSection(
    report,
    ({escalation}) => escalation,
    (rules) =>
      rules.length === 0
        ? undefined
        : markup`<dl class="terms rules">${rules.map((rule) => escalationRule(report, rule))}</dl>`,
    markup`<p class="muted">${say(report.locale, 'no_escalation')}</p>`
  )
);

function escalationRule(report: Report, rule: PolicyVersion['escalation'][number]): Markup {
  const {figures, locale} = report;
  const {policy} = figures.data;
  const sentence = say(locale, 'escalation_sentence', {
    when: describeEscalationCase(policy, rule, locale),
    then: describeEscalationEffect(policy, rule, locale)
  });
  return markup`<dt>${rule.id}</dt><dd>${sentence} ${provenance(report, rule)}</dd>
`;
}
