import type {Company} from '../../sources/demo/process/company.ts';
import type {NumberedCase} from '../../sources/demo/process/complaintCase.ts';
import {monthOf} from '../../sources/demo/process/localTime.ts';
import type {MethodRow} from '../../src/methods/method.ts';
import {
  COMPANIES,
  causeRows,
  companyOf,
  complaintsOf,
  countsBy,
  dayOf,
  daysOf,
  monthsUntil,
  runMart
} from '../methods/caseSeries.ts';

/**
 * How often the methods see something where nothing is: the demonstration companies without what is planted in them, each run with
 * another seed. Prints how many runs raise an alarm on causes at their last month, and how many series carry a signal in it. The first
 * argument is the number of runs (200 where nothing is said).
 */
const RUNS = Number(process.argv[2] ?? 200);
const LAST = monthOf(Date.UTC(2026, 9, 1));
const MONTHS = monthsUntil(LAST, 36);
/** Under so many a share is withheld. */
const LEAST = 10;

const alarms = {roots: 0, any: 0};
const series = {all: 0, signals: 0, crossings: 0};
for (let run = 0; run < RUNS; run++) {
  const company = withoutTruths(companyOf(COMPANIES[run % COMPANIES.length]!), `nothing planted ${String(run)}`);
  const cases = complaintsOf(company, MONTHS);
  const acts = (await atLast('cause_trends', causeRows(cases, MONTHS))).filter(({verdict}) => verdict === 'act');
  if (acts.some(({dimension}) => dimension === 'cause_root')) alarms.roots++;
  if (acts.length > 0) alarms.any++;
  const judged = (await atLast('kpi_signals', signalRows(cases))).filter(({limits}) => limits !== 'none');
  series.all += judged.length;
  series.signals += judged.filter(({rules}) => rules !== '').length;
  series.crossings += judged.filter(({rules, series_rules}) => rules === '' && series_rules !== '').length;
}
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
process.stdout.write(
  `${String(RUNS)} runs without planted effects\n` +
    `an "act" alarm on root causes: ${percent(alarms.roots, RUNS)} of runs\n` +
    `an "act" alarm on root causes, categories, subcategories or products: ${percent(alarms.any, RUNS)} of runs\n` +
    `series with a signal in their last month: ${percent(series.signals, series.all)} of ${String(series.all)}\n` +
    `other series that cross their centre too rarely: ${percent(series.crossings, series.all)}\n`
);

async function atLast(mart: string, rows: readonly MethodRow[]): Promise<MethodRow[]> {
  return (await runMart(mart, rows)).filter(({period_start}) => period_start === dayOf(LAST));
}

function withoutTruths(company: Company, seed: string): Company {
  const {truths, profile} = company;
  return {
    ...company,
    profile: {...profile, seed},
    truths: {...truths, cause_outbreaks: [], working_measure: {...truths.working_measure, lowers: 0}}
  };
}

/** Counts of all cases, of departments and of categories, and among them the share of the rarest severity. */
function signalRows(cases: readonly NumberedCase[]): MethodRow[] {
  const severities = [...countsBy(cases, ({severity}) => severity)].map(([name, counts]) => ({
    name,
    total: [...counts.values()].reduce((sum, count) => sum + count, 0)
  }));
  const rarest = severities.reduce((least, one) => (one.total < least.total ? one : least)).name;
  const dimensions: Readonly<Record<string, (one: NumberedCase) => string>> = {
    all: () => 'all',
    department: ({department}) => department,
    category: ({category}) => category
  };
  return Object.entries(dimensions).flatMap(([dimension, member]) => {
    const rare = countsBy(
      cases.filter(({severity}) => severity === rarest),
      member
    );
    return [...countsBy(cases, member)].flatMap(([name, counts]) =>
      MONTHS.flatMap((month): MethodRow[] => {
        const [count, part] = [counts.get(month) ?? 0, rare.get(name)?.get(month) ?? 0];
        const facts = {
          grain: 'month',
          dimension,
          member: name,
          period_start: dayOf(month),
          better: 'neither',
          target: null
        };
        const share = count < LEAST ? null : part / count;
        return [
          {
            ...facts,
            is_over: true,
            kpi: 'cases',
            family: 'count',
            numerator: count,
            denominator: daysOf(month),
            value: count
          },
          {
            ...facts,
            is_over: true,
            kpi: 'share',
            family: 'proportion',
            numerator: part,
            denominator: count,
            value: share
          }
        ];
      })
    );
  });
}
