import {z} from 'zod';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {describeAim} from '../words/describeRules.ts';
import {say} from '../words/locale.ts';
import {defineComponent, type Report} from './component.ts';
import {figureLink} from './figureLink.ts';
import {ruleSection} from './ruleSection.ts';
import {ruleSource} from './ruleSource.ts';

type Target = PolicyVersion['targets'][number];

/** The values to reach. */
export const policyTargets = defineComponent(z.strictObject({}), (report) =>
  ruleSection(
    report,
    ({targets}) => targets,
    (targets) => (targets.length === 0 ? undefined : targetsTable(report, targets)),
    markup`<p class="muted">${say(report.locale, 'no_targets')}</p>`
  )
);

function targetsTable(report: Report, targets: readonly Target[]): Markup {
  const {figures, locale} = report;
  const rows = targets.map((rule) => {
    const kpi = figures.kpi(rule.kpi);
    return [
      kpi === undefined ? rule.kpi : figureLink(report, kpi),
      kpi === undefined ? rule.target : describeAim(kpi, rule.target, locale),
      rule.clause,
      ruleSource(report, rule)
    ];
  });
  return table(
    [
      {head: say(locale, 'figure')},
      {head: say(locale, 'target_head'), isNumber: true},
      {head: say(locale, 'clause')},
      {head: say(locale, 'rule_source')}
    ],
    rows,
    say(locale, 'target_head'),
    'rules'
  );
}
