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
  const mongo = await startThrowawayMongo();
  project.provide('mongo', { uri: mongo.uri });
  // For what tests start that reads its settings; never a database that was set from outside.
  process.env['MONGODB_URI'] = mongo.uri;
  return () => mongo.stop();
}
