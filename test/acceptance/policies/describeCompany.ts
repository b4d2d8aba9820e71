import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readPipeline, findPipeline} from '../../../src/config/pipeline.ts';
import {projectRoot} from '../../../src/project.ts';
import {huisheng, huishengJson} from '../../cli/huisheng.ts';
import {Figures} from '../../../reports/figures/figures.ts';
import {parsePeriod} from '../../../reports/figures/period.ts';
import {calendarMonth, monthOf, yearOf, type Month} from '../../../sources/demo/process/localTime.ts';
import {collectSiteData} from '../../../src/publish/collectSiteData.ts';
import {readJournal} from '../../../src/run/journal.ts';
import {readWarehouse} from '../../../src/run/readWarehouse.ts';
import {readModels} from '../../../src/transform/model.ts';
import {stateOf} from '../../../src/run/state.ts';
import {companyOf, dayOf, monthsUntil} from '../../methods/caseSeries.ts';
import {recomputeCards} from '../../performance/recomputeCards.ts';
import {drawPage, martNumbers, printedNumbers} from '../pageNumbers.ts';
import {isOrdeal, leaveToOrdeal} from '../../ordeal.ts';
import {shortCompany} from '../shortCompany.ts';

const AS_OF = '2026-11-22T00:00:00+08:00';
/** How long the histories are: enough for what is judged over a year. */
const MONTHS = 13;
const WHOLE = 36;

/** The clauses that no figure measures, by policy, with the reason that stands in the policy. */
const UNMEASURED: Readonly<Record<string, readonly string[]>> = {'feedback-resolution': ['5']};

/** Levels of intervals, limits and false discovery, and how many months a window has; how many rows are listed. */
const CONSTANTS = new Set([
  '80',
  '95',
  '99.8',
  '0.05',
  '24',
  '12',
  '36',
  '3',
  '1',
  '2',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '0',
  '11'
]);

/** With so many cases in a year the planted slowness is more than chance. */
const SURE_CASES = 80;

/** How many months trends look back on, and how many stand before the roll-out of a measure that can be judged. */
const BASELINE = 12;
const BEFORE_ROLL_OUT = 8;

interface PlantedFinding {
  readonly month: string;
  readonly kind: string;
  readonly kpi: string | null;
  readonly member: string | null;
  readonly verdict: string | null;
}

interface DutyFigure {
  readonly clause: string;
  readonly kpi: string;
  readonly grain: string;
  readonly period: string;
  readonly verdict: string;
}

/** What is planted within a history of so many months up to October 2026, as far as it can be seen in it. */
function plantedMonths(truths: ReturnType<typeof companyOf>['truths'], months: number) {
  const all = monthsUntil(monthOf(Date.UTC(2026, 9, 1)), months);
  const text = (month: Month) => dayOf(month).slice(0, 7);
  const judged = all.slice(BASELINE);
  const reviewed = all.slice(BEFORE_ROLL_OUT);
  const starts = truths.cause_outbreaks.flatMap(({root, year_modulo_4, month}) =>
    judged
      .slice(0, -1)
      .filter((start) => yearOf(start) % 4 === year_modulo_4 && calendarMonth(start) === month)
      .map((start) => ({root, around: [text(start), text(start + 1)]}))
  );
  const isSeen = ({from}: {readonly from: string}) => reviewed.some((month) => text(month) === from);
  const forgotten = truths.forgotten_survey?.year_modulo_3;
  return {
    outbreaks: starts,
    working: isSeen(truths.working_measure) && truths.working_measure.from < '2026-05',
    vain: isSeen(truths.vain_measure),
    forgotten: all.filter((month) => yearOf(month) % 3 === forgotten && calendarMonth(month) === 9).map(text)
  };
}

/**
 * Tells what a demonstration company must show under its policy.
 *
 * @param options.inOrdeal only in the ordeal; one company stands for the others otherwise
 */
export function describeCompany(name: string, {inOrdeal = false} = {}): void {
  if (inOrdeal) leaveToOrdeal(`the company under the policy ${name}`);
  describe.skipIf(inOrdeal && !isOrdeal)(`the company under the policy ${name}`, () => {
    holdAgainstPolicy(name, isOrdeal ? WHOLE : MONTHS);
  });
}

