import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes, and how short the file is says nothing of it. */
const LONG = ['/tests/faults/kill.test.ts', '/tests/e2e/', '/tests/faults/'];

/** Begins with what takes longest, so that at the end no worker is waited for alone. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONG.findIndex((place) => moduleId.includes(place));
  return rank === -1 ? LONG.length : rank;
}
