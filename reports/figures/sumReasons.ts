import type {SiteQuarantine} from '../../src/publish/siteData.ts';

/** The rows that were set aside for one reason, over all files of a source. */
export type ReasonSum = Omit<SiteQuarantine, 'file'> & {files: number};

/** Adds the rows of the same source, record, field and reason together, the most frequent first. */
export function sumReasons(reasons: readonly SiteQuarantine[]): ReasonSum[] {
  const sums = new Map<string, ReasonSum>();
  for (const {source, record, field, reason, rows} of reasons) {
    const key = JSON.stringify([source, record, field, reason]);
    const sum = sums.get(key) ?? {source, record, field, reason, rows: 0, files: 0};
    sums.set(key, {...sum, rows: sum.rows + rows, files: sum.files + 1});
  }
  return [...sums.values()].sort((a, b) => b.rows - a.rows);
}
