import type {DataTable} from './dataTable.ts';
import type {Filters} from './filters.ts';
import {selectRows} from './selectRows.ts';

/**
 * The measures that filters let through, the latest roll-out first: period is that of the roll-out, department that of the measure, category
 * that which the measure is against. A measure against a cause has no category.
 */
export function measureRows(measures: DataTable, {category, ...filters}: Filters): number[] {
  const rolledOut = measures.numbers('rolled_out_on');
  return [...selectRows(measures, 'rolled_out_on', filters)]
    .filter(
      (row) =>
        category === undefined ||
        (measures.text('dimension', row) === 'category' && measures.text('member', row) === category)
    )
    .sort((a, b) => rolledOut[b]! - rolledOut[a]! || a - b);
}

/** How many measures have each verdict, in the order of `verdicts`; those that none has are left out. */
export function countVerdicts(
  measures: DataTable,
  rows: readonly number[],
  verdicts: readonly string[]
): {verdict: string; count: number}[] {
  return verdicts
    .map((verdict) => ({verdict, count: rows.filter((row) => measures.text('verdict', row) === verdict).length}))
    .filter(({count}) => count > 0);
}
