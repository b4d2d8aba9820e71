import {describe} from 'vitest';
import {describeDirtyRows} from './describeDirtyRows.ts';
import {describeHistory} from './describeHistory.ts';
import {describeMapping} from './describeMapping.ts';
import {describePersonalData} from './describePersonalData.ts';
import {describeRegisters} from './describeRegisters.ts';
import {describeTruths} from './describeTruths.ts';
import {describeVolume} from './describeVolume.ts';
import {type CompanyName, worldOf} from './world.ts';

/** Everything that must hold of a demonstration company. */
export function describeCompany(name: CompanyName): void {
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
