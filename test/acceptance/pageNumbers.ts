import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {COMPONENTS} from '../../reports/components/registry.ts';
import type {Figures} from '../../reports/figures/figures.ts';
import {shiftPeriod, type Period} from '../../reports/figures/period.ts';
import {renderFence} from '../../reports/markdown/renderFence.ts';
import {
  formatCount,
  formatDifference,
  formatNumber,
  formatTarget,
  printValue
} from '../../reports/words/formatValue.ts';
import {formatQ, formatRatio} from '../../reports/words/ratioText.ts';
import {projectRoot} from '../../src/project.ts';
import type {Database} from '../../src/warehouse/duckdb.ts';

type Row = Record<string, number | string | null>;

/** The fenced parts of the page of a period, as they are drawn. */
export async function drawPage(figures: Figures, period: Period): Promise<string> {
  const file = join(projectRoot, 'reports/leadership/[period].md');
  const fences = (await readFile(file, 'utf8')).matchAll(/^```report (\S+)\n([\s\S]*?)^```$/gm);
  const {locale} = figures.data.pipeline;
  const report = {locale, figures, page: `/leadership/${period.id}`, kpi: undefined, period};
  return [...fences]
    .map(([, name, body]) => renderFence(COMPONENTS, {name: name!, body: body!, place: file}, report).text)
    .join('\n');
}

/** The numbers that a page prints: not those of its charts' axes, of days and months, of names, numbers of cases, rules and clauses. */
export function printedNumbers(html: string, figures: Figures): string[] {
  const {data} = figures;
  const {locale} = data.pipeline;
  const report = data.report;
  const names = [
    ...data.kpis.map(({title}) => title[locale]),
    ...data.policy.duties.map(({rule}) => rule[locale]),
    ...report.reviews.flatMap(({title, member}) => [title, member]),
    ...report.units.map(({member}) => member),
    ...report.causes.map(({member}) => member),
    ...report.risks.map(({complaint_id}) => complaint_id),
    ...data.values.filter(({dimension}) => dimension !== 'all').map(({member}) => member)
  ];
  let text = html
    .replace(/<svg[\s\S]*?<\/svg>|<dl class="terms used">[\s\S]*?<\/dl>|<span class="clause">[^<]*<\/span>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/制度 [\d.–]+“/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/\d{4}-\d\d-\d\d( \d\d:\d\d)?|\d{4}年(\d{1,2}月|第.季度)?|(?<![\d,.])\d{1,2}月/g, ' ');
  for (const name of [...new Set(names)].filter((each) => /\d/.test(each)).sort((a, b) => b.length - a.length)) {
    text = text.replaceAll(name, ' ');
  }
  return [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => number.replace(/,$/, ''));
}