function holdAgainstPolicy(name: string, months: number): void {
  let folder = '';
  let where: string[] = [];
  let figures: DutyFigure[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
    const [pipeline, data] = [await shortCompany(name, months, join(folder, name)), join(folder, 'state')];
    where = ['--pipeline', pipeline, '--data', data];
    const {status, stderr} = await huisheng('run', pipeline, '--data', data, '--as-of', AS_OF);
    expect([0, 3], stderr).toContain(status);
    figures = await huishengJson<DutyFigure>(
      'query',
      `select clause, kpi, grain, case grain when 'month' then strftime(period_start, '%Y-%m') when 'year' then strftime(period_start, '%Y')
         else strftime(period_start, '%Y-Q') || quarter(period_start) end as period, verdict
       from marts.duty_figures order by position, figure_position`,
      ...where
    );
  });

  afterAll(async () => {
    await rm(folder, {recursive: true});
  });

  it('has values for every figure that its policy uses', async () => {
    const {policy} = await readPipeline(await findPipeline(name));
    const used = [
      ...policy.duties.flatMap((duty) => duty.figures),
      ...policy.versions.flatMap(({targets, scorecard}) => [...targets, ...scorecard].map(({kpi}) => kpi))
    ];
    const valued = await huishengJson<{kpi: string}>(
      'query',
      `select distinct kpi from marts.kpi_values where dimension = 'all' and value is not null`,
      ...where
    );
    const found = new Set(valued.map(({kpi}) => kpi));
    expect(used.filter((kpi) => !found.has(kpi))).toEqual([]);
    const [first] = await huishengJson<{value: number | null}>('kpi', used[0]!, '--grain', 'year', ...where);
    expect(first!.value).not.toBeNull();
  });

  it('leads from every clause to a figure and from there to its records', async () => {
    const duties = await huishengJson<{clause: string; state: string; reason: string | null}>(
      'query',
      'select clause, state, unmeasured_en as reason from marts.duties order by position',
      ...where
    );
    const unmeasured = duties.filter(({state}) => state === 'not_measurable');
    for (const {clause, reason} of unmeasured)
      console.log(`${name} ${clause}: not measured: ${reason ?? 'no reason given'}`);
    expect(unmeasured.map(({clause}) => clause)).toEqual(UNMEASURED[name] ?? []);
    expect(unmeasured.every(({reason}) => reason !== null)).toBe(true);
    for (const {kpi, verdict} of figures) expect(verdict, kpi).not.toBe('not_measurable');
    const ids = [...new Set(figures.map(({kpi}) => kpi.replace(/_p\d\d$/, '')))];
    const counts = ids.map((id) => `select '${id}' as kpi, count(*)::integer as records from kpis.${id}`);
    const counted = await huishengJson<{kpi: string; records: number}>('query', counts.join(' union all '), ...where);
    expect(counted.filter(({records}) => records === 0)).toEqual([]);
    const {kpi, period} = figures[0]!;
    expect((await huishengJson('records', kpi, '--period', period, ...where)).length).toBeGreaterThan(0);
  });

  it('tells the really slow department apart, and does it no other wrong', async () => {
    const {slow_department, hard_case_mix, tiny_department, two_case_handlers} = companyOf(name).truths;
    const units = await huishengJson<{
      member: string;
      dimension: string;
      total: number;
      verdict: string;
      direction: string | null;
    }>(
      'query',
      `select dimension, member, total, verdict, direction from marts.unit_comparisons
       where kpi = 'resolution_on_time' and grain = 'twelve_months' and period_end = date '2026-11-01'`,
      ...where
    );
    const verdictOf = (member: string) => units.find((unit) => unit.member === member);
    expect(verdictOf(slow_department.department)).toMatchObject({verdict: 'investigate', direction: 'worse'});
    expect(verdictOf(hard_case_mix.department)!.verdict).toBe('as_expected');
    expect(verdictOf(tiny_department.department)!.verdict).toBe('cannot_tell');
    const standIns = units.filter(({member}) => two_case_handlers.some(({handler}) => handler === member));
    expect(standIns.length).toBeGreaterThan(0);
    for (const one of standIns) expect(one).toMatchObject({dimension: 'handler', verdict: 'cannot_tell'});
  });

  it('charges on its cards the really slow department, and nobody whom chance or hard cases made look slow', async () => {
    const {slow_department, hard_case_mix, tiny_department, two_case_handlers} = companyOf(name).truths;
    const heads = await huishengJson<{
      member: string;
      grain: string;
      total: number;
      points: number | null;
      is_charged: boolean;
    }>(
      'query',
      `select member, grain, total, points, coalesce(scored < centre, false) as is_charged
       from marts.card_heads where kpi = 'resolution_on_time'`,
      ...where
    );
    const chargedOf = (member: string) => heads.filter((head) => head.member === member && head.is_charged);
    const years = heads.filter(({member, grain}) => member === slow_department.department && grain === 'year');
    expect(years).not.toEqual([]);
    // Of a few cases in a year nothing is certain.
    for (const year of years.filter(({total}) => total >= SURE_CASES)) expect(year.is_charged).toBe(true);
    for (const {department} of [hard_case_mix, tiny_department]) {
      expect(heads.filter(({member}) => member === department)).not.toEqual([]);
      expect(chargedOf(department)).toEqual([]);
    }
    const standIns = heads.filter(({member}) => two_case_handlers.some(({handler}) => handler === member));
    expect(standIns).not.toEqual([]);
    for (const {points} of standIns) expect(points).toBeNull();
  });

  it('has cards that come out the same by hand from the cases behind them, to the last digit', async () => {
    const {policy, timeZone} = await readPipeline(await findPipeline(name));
    const {kpis} = await readModels();
    const database = await readWarehouse(join(where.at(-1)!, 'warehouse.duckdb'), timeZone);
    try {
      const [rules] = policy.versions;
      const {cards, heads, wrong} = await recomputeCards(rules!, kpis, database);
      expect(wrong).toEqual([]);
      expect(cards).toBeGreaterThan(30);
      expect(heads).toBe(cards * rules!.scorecard.length);
    } finally {
      database.close();
    }
  });

  it('says what is planted in the findings of its month, and wrongs nobody', async () => {
    const {truths} = companyOf(name);
    const {outbreaks, working, vain, forgotten} = plantedMonths(truths, months);
    const found = await huishengJson<PlantedFinding>(
      'query',
      `select strftime(findings.period_start, '%Y-%m') as "month", kind, findings.kpi, findings.dimension, coalesce(effects.member, findings.member) as member,
         effects.verdict, effects.review
       from marts.findings as findings
       left join marts.measure_effects as effects on effects.measure_id = findings.measure_id and effects.review = findings.review
       where findings.grain = 'month' order by findings.period_start, position`,
      ...where
    );
    const of = (kind: string, member: string) => found.filter((one) => one.kind === kind && one.member === member);
    for (const {root, around} of outbreaks) {
      expect(
        of('cause', root).filter(({month}) => around.includes(month)),
        `${root} ${around.join()}`
      ).not.toEqual([]);
    }
    expect(of('department', truths.slow_department.department).length).toBeGreaterThanOrEqual(4);
    expect(of('department', truths.tiny_department.department)).toEqual([]);
    expect(of('department', truths.hard_case_mix.department).filter(({kpi}) => kpi === 'resolution_on_time')).toEqual(
      []
    );
    const hasMeasures = found.some(({kind}) => kind === 'measure');
    if (working && hasMeasures)
      expect(of('measure', truths.working_measure.root).map(({verdict}) => verdict)).toContain('worked');
    if (vain) expect(of('measure', truths.vain_measure.root).map(({verdict}) => verdict)).not.toContain('worked');
    for (const month of forgotten) {
      expect(found.filter((one) => one.kind === 'duty' && one.month === month).map(({kpi}) => kpi)).toContain(
        'survey_schedule_kept'
      );
    }
  });

  it('lists as late at the end of each month the cases that the figure counts', async () => {
    const differing = await huishengJson(
      'query',
      `select * from marts.kpi_values as figures
       left join (select grain, period_start, count(days_late) as late from marts.cases_at_risk group by all) as cases using (grain, period_start)
       where figures.kpi = 'overdue_complaints' and dimension = 'all' and grain = 'month' and figures.value <> coalesce(late, 0)`,
      ...where
    );
    expect(differing).toEqual([]);
  });

  it('has every number of its reports in a mart', async () => {
    const path = await findPipeline(name);
    const pipeline = await readPipeline(path);
    const data = where.at(-1)!;
    const database = await readWarehouse(join(data, 'warehouse.duckdb'), pipeline.timeZone);
    try {
      const site = await collectSiteData(pipeline, database, await readJournal(stateOf(name, data)));
      const figures = new Figures(site);
      for (const id of ['2026-10', '2026-Q3', '2025']) {
        const period = parsePeriod(id)!;
        const known = await martNumbers(figures, period, database);
        const printed = printedNumbers(await drawPage(figures, period), figures);
        expect(printed.length).toBeGreaterThan(300);
        expect(
          [...new Set(printed)].filter((number) => !known.has(number) && !CONSTANTS.has(number)),
          id
        ).toEqual([]);
      }
      // The check can fail: figures that are not those of the mart are found.
      const wrong = new Figures({
        ...site,
        values: site.values.map((row) => ({...row, value: row.value && row.value * 1.0371}))
      });
      const period = parsePeriod('2026-10')!;
      const known = await martNumbers(figures, period, database);
      const strange = printedNumbers(await drawPage(wrong, period), wrong).filter(
        (number) => !known.has(number) && !CONSTANTS.has(number)
      );
      expect(strange.length).toBeGreaterThan(0);
    } finally {
      database.close();
    }
  });

  it('has a duty for each row of the table of its document', async () => {
    const path = join(projectRoot, '../shared/POLICIES.md');
    if (!existsSync(path)) {
      console.warn('../shared/POLICIES.md is absent: the clauses are not held against it');
      return;
    }
    const text = await readFile(path, 'utf8');
    const section = text.split(/^## /m).find((part) => part.includes(`· `) && part.slice(0, 60).includes(name))!;
    const rows = [...section.matchAll(/^\| (?!clause|---)([^|]+) \|/gm)].map((match) => match[1]!.trim());
    const {policy} = await readPipeline(await findPipeline(name));
    expect(policy.duties.map(({clause}) => clause)).toEqual(rows);
  });
}
