import {defineConfig} from 'vitest/config';
import {HeavyFirst} from './test/heavyFirst.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 2,
    // Two workers share two cores: more threads would only get into each other's way.
    env: {HUISHENG_THREADS: '1'},
    isolate: false,
    sequence: {sequencer: HeavyFirst}
  }
});
