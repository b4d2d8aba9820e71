import {formatCount, formatValue} from '../../../reports/words/formatValue.ts';
import {say} from '../../../reports/words/locale.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** The rules by which points are made, in words. */
export function ruleTexts({report: {locale}, rules: {appraisal}}: ScorebookSource): string[] {
  return [
    say(locale, 'rule_points', {full: formatCount(appraisal.full_points), digits: appraisal.point_digits}),
    say(locale, 'rule_left_out', {least: formatValue(appraisal.least_weight, 'percent', locale)}),
    say(locale, 'rule_case_mix'),
    say(locale, `rule_doubt_${appraisal.charged_from}`),
    say(locale, 'rule_shares', {digits: appraisal.share_digits}),
    say(locale, 'rule_peers')
  ];
}
