import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/kit/longest-first.ts';

/** What a test waits for, a browser or the database, works meanwhile: three at once keep two cores busy. */
const AT_LEAST_AT_ONCE = 3;

export default defineConfig({
  test: {
    include: ['{core,sdk,plugins,connectors,templates,tests,designer}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/kit/global-setup.ts'],
    // Most of a test file's time would go to reading the same code again; what is global, a test puts back.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: Math.max(AT_LEAST_AT_ONCE, availableParallelism() - 1),
    // Longer than the saving of a draft takes on a machine that does three other things.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
});
