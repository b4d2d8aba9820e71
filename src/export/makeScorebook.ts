import type {Figures} from '../../reports/figures/figures.ts';
import type {Period} from '../../reports/figures/period.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {cardsSheet} from './scorebook/cardsSheet.ts';
import {evidenceSheet} from './scorebook/evidenceSheet.ts';
import {headDefinitionsSheet} from './scorebook/headDefinitionsSheet.ts';
import {headsSheet} from './scorebook/headsSheet.ts';
import {ledgerSheet} from './scorebook/ledgerSheet.ts';
import {rulesOf, type ScorebookSource} from './scorebook/scorebookSource.ts';
import {localDate} from './sheets/cells.ts';
import {FONTS} from './makeWorkbook.ts';
import {writeWorkbook} from './workbook.ts';

export interface ScorebookOptions {
  readonly period: Period;
  readonly title: string;
  /** The warehouse, opened in the pipeline's time zone. */
  readonly database: Database;
}

/**
 * Writes the cards of a period as a workbook, each figure with the cases behind it. It names members of staff, and no customer. Points
 * and figures are formulas over the cells that they are made from. The same warehouse gives the same bytes.
 *
 * @param figures those of the pipeline; the period has cards
 * @returns an xlsx file
 */
export async function makeScorebook(figures: Figures, {period, title, database}: ScorebookOptions): Promise<Buffer> {
  const {pipeline, policy, run} = figures.data;
  const {locale} = pipeline;
  const source: ScorebookSource = {
    report: {locale, figures, period, page: `/performance/${period.id}`, kpi: undefined},
    title,
    rules: rulesOf(policy.versions, period),
    database
  };
  return writeWorkbook({
    title,
    author: pipeline.title[locale],
    date: localDate(run.as_of)!,
    font: FONTS[locale],
    sheets: [
      cardsSheet(source, 'department'),
      cardsSheet(source, 'handler'),
      headsSheet(source),
      await evidenceSheet(source),
      await ledgerSheet(source),
      headDefinitionsSheet(source)
    ]
  });
}
