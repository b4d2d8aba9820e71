import {clauses} from '../../../reports/components/definitionTerms.ts';
import {formatCount} from '../../../reports/words/formatValue.ts';
import {say} from '../../../reports/words/locale.ts';
import type {Sheet} from '../workbook.ts';
import type {BookSource} from './bookSource.ts';
import {unitName} from './cells.ts';

/** What each figure of the workbook counts, and by which clause of the policy. */
export function definitionsSheet({report, digest}: BookSource): Sheet {
  const {figures, locale} = report;
  const rows = digest.figures.map(({kpi: id}) => {
    const kpi = figures.kpi(id)!;
    const guards = kpi.guards.map((guard) => figures.kpi(guard)?.title[locale] ?? guard);
    return [
      kpi.title[locale],
      kpi.counts[locale],
      kpi.numerator?.[locale] ?? '',
      kpi.excludes?.[locale] ?? '',
      say(locale, `kind_${kpi.kind}`),
      unitName(kpi.unit, locale),
      say(locale, `better_${kpi.better}`),
      kpi.minimum > 0 ? say(locale, 'minimum_count', {count: formatCount(kpi.minimum)}) : '',
      clauses(report, kpi) ?? '',
      guards.join(say(locale, 'comma')),
      kpi.id
    ];
  });
  return {
    name: say(locale, 'sheet_definitions'),
    lines: [
      {text: `${say(locale, 'sheet_definitions')} · ${digest.title}`, style: 'title'},
      {text: say(locale, 'interval_note'), style: 'note'}
    ],
    columns: [
      {head: say(locale, 'book_figure'), widest: 16},
      {head: say(locale, 'what_counts'), widest: 30},
      {head: say(locale, 'numerator'), widest: 26},
      {head: say(locale, 'excludes'), widest: 20},
      {head: say(locale, 'method'), widest: 20},
      {head: say(locale, 'unit')},
      {head: say(locale, 'better'), widest: 12},
      {head: say(locale, 'minimum'), widest: 14},
      {head: say(locale, 'clause'), widest: 22},
      {head: say(locale, 'guards'), widest: 18},
      {head: say(locale, 'book_id')}
    ],
    rows,
    isList: true,
    empty: say(locale, 'no_definitions')
  };
}
