import {describe, it} from 'vitest';
import {isOrdeal, leaveToOrdeal} from '../../ordeal.ts';
import {describeDirtyRows} from './describeDirtyRows.ts';
import {describeHistory} from './describeHistory.ts';
import {describeMapping} from './describeMapping.ts';
import {describePersonalData} from './describePersonalData.ts';
import {describeRegisters} from './describeRegisters.ts';
import {describeTruths} from './describeTruths.ts';
import {describeVolume} from './describeVolume.ts';
import {type CompanyName, worldOf} from './world.ts';

/**
 * Everything that must hold of a demonstration company.
 *
 * @param options.inOrdeal only in the ordeal; another stands for it otherwise, for all have one generator
 */
export function describeCompany(name: CompanyName, {inOrdeal = false} = {}): void {
  if (inOrdeal) leaveToOrdeal(`the records of the company ${name}`);
  if (inOrdeal && !isOrdeal) {
    it.skip(`${name}: left to npm run ordeal`);
    return;
  }
  describe(name, () => {
    const world = worldOf(name);
    describeVolume(world);
    describeTruths(world);
    describeRegisters(world);
    describeHistory(world);
    describeMapping(world);
    describeDirtyRows(world);
    describePersonalData(world);
  });
}
