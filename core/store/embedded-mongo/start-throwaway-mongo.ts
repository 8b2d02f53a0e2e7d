import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedMongo, startEmbeddedMongo } from './start-embedded-mongo.ts';

/**
 * As `startEmbeddedMongo`, on a folder of its own that is deleted when it stops.
 * @param under Where that folder is made; among the temporary files of the machine by default.
 */
export async function startThrowawayMongo(under: string = tmpdir()): Promise<EmbeddedMongo> {
  const dataDir = await mkdtemp(join(under, 'inning-mongo-'));
  const remove = () => rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  try {
    const mongo = await startEmbeddedMongo({ dataDir });
    return {
      ...mongo,
      async stop() {
        await mongo.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
