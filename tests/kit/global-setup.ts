import { accessSync, constants, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { TestProject } from 'vitest/node';
import { findMongod } from '../../core/store/embedded-mongo/find-mongod.ts';
import { startThrowawayMongo } from '../../core/store/embedded-mongo/start-throwaway-mongo.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the run's MongoDB, or why there is none. */
    mongo: { readonly uri: string } | { readonly problem: string };
  }
}

/**
 * One real MongoDB for the whole run; each test file takes its own database on it. Without a server
 * program the tests that need none still run, and those that need one say what is missing.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    findMongod();
  } catch (error) {
    project.provide('mongo', { problem: (error as Error).message });
    return undefined;
  }
  const mongo = await startThrowawayMongo(folderForData());
  project.provide('mongo', { uri: mongo.uri });
  // For what tests start that reads its settings; never a database that was set from outside.
  process.env['MONGODB_URI'] = mongo.uri;
  return () => mongo.stop();
}

const IN_MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;

/** Hundreds of databases come and go: in memory, where there is room, none of them waits for a disk. */
function folderForData(): string {
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
