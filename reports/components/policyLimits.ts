import {z} from 'zod';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table, type Column} from '../drawing/table.ts';
import {codeName} from '../words/codes.ts';
import {describeConditions, describeLength} from '../words/describeRules.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {ruleSection} from './ruleSection.ts';
import {ruleSource} from './ruleSource.ts';

type Clock = PolicyVersion['clocks'][number];

/** The limits that the policy sets: for which cases, from which step to which, how long. */
export const policyLimits = defineComponent(z.strictObject({}), (report) =>
  ruleSection(
    report,
    ({clocks}) => clocks,
    (clocks) => (clocks.length === 0 ? undefined : limitsTable(report, clocks)),
    markup`<p class="muted">${say(report.locale, 'no_limits')}</p>`
  )
);

function limitsTable(report: Report, clocks: readonly Clock[]): Markup {
  const {locale} = report;
  const hasAim = clocks.some(({aim}) => aim !== undefined);
  const columns: Column[] = [
    {head: say(locale, 'limit_head')},
    {head: say(locale, 'limit_for')},
    {head: say(locale, 'limit_steps')},
    {head: say(locale, 'limit_length')},
    ...(hasAim ? [{head: say(locale, 'limit_aim')}] : []),
    {head: say(locale, 'clause')},
    {head: say(locale, 'rule_source')}
  ];
  const rows = clocks.map((clock, index) => {
    const {id, from, to, limit, aim, unit, clause} = clock;
    const steps = {from: codeName('step', from, locale), to: codeName('step', to, locale)};
    return [
      codeName('clock', id, locale),
      whom(report, clock, clocks.slice(0, index)),
      say(locale, 'steps', steps),
      describeLength(limit, unit, locale),
      ...(hasAim ? [aim === undefined ? '' : describeLength(aim, unit, locale)] : []),
      clause,
      ruleSource(report, clock)
    ];
  });
  return table(columns, rows, say(locale, 'limit_head'), 'rules');
}

/** Of several limits with one name the first that fits applies, so one without conditions is for the others. */
function whom({figures, locale}: Report, {id, when = {}}: Clock, before: readonly Clock[]): string {
  const conditions = describeConditions(figures.data.policy, when, locale);
  if (conditions.length > 0) return conditions.join(say(locale, 'and'));
  return say(locale, before.some((clock) => clock.id === id) ? 'for_others' : 'for_all');
}
