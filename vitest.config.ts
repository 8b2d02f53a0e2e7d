import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,sdk,plugins,connectors,templates,tests,designer}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/kit/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
});
