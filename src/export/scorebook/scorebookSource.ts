import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import type {Report} from '../../../reports/components/component.ts';
import type {Period} from '../../../reports/figures/period.ts';
import type {Database} from '../../warehouse/duckdb.ts';

/** What the sheets of a workbook of performance are made from. It names people. */
export interface ScorebookSource {
  readonly report: Report & {period: Period};
  readonly title: string;
  /** The rules that held when the period began. */
  readonly rules: PolicyVersion;
  /** The warehouse, opened in the pipeline's time zone. */
  readonly database: Database;
}

/** The version of a policy that held when a period began; the first one for a period before it. */
export function rulesOf(versions: readonly PolicyVersion[], {start}: Period): PolicyVersion {
  const inOrder = [...versions].sort((a, b) => a.effective_from.localeCompare(b.effective_from));
  return inOrder.findLast(({effective_from}) => effective_from <= start) ?? inOrder[0]!;
}
