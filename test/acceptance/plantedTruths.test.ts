import {describe, expect, it} from 'vitest';
import {calendarMonth, monthOf, parseMonth, yearOf, type Month} from '../../sources/demo/process/localTime.ts';
import {
  COMPANIES,
  causeRows,
  companyOf,
  complaintsOf,
  dayOf,
  daysOf,
  countsBy,
  monthsUntil,
  runMart
} from '../methods/caseSeries.ts';

const LAST = monthOf(Date.UTC(2026, 9, 1));
const MONTHS = monthsUntil(LAST, 36);
/** How many months trends look back on at least. */
const BASELINE = 12;
/** A measure is proposed so long before its roll-out. */
const PROPOSED_BEFORE = 2;

describe.each(COMPANIES)('of what is planted in %s', (name) => {
  const company = companyOf(name);
  const cases = complaintsOf(company, MONTHS);

  it('each outbreak of a cause is found within two months of its start', async () => {
    const acting = (await runMart('cause_trends', causeRows(cases, MONTHS))).filter(
      ({dimension, verdict, direction}) => dimension === 'cause_root' && verdict === 'act' && direction === 'rising'
    );
    const outbreaks = company.truths.cause_outbreaks.flatMap(({root, year_modulo_4, month}) =>
      MONTHS.slice(BASELINE, -1)
        .filter((start) => yearOf(start) % 4 === year_modulo_4 && calendarMonth(start) === month)
        .map((start) => ({root, start}))
    );
    expect(outbreaks.length).toBeGreaterThan(0);
    for (const {root, start} of outbreaks) {
      const found = acting.filter(({member}) => member === root).map(({period_start}) => period_start);
      expect(
        [dayOf(start), dayOf(start + 1)].some((day) => found.includes(day)),
        `${root} from ${dayOf(start)}`
      ).toBe(true);
    }
  });

  it('the measure that works is judged to have worked, and the other one not', async () => {
    const {working_measure: working, vain_measure: vain} = company.truths;
    const verdicts = await runMart('measure_effects', [...measureRows(working), ...measureRows(vain)]);
    expect(verdicts.find(({member}) => member === working.root)).toMatchObject({verdict: 'worked'});
    expect(verdicts.find(({member}) => member === vain.root)!['verdict']).not.toBe('worked');
  });

  function measureRows({root, from}: {readonly root: string; readonly from: string}) {
    const rolledOut = parseMonth(from);
    const counts = countsBy(cases, ({cause}) => cause.root).get(root)!;
    return MONTHS.map((month) => ({
      measure_id: root,
      title: root,
      dimension: 'cause_root',
      member: root,
      department: null,
      rolled_out_on: dayOf(rolledOut),
      period_start: dayOf(month),
      count: counts.get(month) ?? 0,
      exposure: daysOf(month),
      phase: phaseOf(month, rolledOut)
    }));
  }
});

function phaseOf(month: Month, rolledOut: Month): string {
  const proposed = rolledOut - PROPOSED_BEFORE;
  if (month > rolledOut) return 'after';
  if (month >= proposed) return 'between';
  return month >= proposed - BASELINE ? 'before' : 'long_before';
}
