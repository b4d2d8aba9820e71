import type {Digest} from '../../reports/digest/digest.ts';
import type {Figures} from '../../reports/figures/figures.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {BookSource} from './sheets/bookSource.ts';
import {causesSheet} from './sheets/causes.ts';
import {localDate} from './sheets/cells.ts';
import {definitionsSheet} from './sheets/definitions.ts';
import {departmentsSheet} from './sheets/departments.ts';
import {measuresSheet} from './sheets/measures.ts';
import {overviewSheet} from './sheets/overview.ts';
import {registerSheet} from './sheets/register.ts';
import {summarySheet} from './sheets/summary.ts';
import {trendsSheet} from './sheets/trends.ts';
import {writeWorkbook} from './workbook.ts';

/** The font of the workbooks by language. */
export const FONTS = {'zh-CN': 'Microsoft YaHei', en: 'Calibri'};

/**
 * Writes what there is to know of a period as a workbook, without persons: figures are numbers, times are dates. The same warehouse gives
 * the same bytes.
 *
 * @param figures those of the digest
 * @param digest the period, with what is said of it
 * @param database the warehouse, opened in the pipeline's time zone
 * @returns an xlsx file
 */
export async function makeWorkbook(figures: Figures, digest: Digest, database: Database): Promise<Buffer> {
  const {locale, period} = digest;
  const report = {locale, figures, period, page: `/leadership/${period.id}`, kpi: undefined};
  const source: BookSource = {report, digest, database};
  return writeWorkbook({
    title: digest.title,
    author: figures.data.pipeline.title[locale],
    date: localDate(digest.asOf)!,
    font: FONTS[locale],
    sheets: [
      overviewSheet(source),
      await summarySheet(source),
      await departmentsSheet(source),
      await causesSheet(source),
      trendsSheet(source),
      await registerSheet(source),
      await measuresSheet(source),
      definitionsSheet(source)
    ]
  });
}
