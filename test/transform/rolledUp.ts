import {readContracts} from '../../src/contract/catalog.ts';
import {countedRecords} from '../../src/transform/counted.ts';
import {readDimensions} from '../../src/transform/dimensions.ts';
import {rollUp} from '../../src/transform/rollUp.ts';
import type {Row} from '../../src/warehouse/duckdb.ts';
import {readProjectModels} from './modelsOnDemand.ts';
import type {SmallWorld} from './smallWorld.ts';

/** Rolls a KPI of the project up and gives its figures of one grain and dimension, in order of period and member. */
export async function rolledUp(world: SmallWorld, id: string, grain: string, dimension = 'all'): Promise<Row[]> {
  const kpi = (await readProjectModels()).kpis.find((one) => one.id === id)!;
  const dimensions = Object.keys(await readDimensions());
  const options = {contracts: await readContracts(), dimensions, timeZone: 'UTC'};
  await rollUp(await countedRecords([kpi], options, world.database), world.database);
  return world.database.query(
    `select period_start, member, numerator, denominator, value from marts.kpi_values
     where kpi = $id and grain = $grain and dimension = $dimension order by period_start, member`,
    {id, grain, dimension}
  );
}
