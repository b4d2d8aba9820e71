import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount, formatNumber, formatTarget} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import {appraisalRules} from './appraisalRules.ts';
import {percent} from './cardTable.ts';
import {defineComponent} from './component.ts';
import {figureLink} from './figureLink.ts';
import {ruleSource} from './ruleSource.ts';

/** The heads with their weights, floors and targets, and how points are made of them, as the policy has it. */
export const cardRules = defineComponent(z.strictObject({}), (report) => {
  const {period, figures, locale} = report;
  const rules = period && appraisalRules(report, period);
  if (rules === undefined) return markup``;
  const {scorecard, appraisal} = rules;
  const heads = scorecard.flatMap((head) => {
    const kpi = figures.kpi(head.kpi);
    return kpi === undefined ? [] : [{head, kpi}];
  });
  const list = table(
    [
      {head: say(locale, 'head_head')},
      {head: say(locale, 'rules_weight'), isNumber: true},
      {head: say(locale, 'rules_floor'), isNumber: true},
      {head: say(locale, 'rules_target'), isNumber: true},
      {head: say(locale, 'rules_minimum'), isNumber: true},
      {head: say(locale, 'rules_attribution')},
      {head: say(locale, 'rules_source')}
    ],
    heads.map(({head, kpi}) => [
      figureLink(report, kpi),
      percent(head.weight),
      formatTarget(head.floor, kpi.unit, locale),
      formatTarget(head.target, kpi.unit, locale),
      formatCount(head.minimum ?? kpi.minimum),
      say(locale, `attribution_${head.attribution}`),
      head.clause === undefined
        ? ruleSource(report, head)
        : `${say(locale, 'clause_of', {clause: head.clause})} · ${ruleSource(report, head)}`
    ]),
    say(locale, 'rules_table'),
    'card-rules'
  );
  const texts = {
    full: formatNumber(appraisal.full_points, 2, 0),
    digits: appraisal.point_digits,
    least: percent(appraisal.least_weight)
  };
  const sentences = [
    say(locale, 'rule_points', texts),
    say(locale, 'rule_left_out', texts),
    say(locale, 'rule_case_mix'),
    say(locale, `rule_doubt_${appraisal.charged_from}`),
    say(locale, 'rule_shares', {digits: appraisal.share_digits}),
    say(locale, 'rule_peers'),
    say(locale, 'rule_pauses')
  ];
  return markup`${list}<ul class="rules">${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
});
