import {benjaminiHochberg} from '../../src/statistics/benjaminiHochberg.ts';
import {meanDifference, type MeanDifference} from '../../src/statistics/meanDifference.ts';
import {meanInterval} from '../../src/statistics/meanInterval.ts';
import {proportionDifference} from '../../src/statistics/proportionDifference.ts';
import {wilsonInterval, type Interval} from '../../src/statistics/wilsonInterval.ts';
import type {AnalysisKpi} from './context.ts';
import type {DataTable} from './dataTable.ts';
import {selectRows} from './selectRows.ts';
import type {Filters} from './filters.ts';
import {holds} from './tableRows.ts';

/** What some cells of survey_cells come to. */
export interface SurveySum {
  numerator: number;
  denominator: number;
  /** Sum of the squared numerators. */
  squares: number;
  /** Sum of the scores on the scale of the policy; 0 where none is given. */
  scores: number;
}

/** The rows of survey_cells of one figure of one survey that filters let through. */
export function surveyRows(cells: DataTable, kpi: string, survey: string, filters: Filters): Int32Array {
  const isKpi = holds(cells, 'kpi', kpi);
  const isSurvey = holds(cells, 'survey', survey);
  return selectRows(cells, 'period_start', filters).filter((row) => isKpi(row) && isSurvey(row));
}

/** Adds cells up by a key of their rows, in the order in which keys occur. */
export function sumSurvey<Key>(cells: DataTable, rows: Int32Array, keyOf: (row: number) => Key): Map<Key, SurveySum> {
  const [numerators, denominators, squares, scores] = ['numerator', 'denominator', 'squares', 'scores'].map((name) =>
    cells.numbers(name)
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const sums = new Map<Key, SurveySum>();
  for (const row of rows) {
    const key = keyOf(row);
    let sum = sums.get(key);
    if (sum === undefined) sums.set(key, (sum = {numerator: 0, denominator: 0, squares: 0, scores: 0}));
    sum.numerator += numerators[row]!;
    sum.denominator += denominators[row]!;
    sum.squares += squares[row]!;
    sum.scores += Number.isNaN(scores[row]!) ? 0 : scores[row]!;
  }
  return sums;
}

/** The 95% interval of a figure of a survey: Wilson's of a share, the normal one of a mean. */
export function surveyInterval(kpi: AnalysisKpi, {numerator, denominator, squares}: SurveySum): Interval | undefined {
  return kpi.kind === 'ratio' ? wilsonInterval(numerator, denominator) : meanInterval(numerator, squares, denominator);
}

/** Whether a sum is higher or lower than another, or neither can be told. */
export type Told = 'higher' | 'lower' | 'same';

/** Whether a later sum is higher or lower than an earlier one, by the 95% interval of the difference. */
export function compareSums(kpi: AnalysisKpi, earlier: SurveySum, later: SurveySum): Told {
  const difference = differenceOf(kpi, earlier, later);
  if (difference === undefined) return 'same';
  return difference.low > 0 ? 'higher' : difference.high < 0 ? 'lower' : 'same';
}

/**
 * Holds each sum against all others together.
 *
 * @param act q over all of them from which on one is told to be higher or lower
 */
export function compareParts(kpi: AnalysisKpi, parts: readonly SurveySum[], act: number): Told[] {
  const found = parts.map((part) => differenceOf(kpi, withoutPart(parts, part), part));
  const q = benjaminiHochberg(found.flatMap((each) => each?.p ?? []));
  let place = 0;
  return found.map((each) => {
    if (each === undefined || q[place++]! > act || each.difference === 0) return 'same';
    return each.difference > 0 ? 'higher' : 'lower';
  });
}

function withoutPart(parts: readonly SurveySum[], part: SurveySum): SurveySum {
  const sum = (name: keyof SurveySum) => parts.reduce((total, each) => total + each[name], 0) - part[name];
  return {numerator: sum('numerator'), denominator: sum('denominator'), squares: sum('squares'), scores: sum('scores')};
}

function differenceOf(kpi: AnalysisKpi, first: SurveySum, second: SurveySum): MeanDifference | undefined {
  if (kpi.kind === 'ratio') {
    return proportionDifference({
      counts: [first.numerator, second.numerator],
      totals: [first.denominator, second.denominator]
    });
  }
  const sums = ({numerator, squares, denominator}: SurveySum) => ({sum: numerator, squares, total: denominator});
  return meanDifference(sums(first), sums(second));
}
