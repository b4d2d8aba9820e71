import {z} from 'zod';
import {markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {describeAppraisal} from '../words/describeCard.ts';
import {formatCount, formatTarget} from '../words/formatValue.ts';
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
  const sentences = describeAppraisal(appraisal, locale);
  return markup`${list}<ul class="rules">${sentences.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
});
