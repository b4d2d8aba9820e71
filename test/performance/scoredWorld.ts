import {readContracts} from '../../src/contract/catalog.ts';
import {countedRecords} from '../../src/transform/counted.ts';
import {writeScored} from '../../src/transform/scored.ts';
import {readProjectModels} from '../transform/modelsOnDemand.ts';
import {SmallWorld, type StagedRows} from '../transform/smallWorld.ts';

/** Cases have five days; the rest is what every policy must say. */
const REST = `
id: scored
title: {zh-CN: 考核, en: Scored}
versions:
  - effective_from: 2020-01-01
    required_fields: [{field: category}]
    recurrence: {window_days: 30, match: [category]}
    callback: {satisfied_from: 4, scale_low: 1, scale_high: 5}
    survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6}
    clocks: [{id: resolve, from: received, to: resolved, limit: 5, unit: days}]
`;

/**
 * A small warehouse in which a scorecard counts its records.
 *
 * @param rules the sections scorecard and appraisal of a version, as YAML
 */
export async function scoredWorld(rules: string, rows: StagedRows, asOf: string): Promise<SmallWorld> {
  const world = await SmallWorld.open({policyText: `${REST}${rules}`, asOf});
  await world.stageAll(rows);
  await world.build();
  const {kpis} = await readProjectModels();
  const heads = kpis.filter(({id}) => world.policy.versions[0]!.scorecard.some(({kpi}) => kpi === id));
  for (const {name} of heads) await world.database.query(`select count(*) from ${name}`);
  const facts = {contracts: await readContracts(), dimensions: ['department', 'handler'], timeZone: 'UTC'};
  await writeScored(world.policy, await countedRecords(heads, facts, world.database), world.database);
  return world;
}
