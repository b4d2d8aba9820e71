import {Command} from 'commander';
import {UsageError, messageOf} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {dataOption, jsonOption, openWarehouse, pipelineOption, type PipelineOptions} from './options.ts';
import {printRows} from './table.ts';

/** huisheng query "<select>" */
export function queryCommand(): Command {
  return new Command('query')
    .description('run a SELECT over the warehouse; it can change nothing')
    .argument('<select>', 'SQL; tables: marts.*, kpis.*, core.*, staging.*')
    .addOption(pipelineOption())
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (sql: string, options: PipelineOptions & {json?: boolean}) => {
      const {database} = await openWarehouse(options);
      try {
        await database.execute('set enable_external_access = false');
        await refuseAllButSelect(sql, database);
        printRows(await database.query(sql), options.json === true);
      } catch (error) {
        throw new UsageError(messageOf(error), {cause: error});
      } finally {
        database.close();
      }
    });
}

/** The warehouse is opened to be read only; this tells people so in their words. A syntax error is left to DuckDB to explain. */
async function refuseAllButSelect(sql: string, database: Database): Promise<void> {
  const [row] = await database.query<{tree: string}>('select json_serialize_sql($sql::varchar) as tree', {sql});
  const tree = JSON.parse(row!.tree) as {error_type?: string; statements?: unknown[]};
  if (tree.error_type === 'parser' || tree.statements?.length === 1) return;
  throw new UsageError(
    'query runs one SELECT (or DESCRIBE, SUMMARIZE, SHOW TABLES) and changes nothing; give exactly one'
  );
}
