import type {Report} from '../../../reports/components/component.ts';
import type {Digest} from '../../../reports/digest/digest.ts';
import type {Period} from '../../../reports/figures/period.ts';
import type {Database} from '../../warehouse/duckdb.ts';

/** What the sheets of a workbook are made from. */
export interface BookSource {
  readonly report: Report & {period: Period};
  readonly digest: Digest;
  /** The warehouse, opened in the pipeline's time zone. */
  readonly database: Database;
}
