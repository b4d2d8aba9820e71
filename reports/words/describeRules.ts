import type {Policy, PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Locale, SiteKpi} from '../../src/publish/siteData.ts';
import {codeName} from './codes.ts';
import {formatCount, formatTarget} from './formatValue.ts';
import {say, type Word} from './locale.ts';
import {memberTitle} from './memberTitle.ts';

type Clock = PolicyVersion['clocks'][number];
type Escalation = PolicyVersion['escalation'][number];

/** The conditions that name words of the records, in the order in which they are said. */
const NAMED = ['kind', 'severity', 'risk', 'category', 'channel', 'segment', 'responsibility'] as const;

/** Whom a rule is for, in words: 严重程度为“紧急”; empty where it names nobody. */
export function describeConditions(
  policy: Policy,
  when: Partial<Record<(typeof NAMED)[number], string[] | undefined>>,
  locale: Locale
): string[] {
  return NAMED.flatMap((name) => {
    const codes = when[name];
    if (codes === undefined) return [];
    const members = codes.map((code) => memberTitle(policy, name, code, locale)).join(say(locale, 'or'));
    return [say(locale, 'condition', {name: say(locale, `condition_${name}`), members})];
  });
}

/** A length of time as a policy gives it: 2 个工作日, 30 minutes. */
export function describeLength(length: number, unit: Clock['unit'], locale: Locale): string {
  const word: Word = length === 1 ? `one_${unit}` : `many_${unit}`;
  return say(locale, word, {count: length});
}

/** What must be so for a rule of escalation, in words. */
export function describeEscalationCase(policy: Policy, {when}: Escalation, locale: Locale): string {
  const parts = describeConditions(policy, when, locale);
  if (when.overdue !== undefined)
    parts.push(say(locale, 'when_overdue', {clock: codeName('clock', when.overdue, locale)}));
  if (when.open_days !== undefined) parts.push(say(locale, 'when_open_days', {count: when.open_days}));
  if (when.open_months !== undefined) parts.push(say(locale, 'when_open_months', {count: when.open_months}));
  if (when.repeated !== undefined) parts.push(say(locale, 'when_repeated', {count: when.repeated}));
  if (when.affected_share_over !== undefined) {
    const share = formatTarget(when.affected_share_over, 'percent', locale);
    parts.push(say(locale, 'when_affected', {share}));
  }
  if (when.about_leader === true) parts.push(say(locale, 'when_about_leader'));
  if (when.amount_over !== undefined)
    parts.push(say(locale, 'when_amount_over', {amount: formatCount(when.amount_over)}));
  return parts.join(say(locale, 'and'));
}

/** What a rule of escalation does, in words. */
export function describeEscalationEffect(policy: Policy, {severity, level}: Escalation, locale: Locale): string {
  const parts: string[] = [];
  if (severity !== undefined) {
    parts.push(say(locale, 'then_severity', {severity: memberTitle(policy, 'severity', severity, locale)}));
  }
  if (level !== undefined) parts.push(say(locale, 'then_level', {level}));
  return parts.join(say(locale, 'clause_comma'));
}

/** A target with its direction: ≥ 95%. */
export function describeAim(kpi: SiteKpi, target: number, locale: Locale): string {
  return `${kpi.better === 'lower' ? '≤' : '≥'} ${formatTarget(target, kpi.unit, locale)}`;
}
