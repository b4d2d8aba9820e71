import {Command} from 'commander';
import {UsageError, messageOf} from '../config/problems.ts';
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
        printRows(await database.query(sql), options.json === true);
      } catch (error) {
        throw new UsageError(messageOf(error), {cause: error});
      } finally {
        database.close();
      }
    });
}
