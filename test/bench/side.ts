import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {main} from '../../src/cli/main.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

/** One side of the benchmark: computes everything in a fresh folder, then prints its peak memory and what it read. */
const [side, register, scratch, asOf] = process.argv.slice(2) as [string, string, string, string];

async function bare(): Promise<number> {
  const sql = await readFile(new URL('bare.sql', import.meta.url), 'utf8');
  const database = await openDatabase(join(scratch, 'bare.duckdb'));
  await database.execute(
    sql.replaceAll(/read_csv\('(\w+\.csv)'/g, (_, file: string) => `read_csv('${join(register, file)}'`)
  );
  await database.execute('checkpoint');
  const [row] = await database.query<{rows: string}>(
    'select (select count(*) from complaints) + (select count(*) from events) as rows'
  );
  database.close();
  return Number(row!.rows);
}

async function huisheng(): Promise<number> {
  const data = join(scratch, 'state');
  const pipeline = join(register, 'pipeline.yaml');
  const status = await main(['run', pipeline, '--data', data, '--as-of', asOf]);
  if (status !== 0) throw new Error(`huisheng run ended with ${status}`);
  const database = await openDatabase(join(data, 'warehouse.duckdb'), {readOnly: true});
  const [row] = await database.query<{rows: string}>('select sum(rows_read)::bigint as rows from staging.loads');
  database.close();
  return Number(row!.rows);
}

const rows = side === 'bare' ? await bare() : await huisheng();
console.log(JSON.stringify({peak: Math.round(process.resourceUsage().maxRSS / 1024), rows}));
