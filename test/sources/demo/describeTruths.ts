import {describe, expect, it} from 'vitest';
import type {Company} from '../../../sources/demo/process/company.ts';
import {endOfWorkday} from '../../../sources/demo/process/workdays.ts';
import {dateTimeText} from '../../../sources/demo/process/localTime.ts';
import {countBy, monthOfNumber, NOW, readFiles, type Row, tablesOf, type World} from './world.ts';

/** Figures can be held against what truths.yaml plants. */
export function describeTruths({name, company, tablesAt}: World): void {
  describe.each([NOW, '2027-05-15T00:00:00Z'])('what is planted in it up to %s', (asOf) => {
    const {truths} = company;
    const tables = tablesAt(asOf);
    const complaints = (tables.get('complaint') ?? []).filter((row) => row['complaint_id'] !== null);
    const judged = onTime(company, complaints, tables.get('complaint_event') ?? []);
    const monthOf = (row: Row) => monthOfNumber(company, row);
    const lastSettled = shifted(asOf.slice(0, 7), -3);
    const months = [...new Set(complaints.map(monthOf))].filter((month) => month < lastSettled);
    const perMonth = (root: string) =>
      countBy(
        complaints.filter((row) => row['cause_root'] === root),
        monthOf
      );

    it('is one outbreak of a root cause a year, in its months and in no other', () => {
      let seen = 0;
      for (const {root, year_modulo_4, month, months: length} of truths.cause_outbreaks) {
        const counts = perMonth(root);
        const isOutbreak = (at: string) =>
          Number(at.slice(0, 4)) % 4 === year_modulo_4 &&
          Number(at.slice(5)) >= month &&
          Number(at.slice(5)) < month + length;
        const usual = months.filter((at) => !isOutbreak(at)).map((at) => counts.get(at) ?? 0);
        const mean = sum(usual) / usual.length;
        for (const at of months.filter(isOutbreak)) {
          expect([root, at, (counts.get(at) ?? 0) > 2.4 * mean]).toEqual([root, at, true]);
          seen++;
        }
        expect(Math.max(...usual)).toBeLessThan(3.5 * mean + 4);
      }
      expect(seen).toBeGreaterThanOrEqual(6);
    });

    it('is a measure that works, and one that does not', () => {
      const {working_measure: working, vain_measure: vain} = truths;
      const all = countBy(complaints, (row) => (row['cause_root'] === null ? null : monthOf(row)));
      const change = (root: string, rollOut: string, length: number) => {
        const counts = perMonth(root);
        const share = (of: readonly string[]) =>
          sum(of.map((at) => counts.get(at) ?? 0)) / sum(of.map((at) => all.get(at) ?? 0));
        const before = months.filter((at) => at < rollOut && at >= shifted(rollOut, length - 36));
        return share(months.filter((at) => at >= rollOut && at < shifted(rollOut, length))) / share(before);
      };
      const worked = change(working.root, rollOutBefore(working, lastSettled), working.lasts_months);
      expect(worked).toBeGreaterThan(0.08);
      expect(worked).toBeLessThan(0.6);
      const vainly = change(vain.root, rollOutBefore(vain, lastSettled), 18);
      expect(vainly).toBeGreaterThan(0.6);
      expect(vainly).toBeLessThan(1.6);
    });

    if (company.measures)
      it('is in the register of measures, with what was thought of it', () => {
        const measures = tables.get('improvement_measure') ?? [];
        for (const [measure, isEffective] of [
          [truths.working_measure, 'true'],
          [truths.vain_measure, 'false']
        ] as const) {
          const rollOut = rollOutBefore(measure, shifted(asOf.slice(0, 7), -4));
          const own = measures.filter(
            (row) => row['cause_root'] === measure.root && row['completed_at']?.startsWith(rollOut)
          );
          expect(own.map((row) => row['is_effective'])).toEqual([isEffective]);
        }
        const others = measures.filter((row) => row['is_effective'] !== null);
        expect(others.length).toBeGreaterThan(25);
      });

    it('is a department that is slower with the same cases', () => {
      const {department} = truths.slow_department;
      const {crude, adjusted} = shares(company, judged, department);
      expect(crude).toBeLessThan(-0.08);
      expect(adjusted).toBeLessThan(-0.08);
    });

    it('is a department that only has the harder cases', () => {
      const {crude, adjusted, error} = shares(company, judged, truths.hard_case_mix.department);
      expect(crude).toBeLessThan(-0.06);
      expect(Math.abs(adjusted)).toBeLessThan(Math.max(0.03, 3 * error));
    });

    it('is a tiny department with a wild rate', () => {
      const {department, fewer_than_per_month} = truths.tiny_department;
      const own = judged.filter((row) => row.department === department);
      expect(own.length).toBeGreaterThan(8);
      expect(own.length).toBeLessThan(36 * fewer_than_per_month);
      const rates = [...new Set(own.map(({month}) => month))].map((month) =>
        rate(own.filter((row) => row.month === month))
      );
      expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThanOrEqual(0.5);
    });

    it('is a stand-in with two cases a year', () => {
      const handled = countBy(complaints, (row) => row['handler'] ?? null);
      const known = truths.two_case_handlers.filter(({handler}) => handled.has(handler));
      expect(known.length).toBeGreaterThanOrEqual(3);
      expect(known.map(({handler}) => handled.get(handler))).toEqual(known.map(() => 2));
    });

    it('is a category that is called otherwise from one month on', () => {
      const {words, from, every_months} = truths.category_rename;
      const renamed = complaints.filter((row) => words.includes(row['category'] ?? ''));
      const wordsOf = (month: string) => [
        ...new Set(renamed.filter((row) => monthOf(row) === month).map((row) => row['category']))
      ];
      const all = [...new Set(renamed.map(monthOf))];
      expect(all.filter((month) => wordsOf(month).length > 1)).toEqual([]);
      const changes = all.filter((month, i) => i > 0 && wordsOf(month)[0] !== wordsOf(all[i - 1] ?? '')[0]);
      const boundaries = [-2, -1, 0, 1, 2].map((revision) => shifted(from, revision * every_months));
      expect(changes).toEqual(boundaries.filter((month) => all.slice(1).includes(month)));
    });

    it('is more time that was asked for too late', () => {
      const events = tables.get('complaint_event') ?? [];
      const requests = events.filter((row) => row['event'] === 'extension_requested' && row['complaint_id'] !== null);
      const dues = new Map(complaints.map((row) => [row['complaint_id'], dueOf(company, row)]));
      const late = requests.filter((row) => (row['at'] ?? '') > (dues.get(row['complaint_id']) ?? '9'));
      expect(late.length / requests.length).toBeGreaterThan(0.1);
      expect(late.length / requests.length).toBeLessThan(0.45);
    });
  });

  const {surveys, truths} = company;
  if (surveys?.periodic)
    describe('its survey', () => {
      it('is held when it is due, but for the year in which it is forgotten', () => {
        const invitations = tablesAt(NOW).get('survey_invitation') ?? [];
        const held = new Set(invitations.map((row) => row['sent_at']?.slice(0, 7)));
        for (const year of [2024, 2025, 2026]) {
          for (const month of surveys.periodic?.months ?? []) {
            const at = `${year}-${String(month).padStart(2, '0')}`;
            const isDue = at < '2026-11' && truths.forgotten_survey?.year_modulo_3 !== year % 3;
            expect([at, held.has(at)]).toEqual([at, isDue]);
          }
        }
      });

      if (truths.low_survey_items.length > 0)
        it('has low items, with and without a measure', () => {
          const tables = tablesAt(NOW);
          const answers = (tables.get('survey_response') ?? []).filter(
            (row) => row['survey_id'] === surveys.periodic?.name
          );
          const meanOf = (item: string, isIn: (month: string) => boolean) => {
            const scores = answers
              .filter((row) => row['item'] === item && isIn(row['answered_at']?.slice(0, 7) ?? ''))
              .flatMap((row) => (/^\d$/.test(row['score'] ?? '') ? [Number(row['score'])] : []));
            return sum(scores) / scores.length;
          };
          for (const {year_modulo_3, month, item, measure} of truths.low_survey_items) {
            const year = [2024, 2025, 2026].find((each) => each % 3 === year_modulo_3) ?? 0;
            const held = `${year}-${String(month).padStart(2, '0')}`;
            expect([item, meanOf(item, (at) => at === held) < 3.65]).toEqual([item, true]);
            const own = (tables.get('improvement_measure') ?? []).filter(
              (row) => row['survey_item'] === item && row['proposed_at']?.startsWith(shifted(held, 1))
            );
            expect(own).toHaveLength(measure === 'none' ? 0 : 1);
            expect(own[0]?.['approved_at'] ?? null).toEqual(
              measure === 'none' || measure === 'proposed' ? null : expect.any(String)
            );
            if (measure !== 'told') expect(own[0]?.['customer_informed_at'] ?? null).toBeNull();
          }
          const isLow = new Set(truths.low_survey_items.map(({item}) => item));
          for (const item of Object.keys(surveys.periodic?.items ?? {})) {
            if (!isLow.has(item)) expect([item, meanOf(item, () => true) > 3.75]).toEqual([item, true]);
          }
        });
    });

  if (name === 'service-industry')
    it('shows no outbreak where none is planted', () => {
      const plain = {...company, truths: {...company.truths, cause_outbreaks: []}};
      const complaints = tablesOf(plain, readFiles(plain, NOW)).get('complaint') ?? [];
      for (const {root} of company.truths.cause_outbreaks) {
        const counts = countBy(
          complaints.filter((row) => row['cause_root'] === root),
          (row) => monthOfNumber(company, row)
        );
        expect(Math.max(...counts.values())).toBeLessThan(20);
      }
    });
}

