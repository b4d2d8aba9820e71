import type {Counted} from './counted.ts';

/**
 * KPIs that can be rolled up in one statement: those of one key, as long as they have together no more than so many records. One that
 * has more is alone. The order within a key stays.
 */
export function batchesOf(
  counted: readonly Counted[],
  keyOf: (one: Counted) => unknown,
  mostRecords: number
): Counted[][] {
  const batches: Counted[][] = [];
  const open = new Map<string, {batch: Counted[]; records: number}>();
  for (const one of counted) {
    const key = JSON.stringify(keyOf(one));
    const last = open.get(key);
    if (last && last.records + one.records <= mostRecords) {
      last.batch.push(one);
      last.records += one.records;
    } else {
      const batch = [one];
      batches.push(batch);
      open.set(key, {batch, records: one.records});
    }
  }
  return batches;
}
