import type {Policy, PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Locale} from '../../src/publish/siteData.ts';
import {codeName} from './codes.ts';
import {say} from './locale.ts';
import {memberTitle} from './memberTitle.ts';
import {monthName} from './periodName.ts';

/** The sections of a policy that are told in a sentence each, in the order in which pages tell them. */
export const RULE_SECTIONS = [
  'closed_loop',
  'required_fields',
  'extension',
  'validity',
  'recurrence',
  'callback',
  'survey',
  'survey_schedule',
  'retention',
  'numbering',
  'repair',
  'defects'
] as const;
export type RuleSectionName = (typeof RULE_SECTIONS)[number];

/** What a section of a policy says, in words; empty where the version leaves it out. */
export function describeRule(
  version: Partial<PolicyVersion>,
  section: RuleSectionName,
  policy: Policy,
  locale: Locale
): string {
  const {closed_loop, extension, recurrence, callback, retention, repair, defects} = version;
  const comma = say(locale, 'comma');
  switch (section) {
    case 'closed_loop':
      return (closed_loop?.steps ?? []).map((step) => codeName('step', step, locale)).join(' → ');
    case 'required_fields':
      return describeElements(version.required_fields ?? [], locale).join(comma);
    case 'extension':
      return extension
        ? say(locale, 'extension_sentence', {approvers: extension.approvers.join(say(locale, 'or'))})
        : '';
    case 'validity':
      return (version.validity ?? [])
        .map(({reason}) => memberTitle(policy, 'invalid_reason', reason, locale))
        .join(comma);
    case 'recurrence':
      return recurrence ? describeRecurrence(recurrence, locale) : '';
    case 'callback':
      return callback
        ? say(locale, 'callback_sentence', {
            low: callback.scale_low,
            high: callback.scale_high,
            from: callback.satisfied_from
          })
        : '';
    case 'survey':
      return version.survey ? describeSurvey(version.survey, locale) : '';
    case 'survey_schedule':
      return describeSchedule(version.survey_schedule ?? [], locale).join(say(locale, 'semicolon'));
    case 'retention':
      return retention
        ? say(locale, 'retention_sentence', {
            days: retention.archive_days,
            years: retention.keep_years,
            fields: retention.fields.map((field) => codeName('field', field, locale)).join(comma)
          })
        : '';
    case 'numbering':
      return say(locale, 'numbering_sentence');
    case 'repair':
      return repair ? say(locale, 'repair_sentence', {days: repair.window_days}) : '';
    case 'defects':
      return defects ? say(locale, 'defects_sentence', {days: defects.window_days}) : '';
  }
}

/** The parts that a record must have, each with its fields; a field by itself where the policy names no part. */
function describeElements(rules: PolicyVersion['required_fields'], locale: Locale): string[] {
  const elements = new Map<string, string[]>();
  for (const {element, field} of rules) {
    const key = element ?? field;
    elements.set(key, [...(elements.get(key) ?? []), codeName('field', field, locale)]);
  }
  return [...elements].map(([element, fields]) => {
    const name = codeName('field', element, locale);
    const told = [...new Set(fields)].join(say(locale, 'comma'));
    return name === told ? name : say(locale, 'element_fields', {element: name, fields: told});
  });
}

function describeRecurrence({window_days: days, match}: PolicyVersion['recurrence'], locale: Locale): string {
  if (match.length === 0) return say(locale, 'recurrence_any', {days});
  const names = match.map((field) => codeName('field', field, locale)).join(say(locale, 'comma'));
  return say(locale, 'recurrence_sentence', {days, match: names});
}

function describeSurvey(survey: PolicyVersion['survey'], locale: Locale): string {
  const scale = say(locale, 'survey_sentence', {
    low: survey.scale_low,
    high: survey.scale_high,
    boxes: survey.top_boxes,
    promoter: survey.promoter_from,
    detractor: survey.detractor_to
  });
  if (survey.low_item_under === undefined) return scale;
  return scale + say(locale, 'survey_low_item', {under: survey.low_item_under, days: survey.low_item_days});
}

function describeSchedule(rounds: PolicyVersion['survey_schedule'], locale: Locale): string[] {
  const surveys = new Map<string, number[]>();
  for (const {id, month} of rounds) surveys.set(id, [...(surveys.get(id) ?? []), month]);
  return [...surveys].map(([survey, months]) => {
    const names = months.sort((a, b) => a - b).map((month) => monthName(month, locale));
    return say(locale, 'survey_month', {survey, months: names.join(say(locale, 'comma'))});
  });
}
