import {existsSync} from 'node:fs';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {readPipeline, findPipeline} from '../../../src/config/pipeline.ts';
import {projectRoot} from '../../../src/project.ts';
import {huisheng, huishengJson} from '../../cli/huisheng.ts';
import {companyOf} from '../../methods/caseSeries.ts';
import {isOrdeal, leaveToOrdeal} from '../../ordeal.ts';
import {shortCompany} from '../shortCompany.ts';

const AS_OF = '2026-11-22T00:00:00+08:00';
/** How long the histories are: enough for what is judged over a year. */
const MONTHS = 13;

/** The clauses that no figure measures, by policy, with the reason that stands in the policy. */
const UNMEASURED: Readonly<Record<string, readonly string[]>> = {'feedback-resolution': ['5']};

interface DutyFigure {
  readonly clause: string;
  readonly kpi: string;
  readonly grain: string;
  readonly period: string;
  readonly verdict: string;
}

/** Tells what a demonstration company must show under its policy; each has a file of its own, so that workers share them. */
/** `inOrdeal`: only in the ordeal; two companies stand for the others otherwise. */
export function describeCompany(name: string, {months = MONTHS, inOrdeal = false} = {}): void {
  if (inOrdeal) leaveToOrdeal(`the company under the policy ${name}`);
  describe.skipIf(inOrdeal && !isOrdeal)(`the company under the policy ${name}`, () => {
    holdAgainstPolicy(name, months);
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
