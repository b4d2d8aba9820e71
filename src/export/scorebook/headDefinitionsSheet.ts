import {clauses} from '../../../reports/components/definitionTerms.ts';
import {describeAppraisal} from '../../../reports/words/describeCard.ts';
import {say} from '../../../reports/words/locale.ts';
import type {Line, Sheet} from '../workbook.ts';
import {COUNT, PERCENT, unitName, valueCell} from '../sheets/cells.ts';
import type {ScorebookSource} from './scorebookSource.ts';

/** What each head counts, by which rules it earns points, and by which clause of the policy. */
export function headDefinitionsSheet(source: ScorebookSource): Sheet {
  const {report, title, rules} = source;
  const {locale, figures} = report;
  const rows = rules.scorecard.map((head) => {
    const kpi = figures.kpi(head.kpi)!;
    const guards = kpi.guards.map((guard) => figures.kpi(guard)?.title[locale] ?? guard);
    return [
      kpi.title[locale],
      kpi.counts[locale],
      kpi.numerator?.[locale] ?? '',
      kpi.excludes?.[locale] ?? '',
      unitName(kpi.unit, locale),
      head.weight,
      valueCell(head.floor, kpi.unit),
      valueCell(head.target, kpi.unit),
      head.minimum ?? kpi.minimum,
      say(locale, `attribution_${head.attribution}`),
      head.clause ?? clauses(report, kpi) ?? '',
      say(locale, head.source === 'policy' ? 'source_policy' : 'source_organisation'),
      guards.join(say(locale, 'comma')),
      kpi.id
    ];
  });
  const name = say(locale, 'sheet_definitions');
  return {
    name,
    lines: [
      {text: `${name} · ${title}`, style: 'title'},
      ...describeAppraisal(source.rules.appraisal, source.report.locale).map((text): Line => ({text, style: 'text'}))
    ],
    columns: [
      {head: say(locale, 'book_figure'), widest: 16},
      {head: say(locale, 'what_counts'), widest: 30},
      {head: say(locale, 'numerator'), widest: 26},
      {head: say(locale, 'excludes'), widest: 20},
      {head: say(locale, 'unit')},
      {head: say(locale, 'rules_weight'), format: PERCENT},
      {head: say(locale, 'rules_floor'), format: COUNT},
      {head: say(locale, 'rules_target'), format: COUNT},
      {head: say(locale, 'rules_minimum'), format: COUNT},
      {head: say(locale, 'rules_attribution'), widest: 24},
      {head: say(locale, 'clause'), widest: 16},
      {head: say(locale, 'rules_source'), widest: 14},
      {head: say(locale, 'guards'), widest: 18},
      {head: say(locale, 'book_id')}
    ],
    rows,
    isList: true,
    empty: say(locale, 'no_definitions')
  };
}
