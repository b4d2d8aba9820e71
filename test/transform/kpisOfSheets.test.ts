import {afterEach, describe, expect, it} from 'vitest';
import {policyText} from './policyText.ts';
import {rolledUp} from './rolledUp.ts';
import {SmallWorld, complaint} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

const BY_YEAR = {numbering: {pattern: '^([A-Z]+-\\d{4})-(\\d+)$'}};

/** Sheets received on the 1st, 2nd … of January; undefined for a case without a number. */
async function build(numbers: readonly (string | null)[], policy = policyText(BY_YEAR), asOf?: string): Promise<void> {
  world = await SmallWorld.open({policyText: policy, ...(asOf !== undefined && {asOf})});
  const rows = numbers.map((sheet_number, i) =>
    complaint(`c${i}`, {sheet_number, received_at: `2026-01-${String(i + 1).padStart(2, '0')}T09:00:00Z`})
  );
  await world.stage('complaint', rows);
  await world.build();
}

describe('number_series_complete_rate', () => {
  it('finds gaps and numbers given twice, series by series', async () => {
    await build(['XS-2026-0003', 'XS-2026-0004', 'PZ-2026-0001', 'XS-2026-0008', 'XS-2026-0004', 'PZ-2026-0002']);
    expect(await world.counted('number_series_complete_rate')).toEqual([
      'PZ-2026 1: 1/1 on 2026-01-03',
      'PZ-2026 2: 1/1 on 2026-01-06',
      'XS-2026 3: 1/1 on 2026-01-01',
      'XS-2026 4: 0/1 on 2026-01-02',
      'XS-2026 5 … 7: 0/3 on 2026-01-04',
      'XS-2026 8: 1/1 on 2026-01-04'
    ]);
    expect(
      (await rolledUp(world, 'number_series_complete_rate', 'month', 'series')).map(
        ({member, numerator, denominator}) => [member, numerator, denominator]
      )
    ).toEqual([
      ['PZ-2026', 2, 2],
      ['XS-2026', 2, 6]
    ]);
  });

  it('knows of no gap before the next number has come', async () => {
    await build(['XS-2026-0001', 'XS-2026-0003'], policyText(BY_YEAR), '2026-01-02T08:59:59Z');
    expect(await world.counted('number_series_complete_rate')).toEqual(['XS-2026 1: 1/1 on 2026-01-01']);
  });

  it('leaves out what the policy cannot read', async () => {
    await build(['XS-2026-0001', null, '26/14', 'XS-2026-99999999999999999999', 'XS-2026-A']);
    expect(await world.counted('number_series_complete_rate')).toEqual(['XS-2026 1: 1/1 on 2026-01-01']);
  });

  it('makes one row of a gap, however long', async () => {
    await build(['XS-2026-0001', 'XS-2026-900000001']);
    expect(await world.counted('number_series_complete_rate')).toContain(
      'XS-2026 2 … 900000000: 0/899999999 on 2026-01-02'
    );
  });

  it('reads numbers as the policy in force on the day of receipt says', async () => {
    const policy = policyText(BY_YEAR, {'2026-01-03': {numbering: {pattern: '^([A-Z])(\\d+)$'}}});
    await build(['XS-2026-0001', 'Q7', 'Q8', 'XS-2026-0002'], policy);
    expect(await world.counted('number_series_complete_rate')).toEqual([
      'Q 8: 1/1 on 2026-01-03',
      'XS-2026 1: 1/1 on 2026-01-01'
    ]);
  });

  it('counts nothing where the policy numbers no sheets', async () => {
    await build(['XS-2026-0001'], policyText({}));
    expect(await world.counted('number_series_complete_rate')).toEqual([]);
  });
});