interface Judged {
  readonly department: string;
  readonly month: string;
  readonly stratum: string;
  readonly isOnTime: boolean;
}

/** Whether each case that has been solved was solved by its due time, roughly. */
function onTime(company: Company, complaints: readonly Row[], events: readonly Row[]): Judged[] {
  const solved = new Map<string | null | undefined, string>();
  for (const {complaint_id: number, event, at} of events) {
    if (event === 'resolved' && at && !solved.has(number)) solved.set(number, at);
  }
  return complaints.flatMap((row) => {
    const time = solved.get(row['complaint_id']);
    if (time === undefined) return [];
    return {
      department: row['department'] ?? '',
      month: monthOfNumber(company, row),
      stratum: `${row['severity']} ${row['category']}`,
      isOnTime: time <= dueOf(company, row)
    };
  });
}

/** When a case is due, by the working days that the generator goes by. */
function dueOf(company: Company, row: Row): string {
  const date = (row['complaint_id'] ?? '').slice(company.profile.case_number_prefix.length);
  const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}T00:00:00Z`);
  return dateTimeText(endOfWorkday(company, day, company.profile.severities[row['severity'] ?? '']?.due_workdays ?? 0));
}

function rate(rows: readonly Judged[]): number {
  return rows.filter(({isOnTime}) => isOnTime).length / rows.length;
}

/** How far a department's share on time lies from the others', as it is and against cases of the same kind. */
function shares(company: Company, judged: readonly Judged[], department: string) {
  const {slow_department: slow} = company.truths;
  const own = judged.filter((row) => row.department === department);
  const others = judged.filter((row) => row.department !== department && row.department !== slow.department);
  const rates = new Map<string, number>();
  for (const {stratum} of own) {
    if (!rates.has(stratum)) rates.set(stratum, rate(others.filter((row) => row.stratum === stratum)));
  }
  const known = own.filter(({stratum}) => !Number.isNaN(rates.get(stratum)));
  const expected = sum(known.map(({stratum}) => rates.get(stratum) ?? 0)) / known.length;
  const error = Math.sqrt((expected * (1 - expected)) / known.length);
  return {crude: rate(own) - rate(others), adjusted: rate(known) - expected, error};
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The last month before another in which a measure was rolled out. */
function rollOutBefore({from, every_months}: {from: string; every_months: number}, before: string): string {
  let month = shifted(from, -2 * every_months);
  while (shifted(month, every_months) < before) month = shifted(month, every_months);
  return month;
}

function shifted(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
