import {Command} from 'commander';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {readContracts} from '../contract/catalog.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {countedRecords, type Counted} from '../transform/counted.ts';
import {readModels} from '../transform/model.ts';
import {periodRecords} from '../transform/periodRecords.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';
import {findKpi} from './findKpi.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {readPeriod} from './period.ts';
import {printRows} from './table.ts';

interface Options extends PipelineOptions {
  readonly period: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** huisheng records <id> --period P */
export function recordsCommand(): Command {
  return new Command('records')
    .description('list the records that a figure counts')
    .argument('<id>', 'a KPI: a file in pipelines/kpis without .sql')
    .requiredOption('--period <period>', '2026, 2026-Q3, 2026-10 or 2026-W40')
    .option('--by <dimension=member>', 'only the records of one member, e.g. department=PARK')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (id: string, options: Options) => {
      const period = readPeriod(options.period);
      const {kpis} = await readModels();
      const kpi = findKpi(id, kpis);
      const {database} = await openWarehouse(options);
      try {
        const [run] = await database.query<{time_zone: string}>('select time_zone from config.run');
        const facts = {
          contracts: await readContracts(),
          dimensions: Object.keys(await readDimensions()),
          timeZone: run!.time_zone
        };
        const [counted] = (await countedRecords([kpi], facts, database)) as [Counted];
        const slice = readSlice(options.by, counted.dimensions);
        if (slice) await refuseUnknownMember(slice, counted.sql, database);
        const rows = await database.query(
          `select * from (${periodRecords(counted, period)})
           ${slice ? `where coalesce(${identifier(slice.dimension)}, '') = $member` : ''}
           order by "at", record_id`,
          slice ? {member: slice.member} : undefined
        );
        printRows(rows, options.json === true);
      } finally {
        database.close();
      }
    });
}

interface Slice {
  readonly dimension: string;
  readonly member: string;
}

function readSlice(by: string | undefined, dimensions: readonly string[]): Slice | undefined {
  if (by === undefined) return undefined;
  const at = by.indexOf('=');
  if (at < 0) throw new UsageError(`--by: expected dimension=member, got "${by}"`);
  const dimension = by.slice(0, at);
  if (!dimensions.includes(dimension)) {
    throw new UsageError(`--by: the records have no dimension "${dimension}"${suggestion(dimension, dimensions)}`);
  }
  return {dimension, member: by.slice(at + 1)};
}

/** A mistyped member would give an empty list, which reads like "nothing happened". */
async function refuseUnknownMember({dimension, member}: Slice, sql: string, database: Database): Promise<void> {
  const rows = await database.query<{member: string}>(
    `select distinct coalesce(${identifier(dimension)}, '') as member from (${sql}) order by member`
  );
  const members = rows.map((row) => row.member);
  if (members.length === 0 || members.includes(member)) return;
  throw new UsageError(`--by: no record has ${dimension} "${member}"${suggestion(member, members)}`);
}
