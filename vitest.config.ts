import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Many tests wait for a browser, a mail server or the database: three at once keep two cores busy. */
const AT_LEAST_AT_ONCE = 3;

export default defineConfig({
  test: {
    include: ['{core,sdk,plugins,connectors,templates,tests,designer}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/kit/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: Math.max(AT_LEAST_AT_ONCE, availableParallelism() - 1),
    // Longer than the saving of a draft takes on a machine that does three other things.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
});