/** Every number of the marts that the page of a period may print, in the forms in which it may print it. */
export async function martNumbers(figures: Figures, period: Period, database: Database): Promise<Set<string>> {
  const printed = new Set<string>();
  const add = (...numbers: (string | undefined)[]) => {
    for (const number of numbers)
      for (const [digits] of (number ?? '').matchAll(/\d[\d,]*(?:\.\d+)?/g)) printed.add(digits);
  };
  const end = shiftPeriod(period, 1).start;
  const read = async (query: string) => database.query<Row>(query);
  const within = `period_start < date '${end}' and period_start >= date '${end}' - interval 30 months`;
  const value = (kpi: Row['kpi'], ...numbers: Row[string][]) => {
    const {unit} = figures.kpi(String(kpi))!;
    for (const number of numbers) {
      if (typeof number === 'number') add(printValue(number, unit, 'en').number, formatTarget(number, unit, 'en'));
    }
  };
  const count = (...numbers: Row[string][]) => {
    for (const number of numbers) if (typeof number === 'number') add(formatCount(number));
  };
  const ratio = (...numbers: Row[string][]) => {
    for (const number of numbers) if (typeof number === 'number') add(formatRatio(number));
  };
  for (const row of await read(
    `select kpi, numerator, denominator, "value", low, high, target from marts.kpi_values where dimension = 'all' and grain <> 'week' and ${within}`
  )) {
    value(row['kpi']!, row['value']!, row['low']!, row['high']!, row['target']!);
    count(row['numerator']!, row['denominator']!);
  }
  for (const row of await read(`select kpi, "value", earlier from marts.kpi_changes where ${within}`)) {
    const {unit} = figures.kpi(String(row['kpi']))!;
    add(formatDifference(Number(row['value']), Number(row['earlier']), unit, 'en'));
  }
  for (const row of await read(
    `select kpi, centre, lower, upper, points from marts.kpi_signals where dimension = 'all' and grain = 'month' and ${within}`
  )) {
    value(row['kpi']!, row['centre']!, row['lower']!, row['upper']!);
    count(row['points']!);
  }
  for (const row of await read(
    `select kpi, change, within, mixes.mix from marts.change_explanations join (
       select kpi, grain, period_start, compared, dimension, sum(mix) as mix from marts.change_explanations group by all
     ) as mixes using (kpi, grain, period_start, compared, dimension) where grain = '${period.grain}' and period_start = date '${period.start}'`
  )) {
    for (const part of ['change', 'within', 'mix']) {
      add(formatDifference(Math.abs(Number(row[part])), 0, figures.kpi(String(row['kpi']))!.unit, 'en'));
    }
  }
  for (const row of await read(
    `select observed, expected, ratio, low, high, q from marts.cause_trends where verdict = 'act' and ${within}`
  )) {
    count(row['observed']!, row['expected']!);
    ratio(row['ratio']!, row['low']!, row['high']!);
    add(formatQ(Number(row['q']), 'en'));
  }
  for (const row of await read(
    `select kpi, "count", total, "value", adjusted, centre, expected / total as expected, low95, high95, dispersion from marts.unit_comparisons
     where dimension = 'department' and period_end = date '${end}'`
  )) {
    value(row['kpi']!, row['value']!, row['adjusted']!, row['centre']!, row['expected']!);
    count(row['count']!, row['total']!);
  }
  for (const row of await read(
    `select point, low80, high80, low95, high95, coverage80 from marts.forecasts where dimension = 'all' and origin < date '${end}'`
  )) {
    count(row['point']!, row['low80']!, row['high80']!, row['low95']!, row['high95']!);
    if (typeof row['coverage80'] === 'number') add(formatNumber(row['coverage80'] * 100, 1));
  }
  for (const row of await read(
    `select review, count_after, expected, ratio, low, high from marts.measure_effects where review is not null and last_month < date '${end}'`
  )) {
    count(row['review']!, row['count_after']!, row['expected']!);
    ratio(row['ratio']!, row['low']!, row['high']!);
  }
  for (const row of await read(
    `select days_late from marts.cases_at_risk where grain = '${period.grain}' and period_start = date '${period.start}'`
  )) {
    count(row['days_late']!);
  }
  // Shares of the causes, one by one and added up in their order, and how many rows of a kind there are.
  for (const dimension of ['cause_root', 'category']) {
    for (const row of await read(
      `select "value", sum("value") over (order by member = '', "value" desc, member) as running, sum("value") over () as total,
         sum("value") filter (member <> '') over () as named from marts.kpi_values
       where kpi = 'valid_complaints' and grain = '${period.grain}' and period_start = date '${period.start}' and dimension = '${dimension}'`
    )) {
      const [own, running, total, named] = ['value', 'running', 'total', 'named'].map((name) => Number(row[name]));
      const parts = [own!, running!, total!, total! - named!, named! - running!];
      count(...parts);
      for (const part of parts) add(formatNumber((100 * part) / total!, 1));
    }
  }
  for (const row of await read(
    `select count(distinct position) as positions, count(distinct position) filter (verdict = 'missed') as missed,
       count(distinct position) filter (verdict = 'missed' and is_sure) as sure
     from marts.duty_periods where grain = '${period.grain}' and period_start = date '${period.start}'`
  )) {
    count(...['positions', 'missed', 'sure'].map((name) => Number(row[name])));
  }
  return printed;
}
