import {describe, expect, test} from 'vitest';
import {isBetter, isCovered, readSettings, recordForecasts} from '../bench/recordForecasts.ts';
import {hasSharedData, readRecords} from './sharedData.ts';

describe.skipIf(!hasSharedData)('the complaints of the CFPB by month, forecast from each month of their past', () => {
  test('err less than seasonal naive, and their intervals hold what they promise', async () => {
    const rows = await readRecords('cfpb-monthly-counts', 'monthly_all.csv');
    // The extract was made in the course of the last month.
    const record = recordForecasts(
      rows.slice(0, -1).map(({complaints}) => Number(complaints)),
      await readSettings()
    );
    expect(record.all.count).toBeGreaterThan(300);
    expect(record.all.error / record.all.naiveError).toBeLessThan(0.75);
    expect([isBetter(record), isCovered(record)]).toEqual([true, true]);
  });
});
