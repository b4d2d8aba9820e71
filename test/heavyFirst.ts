import {BaseSequencer, type TestSpecification} from 'vitest/node';

/** The folders whose files take longest, the longest first. */
const HEAVY = ['test/browser/', 'test/acceptance/', 'test/publish/', 'test/cli/', 'test/run/', 'test/sources/'];

/** Begins with what takes long, so that no worker is left with it alone when all others are done. */
export class HeavyFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({moduleId}: TestSpecification) => {
      const place = HEAVY.findIndex((folder) => moduleId.includes(`/${folder}`));
      return place < 0 ? HEAVY.length : place;
    };
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}
