import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';

const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** The folder with outside test material, beside the project, with a closing slash. */
export function sharedDir(): string {
  return SHARED;
}

/**
 * A suite that reads material which the project never holds a copy of. Without it the suite is
 * skipped visibly; with INNING_REQUIRE_ALL set, as on the build machine, its absence is a failure.
 */
export function describeWithShared(name: string, path: string, suite: () => void): void {
  if (existsSync(SHARED + path)) {
    describe(name, suite);
  } else if (process.env['INNING_REQUIRE_ALL']) {
    describe(name, () => {
      it(`needs ../shared/${path}`, () => {
        throw new Error(`../shared/${path} is not there`);
      });
    });
  } else {
    // Not the suite itself: it may read what is missing as soon as it is described.
    describe.skip(`${name} (needs ../shared/${path})`, () => {
      it('is left out', () => undefined);
    });
  }
}
