import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {parse} from 'csv-parse/sync';
import {projectRoot} from '../../src/project.ts';
import {AIR_PASSENGERS} from '../statistics/series/airPassengers.ts';
import {
  TOLERANCE,
  isBetter,
  isCovered,
  readSettings,
  recordForecasts,
  type ForecastRecord,
  type Tally
} from './recordForecasts.ts';

const FOLDER = '../shared/data/cfpb-monthly-counts';

/**
 * Forecasts monthly series as a company would have at each month of their past, from the counts before it alone, with the settings of
 * pipelines/marts/forecasts.sql, and prints how that has gone.
 */
async function bench(): Promise<void> {
  const settings = await readSettings();
  const series = new Map([...(await complaints()), ['AirPassengers', AIR_PASSENGERS]]);
  console.log(
    'Mean absolute scaled error of the chosen model and of seasonal naive, and the share of actual values within the 80 % and 95 % intervals\n' +
      '(in brackets: within the textbook intervals of seasonal naive), over all months from which a forecast can be judged.\n'
  );
  for (const [name, values] of series) printRecord(name, recordForecasts(values, settings));
}

/** The complaints of the CFPB by month. An extract is made in the course of a month: the last one of each series is left out. */
async function complaints(): Promise<Map<string, number[]>> {
  const series = new Map<string, number[]>();
  if (!existsSync(join(projectRoot, FOLDER))) {
    console.log(`${FOLDER} is absent: only the series of the tests are forecast\n`);
    return series;
  }
  console.log(`${FOLDER}: the last month of each series is left out, for the extract was made in its course\n`);
  for (const file of ['monthly_all.csv', 'monthly_by_product.csv']) {
    const rows: {product?: string; complaints: string}[] = parse(await readFile(join(projectRoot, FOLDER, file)), {
      columns: true,
      bom: true
    });
    for (const {product = 'All complaints', complaints: count} of rows) {
      const values = series.get(product);
      if (values) values.push(Number(count));
      else series.set(product, [Number(count)]);
    }
  }
  for (const values of series.values()) values.pop();
  return series;
}

function printRecord(name: string, record: ForecastRecord): void {
  const {all, steps, models} = record;
  console.log(name);
  if (all.count === 0) {
    console.log('  too short to be judged\n');
    return;
  }
  console.log('  step    forecasts   MASE   naive   within 80 %   within 95 %');
  steps.forEach((tally, i) => {
    if (tally.count > 0) console.log(line(String(i + 1), tally));
  });
  console.log(line('all', all));
  console.log(`  chosen: ${[...models].map(([model, count]) => `${model} ${count}×`).join(', ')}`);
  console.log(
    `  ${isBetter(record) ? 'better' : 'NOT better'} than seasonal naive; coverage ${isCovered(record) ? 'within' : 'NOT within'} ${percent(TOLERANCE)} points of what is promised\n`
  );
}

function line(step: string, {count, error, naiveError, covered, naiveCovered}: Tally): string {
  const within = covered.map((share, i) =>
    `${percent(share / count)} (${percent(naiveCovered[i]! / count)})`.padStart(14)
  );
  return `  ${step.padEnd(6)}${String(count).padStart(9)}${(error / count).toFixed(2).padStart(9)}${(naiveError / count).toFixed(2).padStart(8)}${within.join('')}`;
}

function percent(share: number): string {
  return String(Math.round(100 * share));
}

await bench();
